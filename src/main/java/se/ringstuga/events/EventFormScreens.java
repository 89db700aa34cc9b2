package se.ringstuga.events;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
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

    /**
     * The form.
     *
     * @param id null for something new
     * @param days that a series would have, once it was asked for them
     * @param notice what stands in the way as a whole; null when nothing does
     */
    record Screen(
            String slug,
            String organization,
            String back,
            @Nullable Long id,
            PageForm form,
            List<Option> kinds,
            List<Option> contacts,
            List<Option> segments,
            List<Option> closings,
            List<Option> needs,
            List<Option> repeats,
            List<Option> months,
            List<String> days,
            boolean previewed,
            @Nullable String notice) {

        /** The same with the days that a series would have. */
        Screen previewing(List<String> found) {
            return new Screen(
                    slug,
                    organization,
                    back,
                    id,
                    form,
                    kinds,
                    contacts,
                    segments,
                    closings,
                    needs,
                    repeats,
                    months,
                    found,
                    true,
                    notice);
        }
    }

    record Option(String value, String words) {}

    EventFormMessages say() {
        return MessageBundles.get(
                EventFormMessages.class, Localized.Literal.of(page.language().tag()));
    }

    boolean swedish() {
        return page.language() == Language.SWEDISH;
    }

    Screen screen(@Nullable Long id, PageForm form, @Nullable String notice) {
        var organization = access.organizationId();
        var say = say();
        var base = "/o/" + access.slug() + "/events";
        var kindWords = MessageBundles.get(
                EventKindMessages.class, Localized.Literal.of(page.language().tag()));
        return new Screen(
                access.slug(),
                organizations.view(organization).name(),
                id == null ? base : base + "/" + id,
                id,
                form,
                kinds.usable(organization).stream()
                        .map(kind -> new Option(Long.toString(kind.id()), kind.named(kindWords)))
                        .toList(),
                contacts.list(organization).stream()
                        .map(one -> new Option(Long.toString(one.id()), one.name()))
                        .toList(),
                segments.titles(organization).stream()
                        .map(one -> new Option(Long.toString(one.id()), one.title()))
                        .toList(),
                Arrays.stream(EventForm.Closing.values())
                        .map(closing -> new Option(closing.name(), closing.named(say)))
                        .toList(),
                List.of(
                        new Option(Need.CHILDCARE.name(), say.childcare()),
                        new Option(Need.FOOD.name(), say.food()),
                        new Option(Need.ACCESS.name(), say.access())),
                Arrays.stream(SeriesForm.Repeat.values())
                        .map(repeat -> new Option(repeat.name(), repeat.named(say)))
                        .toList(),
                IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(month -> new Option(
                                Integer.toString(month), new CalendarWords(page.language()).monthOfYear(month)))
                        .toList(),
                List.of(),
                false,
                notice);
    }
}
