package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;
import se.ringstuga.surveys.AnswerInput;

class CallReportFormTest {

    private static CallReport report(Map<String, List<String>> fields) {
        var values = new HashMap<>(fields);
        values.put("zone", List.of("Europe/Stockholm"));
        return CallReportForm.of(new PageForm(values, Map.of())).report();
    }

    @Test
    void answersAreReadWithoutTheirSurvey() {
        var report = report(Map.of(
                "outcome", List.of("REACHED"),
                "option-7", List.of("71", "72"),
                "value-8", List.of("4"),
                "date-9", List.of("2026-12-03"),
                "text-10", List.of("  ")));
        assertThat(report.answers())
                .extracting(answer -> answer == null ? 0 : answer.questionId())
                .containsExactlyInAnyOrder(7L, 8L, 9L);
        assertThat(report.answers()).contains(AnswerInput.ofOptions(7, List.of(71L, 72L)), AnswerInput.ofValue(8, 4));
    }

    @Test
    void aBrokenOffCallIsReachedAndInterrupted() {
        var report = report(Map.of("outcome", List.of("INTERRUPTED")));
        assertThat(report.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(report.interrupted()).isTrue();
    }

    @Test
    void aFactIsSentOnlyByItsOwnButton() {
        var chosen = Map.of("fact", List.of("WANTS_TO_LEAVE"));
        assertThat(report(with(chosen, "FACT")).personFact()).isEqualTo(PersonFact.WANTS_TO_LEAVE);
        assertThat(report(with(chosen, "BUSY")).personFact()).isNull();
        assertThat(report(with(Map.of("fact", List.of("DECEASED")), "FACT")).outcome())
                .isEqualTo(Outcome.NOT_AVAILABLE);
    }

    @Test
    void aCallBackTimeTypedAndThenLeftIsNotSentWithAnotherOutcome() {
        var typed = Map.of("callBack", List.of("other"), "callBackOther", List.of("2026-11-26T18:30"));
        assertThat(report(with(typed, "CALL_BACK")).callBackAt()).isEqualTo(Instant.parse("2026-11-26T17:30:00Z"));
        assertThat(report(with(typed, "NO_ANSWER")).callBackAt()).isNull();
        assertThatThrownBy(() -> report(with(Map.of(), "CALL_BACK"))).isInstanceOf(InvalidInput.class);
    }

    private static Map<String, List<String>> with(Map<String, List<String>> fields, String outcome) {
        var all = new HashMap<>(fields);
        all.put("outcome", List.of(outcome));
        return all;
    }
}
