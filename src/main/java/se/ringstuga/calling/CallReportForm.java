package se.ringstuga.calling;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.surveys.FilledSurvey;

/**
 * The page's one form of survey and outcome. The button that sends it names the outcome; what belongs to another outcome
 * (a call-back time typed and then left) is not sent along.
 *
 * @param zone the organization's, in which "another time" is typed; the page sends it along
 */
record CallReportForm(PageForm form, FilledSurvey survey, ZoneId zone) {

    /** Buttons that say more than an outcome. */
    private static final String INTERRUPTED = "INTERRUPTED";

    private static final String FACT = "FACT";
    private static final String OTHER_TIME = "other";

    static CallReportForm of(PageForm form) {
        return new CallReportForm(form, FilledSurvey.read(form), zone(form.value("zone")));
    }

    private static ZoneId zone(String sent) {
        try {
            return ZoneId.of(sent);
        } catch (DateTimeException unreadable) {
            return ZoneOffset.UTC;
        }
    }

    String secret() {
        return form.value("secret");
    }

    /** @throws InvalidInput when a call-back has no readable time */
    CallReport report() {
        Outcome outcome = outcome();
        return new CallReport(
                        outcome,
                        survey.answers(),
                        ids("tagIds"),
                        text("note"),
                        text("organizerMessage"),
                        outcome == Outcome.CALL_BACK ? callBackAt() : null,
                        outcome == Outcome.CALL_BACK ? form.chose("callBackMine", true) : null,
                        outcome == Outcome.WRONG_NUMBER ? wrongNumbers() : null,
                        fact().orElse(null),
                        sentBy(INTERRUPTED) ? true : null,
                        null,
                        null)
                .withTicked(
                        named(SurveyChannel.values(), form.value("sendSurvey")).orElse(null), ids("signUps"));
    }

    private Outcome outcome() {
        if (sentBy(INTERRUPTED)) {
            return Outcome.REACHED;
        } else if (sentBy(FACT)) {
            return fact().filter(PersonFact.DECEASED::equals).isPresent() ? Outcome.NOT_AVAILABLE : Outcome.REACHED;
        }
        return named(Outcome.values(), form.value("outcome"))
                .orElseThrow(() -> new InvalidInput("outcome", "is missing; send the form with one of its buttons"));
    }

    private Optional<PersonFact> fact() {
        return sentBy(FACT) ? named(PersonFact.values(), form.value("fact")) : Optional.empty();
    }

    private boolean sentBy(String button) {
        return form.value("outcome").equals(button);
    }

    private Instant callBackAt() {
        String chosen = form.value("callBack");
        try {
            return chosen.isEmpty() || chosen.equals(OTHER_TIME)
                    ? LocalDateTime.parse(form.value("callBackOther"))
                            .atZone(zone)
                            .toInstant()
                    : Instant.parse(chosen);
        } catch (DateTimeException unreadable) {
            throw new InvalidInput("callBackAt", "is missing; choose a time");
        }
    }

    private List<Long> ids(String field) {
        try {
            return form.values().getOrDefault(field, List.of()).stream()
                    .map(Long::valueOf)
                    .toList();
        } catch (NumberFormatException unreadable) {
            throw new InvalidInput(field, "must be ids");
        }
    }

    private List<WrongNumber> wrongNumbers() {
        return form.values().getOrDefault("wrong", List.of()).stream()
                .flatMap(value -> named(WrongNumber.values(), value).stream())
                .toList();
    }

    private @Nullable String text(String field) {
        String text = form.value(field).strip();
        return text.isEmpty() ? null : text;
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
