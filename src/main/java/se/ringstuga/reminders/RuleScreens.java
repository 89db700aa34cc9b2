package se.ringstuga.reminders;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.events.EventKindMessages;
import se.ringstuga.events.EventKinds;
import se.ringstuga.http.FormDifferences;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.segments.UsableSegments;

/** The form of a rule with everything there is to choose from. */
@ApplicationScoped
class RuleScreens {

    private static final List<Integer> USEFUL = List.of(60, 180, 720, 1440, 2880);

    private final EventKinds kinds;
    private final UsableSegments segments;
    private final Access access;
    private final PageContext page;

    RuleScreens(EventKinds kinds, UsableSegments segments, Access access, PageContext page) {
        this.kinds = kinds;
        this.segments = segments;
        this.access = access;
        this.page = page;
    }

    /**
     * The form.
     *
     * @param heading what it is a rule of: a kind or an event; null where that is chosen here
     * @param archive where it is taken away; null for a new one
     * @param fields what a text may name, in braces
     * @param look what would be sent; null until somebody asks
     * @param notice what stands in the way as a whole; null when nothing does
     * @param present what stands there otherwise by now
     */
    record Screen(
            String slug,
            String action,
            String back,
            @Nullable String heading,
            @Nullable String archive,
            PageForm form,
            Choices choices,
            String fields,
            RulePreviews.@Nullable Look look,
            @Nullable String notice,
            List<FormDifferences.Part> present) {

        public boolean fresh() {
            return archive == null;
        }

        Screen besides(List<FormDifferences.Part> standing) {
            return new Screen(slug, action, back, heading, archive, form, choices, fields, look, notice, standing);
        }
    }

    record Choices(List<Option> kinds, List<Option> aims, List<Option> segments, List<Option> useful) {}

    record Option(String value, String words) {}

    /**
     * Where the form is.
     *
     * @param archive where it is taken away; null for a new one
     * @param segment that is chosen already, although it may be a choice no more; empty when none is
     * @param useful likewise
     */
    record Place(
            String action,
            String back,
            @Nullable String heading,
            @Nullable String archive,
            String segment,
            String useful) {}

    RuleFormMessages say() {
        return MessageBundles.get(
                RuleFormMessages.class, Localized.Literal.of(page.language().tag()));
    }

    DateTimeFormatter clock() {
        return DateTimeFormatter.ofPattern(page.language() == Language.SWEDISH ? "HH.mm" : "HH:mm");
    }

    Screen screen(Place place, PageForm form, RulePreviews.@Nullable Look look, @Nullable String notice) {
        return new Screen(
                access.slug(),
                place.action(),
                place.back(),
                place.heading(),
                place.archive(),
                form,
                choices(place),
                EventTexts.FIELDS.stream()
                        .map(field -> "{" + field.names().getFirst() + "}")
                        .collect(Collectors.joining(" ")),
                look,
                notice,
                List.of());
    }

    /** What was typed, and beside it what somebody else has made of the rule meanwhile (rule 38). */
    Screen overtaken(Place place, PageForm form, ReminderRuleView now) {
        var screen = screen(place, form, null, say().changedSince());
        var timing = RuleWords.in(page.language()).of(now.occasion(), now.audience(), now.timing());
        var differences = new RuleDifferences(form, RuleFormValues.of(now, clock()), say());
        return screen.besides(differences.all(screen.choices(), timing));
    }

    String base() {
        return "/o/" + access.slug() + "/reminder-rules";
    }

    /** Where the rules of a kind, or of an event, are. */
    String back(@Nullable Long kind, @Nullable Long event) {
        if (event != null) {
            return "/o/" + access.slug() + "/events/" + event + "/reminders";
        }
        return base() + (kind == null ? "" : "?kind=" + kind);
    }

    List<Option> kinds() {
        return kinds.usable(access.organizationId()).stream()
                .map(kind -> new Option(Long.toString(kind.id()), kind.named(kindWords())))
                .toList();
    }

    /** The name of a kind, also of one that is in use no more. */
    String kind(long id) {
        return kinds.find(access.organizationId(), id)
                .map(kind -> kind.named(kindWords()))
                .orElse("");
    }

    private EventKindMessages kindWords() {
        return MessageBundles.get(
                EventKindMessages.class, Localized.Literal.of(page.language().tag()));
    }

    private Choices choices(Place place) {
        var say = say();
        var organization = access.organizationId();
        return new Choices(
                kinds(),
                Arrays.stream(RuleAim.values())
                        .map(aim -> new Option(aim.name(), aim.words(say)))
                        .toList(),
                kept(
                        segments.titles(organization).stream()
                                .map(one -> new Option(Long.toString(one.id()), one.title()))
                                .toList(),
                        place.segment(),
                        say.segmentStored()),
                kept(
                        USEFUL.stream()
                                .map(minutes -> new Option(minutes.toString(), useful(minutes)))
                                .toList(),
                        place.useful(),
                        say.usefulMinutes(place.useful())));
    }

    private String useful(int minutes) {
        var say = say();
        return switch (minutes) {
            case 60 -> say.anHour();
            case 1440 -> say.aDay();
            case 2880 -> say.twoDays();
            default -> say.hours(minutes / 60);
        };
    }

    private static List<Option> kept(List<Option> options, String chosen, String words) {
        return chosen.isEmpty() || options.stream().anyMatch(one -> one.value().equals(chosen))
                ? options
                : Stream.concat(Stream.of(new Option(chosen, words)), options.stream())
                        .toList();
    }
}
