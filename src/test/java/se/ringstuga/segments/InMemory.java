package se.ringstuga.segments;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.segments.Filter.DateWindow;
import se.ringstuga.segments.KnownPeople.Answer;
import se.ringstuga.segments.KnownPeople.Call;
import se.ringstuga.segments.KnownPeople.Message;
import se.ringstuga.segments.KnownPeople.Person;
import se.ringstuga.segments.RandomWorld.Things;

/** What each filter means, written a second time over plain records. */
final class InMemory {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Things things;
    private final Instant now;

    InMemory(Things things, Instant now) {
        this.things = things;
        this.now = now;
    }

    boolean holds(Filter filter, Person person) {
        return switch (filter) {
            case Filter.All all -> all.filters().stream().allMatch(f -> holds(f, person));
            case Filter.Any any -> any.filters().stream().anyMatch(f -> holds(f, person));
            case Filter.Not not -> !holds(not.filter(), person);
            case Filter.Joined joined -> within(person.joined, joined.window());
            case Filter.PaidUntil paid -> within(person.paidUntil, paid.window());
            case Filter.Tagged tagged ->
                switch (tagged.match()) {
                    case ANY_OF -> tagged.tagIds().stream().anyMatch(person.tags::contains);
                    case ALL_OF -> person.tags.containsAll(tagged.tagIds());
                    case NONE_OF -> tagged.tagIds().stream().noneMatch(person.tags::contains);
                };
            case Filter.InOrganization in -> inOrganization(in.slug(), person);
            case Filter.FieldMatch match -> field(match, person.fields.get(match.field()));
            case Filter.Reachable reachable ->
                switch (reachable.means()) {
                    case PHONE -> person.phone;
                    case MOBILE -> person.mobile;
                    case EMAIL -> person.email;
                };
            case Filter.SurveyAnswered answered ->
                person.submissions.stream()
                        .anyMatch(s -> s.surveyId() == answered.surveyId()
                                && (s.complete() || answered.includingPartial())
                                && recent(s.at(), answered.withinDays()));
            case Filter.OptionChosen chosen -> {
                List<Long> lineages = chosen.optionIds().stream()
                        .map(things.optionLineages()::get)
                        .toList();
                yield answered(person, chosen.surveyId(), chosen.questionId(), a -> lineages.contains(a.option()));
            }
            case Filter.TextAnswered text ->
                answered(
                        person,
                        text.surveyId(),
                        text.questionId(),
                        a -> a.text() != null && folded(a.text()).contains(folded(text.contains())));
            case Filter.ValueAnswered value ->
                answered(
                        person,
                        value.surveyId(),
                        value.questionId(),
                        a -> a.value() != null && a.value() >= value.atLeast() && a.value() <= value.atMost());
            case Filter.CallHistory history -> called(history, person);
            case Filter.Broadcasted broadcasted ->
                person.messages.stream()
                        .filter(m -> Objects.equals(m.broadcastId(), broadcasted.broadcastId()))
                        .filter(m -> broadcasted.fate() == null || stands(m, broadcasted.fate()))
                        .anyMatch(m -> broadcasted.reasons().isEmpty()
                                || broadcasted.reasons().contains(why(m)));
            case Filter.Messaged messaged ->
                person.messages.stream()
                        .filter(m -> Set.of("ACCEPTED", "SENT", "DELIVERED").contains(m.state()))
                        .filter(m -> messaged.channel() == null || m.channel() == messaged.channel())
                        .anyMatch(m -> recent(m.at(), messaged.withinDays()));
            case Filter.EventHistory history -> went(history, person);
        };
    }

    private boolean went(Filter.EventHistory history, Person person) {
        return person.signUps.stream()
                        .filter(one -> history.eventId() == null || one.eventId() == history.eventId())
                        .filter(one -> history.kindId() == null || one.kindId() == history.kindId())
                        .filter(one -> history.begins() == null || within(one.begins(), history.begins()))
                        .filter(one -> switch (history.result()) {
                            case SIGNED_UP ->
                                one.placed()
                                        && Set.of("SIGNED_UP", "ATTENDED", "ABSENT")
                                                .contains(one.state());
                            case INVITED, WAITING, CANCELLED, ATTENDED, ABSENT ->
                                one.state().equals(history.result().name());
                        })
                        .count()
                >= history.atLeast();
    }

