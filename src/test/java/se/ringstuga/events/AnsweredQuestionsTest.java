package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;
import se.ringstuga.inbox.QuestionAnswered;

/** JA and NEJ to an SMS about an event. */
@QuarkusTest
class AnsweredQuestionsTest extends EventTest {

    @Inject
    Event<QuestionAnswered> answered;

    @Test
    void yesSignsUpAndSaidAgainConfirms() {
        var event = published(meeting());
        var anna = person("Anna");
        answers(event, anna, true);
        signUps(event).body("items.status", contains("REGISTERED")).body("items[0].source", equalTo("SMS"));
        answers(event, anna, true);
        assertThat(statuses(event)).containsExactly("CONFIRMED");
        as(token)
                .get(in(SOLNA, "/people/" + anna + "/timeline"))
                .then()
                .statusCode(200)
                .body("items.kind.findAll { it == 'SIGNED_UP' }.size()", equalTo(1));
    }

    @Test
    void noGivesThePlaceBackToWhoeverWaits() {
        var event = places(1);
        var anna = person("Anna");
        signedUp(event, anna);
        signedUp(event, person("Bo"));
        answers(event, anna, false);
        assertThat(statuses(event)).containsExactly("CANCELLED", "REGISTERED");
    }

    @Test
    void aYesThatComesTooLateIsToldToTheOrganizers() {
        var wanted = meeting();
        wanted.put("signUpClosesAt", "2026-12-01T12:00:00Z");
        var event = published(wanted);
        at(MEETING.minus(Duration.ofDays(1)));
        answers(event, person("Anna"), true);
        assertThat(statuses(event)).isEmpty();
        assertThat(told()).containsExactly("answer-too-late event:" + event);
    }

    @Test
    void anAnswerDecidesNothingElse() {
        var event = published(meeting());
        var anna = person("Anna");
        for (var subject : List.of("survey:" + event, "event:x", "event:" + event + " and more", "event:4711")) {
            transactions.in(() -> {
                answered.fire(new QuestionAnswered(1, solna, known(anna), subject, true));
                return true;
            });
        }
        var elsewhere = a.organization("boras");
        transactions.in(() -> {
            answered.fire(new QuestionAnswered(1, elsewhere, known(anna), "event:" + event, true));
            return true;
        });
        assertThat(statuses(event)).isEmpty();
        assertThat(told()).isEmpty();
    }

    private void answers(long event, long person, boolean yes) {
        transactions.in(() -> {
            answered.fire(new QuestionAnswered(1, solna, known(person), "event:" + event, yes));
            return true;
        });
    }

    private List<String> told() {
        return sql.list(
                NamedSql.of("select kind, subject from notice order by id"),
                Map.of(),
                row -> row.text("kind") + " " + row.text("subject"));
    }
}
