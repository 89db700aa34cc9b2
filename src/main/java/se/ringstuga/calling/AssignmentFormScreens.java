package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.events.EventKindMessages;
import se.ringstuga.events.EventKinds;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.organizations.Organizations;
import se.ringstuga.people.Tags;
import se.ringstuga.segments.UsableSegments;
import se.ringstuga.surveys.UsableSurveys;

/** What there is to choose from when an assignment is written down, and a stored one as it would have been filled in. */
@ApplicationScoped
class AssignmentFormScreens {

    private final UsableSegments segments;
    private final UsableSurveys surveys;
    private final Tags tags;
    private final EventKinds kinds;
    private final Organizations organizations;
    private final CallingConfig config;
    private final AssignmentWords words;
    private final Access access;
    private final PageContext page;
    private final Clock clock;

    AssignmentFormScreens(
            UsableSegments segments,
            UsableSurveys surveys,
            Tags tags,
            EventKinds kinds,
            Organizations organizations,
            CallingConfig config,
            AssignmentWords words,
            Access access,
            PageContext page,
            Clock clock) {
        this.segments = segments;
        this.surveys = surveys;
        this.tags = tags;
        this.kinds = kinds;
        this.organizations = organizations;
        this.config = config;
        this.words = words;
        this.access = access;
        this.page = page;
        this.clock = clock;
    }

    /** The fields with what can be chosen in them. */
    record Fields(
            PageForm form,
            List<Option> tags,
            List<Option> segments,
            List<Option> surveys,
            List<Option> kinds,
            List<Option> shown,
            String scriptFields,
            String hoursFrom,
            String hoursTo,
            String lastDay,
            String lastDayWords) {

        /** For templates, whose calls to a form within a form would be long. */
        public String value(String field) {
            return form.value(field);
        }

        public @Nullable String error(String field) {
            return form.error(field);
        }
    }

    record Option(String value, String words) {}

    AssignmentFormMessages say() {
        return MessageBundles.get(
                AssignmentFormMessages.class,
                Localized.Literal.of(page.language().tag()));
    }

    /** @param opened when the assignment began, now for one that is being made */
    Fields fields(PageForm form, Instant opened) {
        var here = access.organizationId();
        var hours = organizations.callingHours(here);
        var kindWords = MessageBundles.get(
                EventKindMessages.class, Localized.Literal.of(page.language().tag()));
        var lastDay =
                opened.plus(config.assignmentLasts()).atZone(access.zone()).toLocalDate();
        return new Fields(
                form,
                tags.usable(here).stream()
                        .map(tag -> option(tag.id(), tag.title()))
                        .toList(),
                segments.titles(here).stream()
                        .map(segment -> option(segment.id(), segment.title()))
                        .toList(),
                surveys.titles(here).stream()
                        .map(survey -> option(survey.id(), survey.title()))
                        .toList(),
                kinds.usable(here).stream()
                        .map(kind -> option(kind.id(), kind.named(kindWords)))
                        .toList(),
                Stream.of(ShownField.values())
                        .map(field -> new Option(field.name(), shown(field)))
                        .toList(),
                page.language() == Language.SWEDISH
                        ? "{förnamn}, {namn}, {ort}, {förening}, {ringare}"
                        : "{given_name}, {name}, {city}, {organization}, {caller}",
                words.clock(hours.from()),
                words.clock(hours.to()),
                lastDay.toString(),
                words.time().day(lastDay));
    }

    /** @param opened as above */
    AssignmentForm reading(PageForm form, Instant opened) {
        return new AssignmentForm(
                form,
                new AssignmentForm.Reading(
                        access.zone(),
                        clock,
                        page.language().locale(),
                        say(),
                        segment -> segments.filter(access.organizationId(), segment),
                        opened,
                        config.assignmentLasts()));
    }

    /** What stands in the fields before anybody has filled in anything. */
    PageForm usual() {
        var lastDay = clock.instant()
                .plus(config.assignmentLasts())
                .atZone(access.zone())
                .toLocalDate();
        return new PageForm(
                Map.of(
                        "goal", List.of(AssignmentForm.REACHED),
                        "until", List.of(lastDay.toString()),
                        "cooldown", List.of(Integer.toString(AssignmentContents.COOLDOWN_HOURS)),
                        "attempts", List.of(Integer.toString(AssignmentContents.MAX_ATTEMPTS)),
                        "shown",
                                AssignmentContents.SHOWN.stream()
                                        .map(Enum::name)
                                        .toList()),
                Map.of());
    }

    /** A stored assignment as it would have been filled in. */
    PageForm form(AssignmentView assignment) {
        var values = new HashMap<String, List<String>>();
        WrittenFilters.target(assignment.target(), values);
        WrittenFilters.goal(assignment.goal(), assignment.surveyId(), values);
        put(values, "title", assignment.title());
        put(values, "purpose", assignment.scriptWhy());
        var lastDay =
                assignment.expiresAt().minusMillis(1).atZone(access.zone()).toLocalDate();
        put(values, "until", lastDay);
        var hours = assignment.callingHours();
        if (hours != null) {
            put(values, "hours", AssignmentForm.OWN);
            put(values, "from-time", hours.from() == null ? null : words.clock(hours.from()));
            put(values, "to-time", hours.to() == null ? null : words.clock(hours.to()));
        }
        put(values, "cooldown", assignment.cooldownHours());
        put(values, "attempts", assignment.maxAttempts());
        put(values, "script", assignment.script());
        put(values, "otherPerson", assignment.scriptOtherPerson());
        put(values, "voicemail", assignment.scriptVoicemail());
        values.put("shown", assignment.shownFields().stream().map(Enum::name).toList());
        put(values, "survey", assignment.surveyId());
        values.put("tagIds", assignment.tagIds().stream().map(String::valueOf).toList());
        values.put(
                "eventKindIds",
                assignment.eventKindIds().stream().map(String::valueOf).toList());
        put(values, "version", assignment.version());
        return new PageForm(values, Map.of());
    }

    static void put(Map<String, List<String>> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, List.of(value.toString()));
        }
    }

    private static Option option(long id, String title) {
        return new Option(Long.toString(id), title);
    }

    String shown(ShownField field) {
        return switch (field) {
            case CITY -> say().city();
            case JOINED -> say().joined();
            case POSTAL_CODE -> say().postalCode();
            case BIRTH_YEAR -> say().birthYear();
            case LANGUAGE -> say().language();
            case EMAIL -> say().email();
            case EXTERNAL_ID -> say().externalId();
        };
    }
}
