package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever was sent the survey and has not answered it after four days returns to the queue, once (rule 14). */
@QuarkusTest
class SurveyPromisesTest extends AskedForSurveyTest {

    private static final Duration ALMOST = Duration.ofDays(4).minusMinutes(2);
    private static final Duration THE_REST = Duration.ofMinutes(2);

    @Inject
    QueueRefreshes refreshes;

    private void nobodyIsLeftIn(long assignment) {
        refresh.assignment(assignment);
        claim(assignment, caller(assignment)).statusCode(409);
    }

    private long returnedIn(long assignment) {
        refresh.assignment(assignment);
        return claim(assignment, caller(assignment))
                .statusCode(201)
                .body("person.id", equalTo((int) anna))
                .body("promised", equalTo(true))
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private long promisedIn(long assignment) {
        var claim = claim(assignment, caller(assignment))
                .statusCode(201)
                .body("promised", equalTo(false))
                .extract()
                .jsonPath()
                .getLong("id");
        report(claim, BY_SMS).statusCode(200);
        return claim;
    }

    @Test
    void whoeverWasReachedAndDoesNotAnswerReturnsOnceAfterFourDays() {
        var assignment = withSurvey("");
        promisedIn(assignment);
        nobodyIsLeftIn(assignment);
        later(ALMOST);
        nobodyIsLeftIn(assignment);

        later(THE_REST);
        report(returnedIn(assignment), BY_SMS).statusCode(200);

        nobodyIsLeftIn(assignment);
        later(Duration.ofDays(9));
        nobodyIsLeftIn(assignment);
    }

    @Test
    void whoeverAnswersMeanwhileDoesNotReturn() {
        var assignment = withSurvey("");
        promisedIn(assignment);
        later(Duration.ofMinutes(1));
        later(Duration.ofDays(2));
        answer(code());

        later(Duration.ofDays(2));
        nobodyIsLeftIn(assignment);
    }

    @Test
    void whoeverAnswersAfterReturningToTheQueueIsNotCalled() {
        var assignment = withSurvey("");
        promisedIn(assignment);
        later(Duration.ofMinutes(1));
        later(Duration.ofDays(4));
        refresh.assignment(assignment);
        answer(code());

        claim(assignment, caller(assignment)).statusCode(409);
    }

    @Test
    void inAnAssignmentThatIsNotDoneWithThemTheyAreLeftInPeaceUntilThen() {
        var assignment =
                withSurvey(",\"cooldownHours\":1,\"maxAttempts\":1,\"goal\":{\"type\":\"surveyAnswered\",\"surveyId\":"
                        + survey + "}");
        promisedIn(assignment);
        later(ALMOST);
        nobodyIsLeftIn(assignment);

        later(THE_REST);
        report(returnedIn(assignment), outcome("NO_ANSWER")).statusCode(200);
        later(Duration.ofDays(9));
        nobodyIsLeftIn(assignment);
    }

    @Test
    void aCallBackThatWasAskedForComesAtItsTimeAndThePromiseAfterIt() {
        var assignment = withSurvey("");
        var claim = claimed(assignment).getLong("id");
        report(claim, "{\"outcome\":\"CALL_BACK\",\"callBackAt\":\"2026-11-26T17:00:00Z\",\"sendSurvey\":\"SMS\"}")
                .statusCode(200);
        later(Duration.ofDays(2));
        var again = claim(assignment, caller(assignment))
                .statusCode(201)
                .body("promised", equalTo(false))
                .extract()
                .jsonPath()
                .getLong("id");
        report(again, outcome("REACHED")).statusCode(200);
        nobodyIsLeftIn(assignment);

        later(Duration.ofDays(2));
        returnedIn(assignment);
    }

    @Test
    void anUndoneReportOfTheReturnLeavesItOpen() {
        var assignment = withSurvey("");
        promisedIn(assignment);
        later(Duration.ofDays(4));
        var claim = returnedIn(assignment);
        report(claim, outcome("REACHED")).statusCode(200);

        as(token)
                .delete(in(SOLNA, "/claims/" + claim + "/report"))
                .then()
                .statusCode(200)
                .body("promised", equalTo(true));
    }

    @Test
    void whoeverDeclinesAfterwardsDoesNotReturn() {
        var assignment = withSurvey("");
        var claim = promisedIn(assignment);
        later(Duration.ofMinutes(1));
        correct(claim, outcome("DECLINED")).statusCode(200);

        later(Duration.ofDays(4));
        nobodyIsLeftIn(assignment);
    }

    @Test
    void aClosedAssignmentCallsNobodyBack() {
        var assignment = withSurvey("");
        promisedIn(assignment);
        calls.change("update call_assignment set closed_at = '2026-11-24T17:00:00Z'", Map.of());

        later(Duration.ofDays(4));
        refreshes.run();
        assertThat(calls.count("select count(*) from call_queue_entry where done_at is null"))
                .isZero();
    }
}
