package se.ringstuga.calling;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.messaging.WallClock;
import se.ringstuga.surveys.AnswerInput;
import se.ringstuga.surveys.FilledSurvey;

/**
 * How a call went, as an organizer corrects it: every field as it was reported, to be changed. What the page does not show, a
 * survey that was sent and events that were signed up for, stays as it was said, where the new outcome allows it.
 */
record CorrectionForm(PageForm form, ZoneId zone) {

    private static final String INTERRUPTED = "INTERRUPTED";

    /** A report as it would have been filled in here. */
    static PageForm of(CallReport report, ZoneId zone) {
        var values = new HashMap<String, List<String>>(
                FilledSurvey.filled(Objects.requireNonNullElse(report.answers(), List.of())));
        put(values, "outcome", report.wasInterrupted() ? INTERRUPTED : report.outcome());
        put(values, "fact", report.personFact());
        put(values, "note", report.note());
        put(values, "organizerMessage", report.organizerMessage());
        put(values, "callBackMine", report.callBackBySameCaller());
        var at = report.callBackAt();
        put(values, "callBackAt", at == null ? null : at.atZone(zone).toLocalDateTime());
        values.put("wrong", report.wrong().stream().map(Enum::name).toList());
        values.put("tagIds", report.tags().stream().map(String::valueOf).toList());
        return new PageForm(values, Map.of());
    }

    /**
     * The report as it is to be.
     *
     * @param before what was reported; null of a call that nobody told about
     * @throws InvalidInput naming a field of the report
     */
    CallReport report(@Nullable CallReport before) {
        var outcome = outcome();
        var callBack = outcome == Outcome.CALL_BACK || outcome == Outcome.NOT_AVAILABLE || interrupted();
        var report = new CallReport(
                outcome,
                new ArrayList<@Nullable AnswerInput>(FilledSurvey.read(form).answers()),
                tags(),
                text("note"),
                text("organizerMessage"),
                callBack ? callBackAt() : null,
                callBack ? form.chose("callBackMine", true) : null,
                outcome == Outcome.WRONG_NUMBER ? wrong() : null,
                fact(),
                interrupted() ? true : null,
                null,
                null);
        return before == null ? report : report.withTicked(before.sendSurvey(), before.events());
    }

    private Outcome outcome() {
        return interrupted()
                ? Outcome.REACHED
                : Stream.of(Outcome.values())
                        .filter(each -> each.name().equals(form.value("outcome")))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("outcome", "is missing"));
    }

    private boolean interrupted() {
        return form.value("outcome").equals(INTERRUPTED);
    }

    private @Nullable Instant callBackAt() {
        var typed = form.value("callBackAt");
        try {
            return typed.isBlank() ? null : WallClock.instant(LocalDateTime.parse(typed), zone);
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("callBackAt", "must be a day and a time");
        }
    }

    private List<WrongNumber> wrong() {
        return Stream.of(WrongNumber.values())
                .filter(each -> form.chose("wrong", each))
                .toList();
    }

    private @Nullable PersonFact fact() {
        return Stream.of(PersonFact.values())
                .filter(each -> each.name().equals(form.value("fact")))
                .findFirst()
                .orElse(null);
    }

    private List<Long> tags() {
        return form.values().getOrDefault("tagIds", List.of()).stream()
                .filter(typed -> typed.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf)
                .toList();
    }

    private @Nullable String text(String field) {
        var text = form.value(field).replace("\r\n", "\n").strip();
        return text.isEmpty() ? null : text;
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, List.of(value.toString()));
        }
    }
}