    private boolean within(Instant begins, DateWindow window) {
        boolean past = window.withinDays() == null || !begins.isAfter(now);
        return past && within(begins.atZone(STOCKHOLM).toLocalDate(), window);
    }

    /** Solna stands above the two others. */
    private static boolean inOrganization(String slug, Person person) {
        return slug.equals("solna")
                ? Stream.of("solna", "huvudsta", "rasunda").anyMatch(person.organizations::contains)
                : person.organizations.contains(slug);
    }

    private boolean within(@Nullable LocalDate date, DateWindow window) {
        LocalDate today = now.atZone(STOCKHOLM).toLocalDate();
        Integer days = window.withinDays();
        return date != null
                && (days == null || (!date.isAfter(today) && !date.isBefore(today.minusDays(days))))
                && (window.before() == null || date.isBefore(window.before()))
                && (window.after() == null || date.isAfter(window.after()));
    }

    private static boolean field(Filter.FieldMatch match, @Nullable String value) {
        if (match.operator() == FieldOperator.IS_EMPTY) {
            return value == null || value.isEmpty();
        }
        if (value == null) {
            return false;
        }
        boolean code = match.field() == PersonField.POSTAL_CODE;
        String has = code ? folded(value).replace(" ", "") : folded(value);
        return match.values().stream()
                .map(v -> code ? folded(v).replace(" ", "") : folded(v))
                .anyMatch(wanted -> switch (match.operator()) {
                    case EQUALS, IN -> has.equals(wanted);
                    case CONTAINS -> has.contains(wanted);
                    case STARTS_WITH -> has.startsWith(wanted);
                    case AT_LEAST -> Integer.parseInt(has) >= Integer.parseInt(wanted);
                    case AT_MOST -> Integer.parseInt(has) <= Integer.parseInt(wanted);
                    case IS_EMPTY -> throw new IllegalStateException();
                });
    }

    private boolean answered(Person person, @Nullable Long survey, @Nullable Long question, Predicate<Answer> says) {
        Long lineage = question == null ? null : things.questionLineages().get(question);
        return person.submissions.stream()
                .filter(s -> survey == null || s.surveyId() == survey)
                .flatMap(s -> s.answers().stream())
                .filter(a -> lineage == null || Objects.equals(lineage, a.question()))
                .anyMatch(says);
    }

    private boolean called(Filter.CallHistory history, Person person) {
        List<Call> calls = person.calls.stream()
                .filter(c -> history.assignmentId() == null || c.assignmentId() == history.assignmentId())
                .filter(c -> recent(c.at(), history.withinDays()))
                .toList();
        long reached =
                calls.stream().filter(c -> c.reached() && !c.interrupted()).count();
        return switch (history.result()) {
            case CALLED -> calls.size() >= history.atLeast();
            case REACHED -> reached >= history.atLeast();
            case NOT_REACHED -> calls.size() >= history.atLeast() && reached == 0;
        };
    }

    private static boolean stands(Message message, Filter.Fate fate) {
        boolean missed = Set.of("FAILED", "EXPIRED").contains(message.state());
        boolean left = Set.of("SKIPPED", "CANCELLED").contains(message.state());
        return switch (fate) {
            case DELIVERED -> message.state().equals("DELIVERED");
            case SENT -> Set.of("ACCEPTED", "SENT").contains(message.state());
            case FAILED -> missed;
            case SKIPPED -> left;
            case WAITING -> Set.of("QUEUED", "DISPATCHING").contains(message.state());
            case UNKNOWN -> message.state().equals("UNKNOWN");
            case NOT_REACHED ->
                missed || message.state().equals("UNKNOWN") || (left && !"SHARED_NUMBER".equals(message.why()));
        };
    }

    private static String why(Message message) {
        return Set.of("EXPIRED", "CANCELLED").contains(message.state())
                ? message.state()
                : Objects.requireNonNullElse(message.why(), "");
    }

    private boolean recent(Instant at, @Nullable Integer withinDays) {
        if (withinDays == null) {
            return true;
        }
        LocalDate first = now.atZone(STOCKHOLM).toLocalDate().minusDays(withinDays);
        return !at.atZone(STOCKHOLM).toLocalDate().isBefore(first);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT);
    }
}
