package se.ringstuga.events;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.FormDifferences;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.organizations.Organizations;
import se.ringstuga.segments.UsableSegments;

/** What there is to choose from when an event is written down. */
@ApplicationScoped
class EventFormScreens {

    private static final int MONTHS = 12;

    private final EventKinds kinds;
    private final ContactPersons contacts;
    private final UsableSegments segments;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    EventFormScreens(
            EventKinds kinds,
            ContactPersons contacts,
            UsableSegments segments,
            Organizations organizations,
            Access access,
            PageContext page) {
        this.kinds = kinds;
        this.contacts = contacts;
        this.segments = segments;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
    }

    /** What is written down. */
    enum What {
        NEW,
        EVENT,
        SERIES
    }

    /**
     * The form.
     *
     * @param what decides what there is to fill in
     * @param days that a series would have, once it was asked for them
     * @param notice what stands in the way as a whole; null when nothing does
     * @param present what stands there otherwise by now
     */
    record Screen(
            String slug,
            String organization,
            String back,
            What what,
            PageForm form,
            Choices choices,
            List<String> days,
            boolean previewed,
            @Nullable String notice,
            List<FormDifferences.Part> present) {

        public boolean fresh() {
            return what == What.NEW;
        }

        public boolean series() {
            return what == What.SERIES;
        }

        public boolean recurs() {
            return what != What.EVENT;
        }

        /** The same with the days that a series would have. */
        Screen previewing(List<String> found) {
            return new Screen(slug, organization, back, what, form, choices, found, true, notice, present);
        }

        Screen besides(List<FormDifferences.Part> standing) {
            return new Screen(slug, organization, back, what, form, choices, days, previewed, notice, standing);
        }
    }

    record Choices(
            List<Option> kinds,
            List<Option> contacts,
            List<Option> segments,
            List<Option> openings,
            List<Option> closings,
            List<Option> needs,
            List<Option> repeats,
            List<Option> months) {}

    /**
     * What a form is about, and what it has although it could not be chosen any more.
     *
     * @param path below the organization's events; empty for something new
     * @param kind null for something new
     * @param contact the name of whoever is chosen now; null for nobody
     */
    record Subject(
            What what,
            String path,
            PageForm shown,
            @Nullable Long kind,
            @Nullable String contact) {

        static final Subject NEW = new Subject(What.NEW, "", PageForm.EMPTY, null, null);
    }

    record Option(String value, String words) {}

    EventFormMessages say() {
        return MessageBundles.get(
                EventFormMessages.class, Localized.Literal.of(page.language().tag()));
    }

    boolean swedish() {
        return page.language() == Language.SWEDISH;
    }

    Screen screen(Subject subject, PageForm form, @Nullable String notice) {
        return new Screen(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                "/o/" + access.slug() + "/events" + subject.path(),
                subject.what(),
                form,
                choices(subject),
                List.of(),
                false,
                notice,
                List.of());
    }

    /** What was typed, and beside it what somebody else has made of it meanwhile (rule 38). */
    Screen overtaken(Subject subject, PageForm form) {
        var screen = screen(subject, form, say().changedSince());
        return screen.besides(new EventDifferences(form, subject.shown(), say()).all(screen.choices()));
    }

    private Choices choices(Subject subject) {
        var say = say();
        var organization = access.organizationId();
        var contacts = this.contacts.list(organization).stream()
                .map(one -> new Option(Long.toString(one.id()), one.name()))
                .toList();
        var segments = this.segments.titles(organization).stream()
                .map(one -> new Option(Long.toString(one.id()), one.title()))
                .toList();
        var chosen = Objects.requireNonNullElse(subject.contact(), say.contactStored());
        return new Choices(
                kinds(subject.kind()),
                kept(contacts, subject.shown().value("contact"), chosen),
                kept(segments, subject.shown().value("segment"), say.segmentStored()),
                leads(Lead.OPENINGS, subject.shown().value("opens")),
                leads(Lead.CLOSINGS, subject.shown().value("closes")),
                List.of(
                        new Option(Need.CHILDCARE.name(), say.childcare()),
                        new Option(Need.FOOD.name(), say.food()),
                        new Option(Need.ACCESS.name(), say.access())),
                repeats(subject),
                IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(month -> new Option(
                                Integer.toString(month), new CalendarWords(page.language()).monthOfYear(month)))
                        .toList());
    }

    private List<Option> kinds(@Nullable Long chosen) {
        var organization = access.organizationId();
        var words = MessageBundles.get(
                EventKindMessages.class, Localized.Literal.of(page.language().tag()));
        var usable = kinds.usable(organization).stream()
                .map(kind -> new Option(Long.toString(kind.id()), kind.named(words)))
                .toList();
        var stored = chosen == null
                ? ""
                : kinds.find(organization, chosen)
                        .map(kind -> kind.named(words))
                        .orElse("");
        return kept(usable, chosen == null ? "" : Long.toString(chosen), stored);
    }

    private List<Option> leads(List<Lead> usual, String chosen) {
        var say = say();
        var options = usual.stream()
                .map(lead -> new Option(lead.name(), Lead.words(lead.name(), say)))
                .toList();
        return chosen.equals(EventForm.ON_A_DAY) ? options : kept(options, chosen, Lead.words(chosen, say));
    }

    private List<Option> repeats(Subject subject) {
        var say = say();
        var all = Arrays.stream(SeriesForm.Repeat.values())
                .filter(repeat -> subject.what() == What.NEW || repeat != SeriesForm.Repeat.NEVER)
                .map(repeat -> new Option(repeat.name(), repeat.named(say)))
                .toList();
        return kept(all, subject.shown().value("repeat"), say.repeatStored());
    }

    /** What is chosen now is first where it is no choice otherwise: a form that is saved unread changes nothing. */
    private static List<Option> kept(List<Option> options, String chosen, String words) {
        return chosen.isEmpty() || options.stream().anyMatch(one -> one.value().equals(chosen))
                ? options
                : Stream.concat(Stream.of(new Option(chosen, words)), options.stream())
                        .toList();
    }
}
