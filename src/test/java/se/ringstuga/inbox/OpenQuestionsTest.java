package se.ringstuga.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** JA and NEJ are kept for what asked for them (rule 25). */
@QuarkusTest
class OpenQuestionsTest extends InboundTest {

    @Inject
    OpenQuestions questions;

    @Inject
    Listener listener;

    /** Stands for the feature that asked. */
    @ApplicationScoped
    static class Listener {

        final List<String> heard = new ArrayList<>();

        void answered(@Observes QuestionAnswered answer) {
            heard.add(answer.subject() + " " + answer.person().id() + " " + answer.yes());
        }

        List<String> heard() {
            return heard;
        }
    }

    @BeforeEach
    void silence() {
        listener.heard().clear();
    }

    private void ask(long person, String subject) {
        var organization = sql.first(
                        NamedSql.of("select organization_id from person where id = :id"),
                        Map.of("id", person),
                        row -> row.number("organization_id"))
                .orElseThrow();
        var until = clock.instant().plus(Duration.ofDays(2));
        sending.inTransaction(
                () -> questions.ask(organization, List.of(new OpenQuestions.Asked(person, subject, until))));
    }

    @Test
    void aBareYesAnswersTheOneOpenQuestionOnce() {
        ask(anna, "event:7");
        comes(PHONE, "Ja!");
        comes(PHONE, "JA");

        assertThat(listener.heard()).containsExactly("event:7 " + anna + " true");
        assertThat(inbox("open").getList("items.text"))
                .as("the second answers nothing")
                .containsExactly("JA");
    }

    @Test
    void aBareNoAnswersToo() {
        ask(anna, "event:7");
        comes(PHONE, "nej");

        assertThat(listener.heard()).containsExactly("event:7 " + anna + " false");
        assertThat(inbox("open").getList("items")).isEmpty();
    }

    @Test
    void askedAgainItIsTheSameQuestion() {
        ask(anna, "event:7");
        ask(anna, "event:7");
        comes(PHONE, "Ja");

        assertThat(listener.heard()).hasSize(1);
    }

    @Test
    void twoOpenQuestionsGoToAPerson() {
        ask(anna, "event:7");
        ask(anna, "event:8");
        comes(PHONE, "Ja");

        assertThat(listener.heard()).isEmpty();
        assertThat(inbox("open").getList("items.text")).containsExactly("Ja");
    }

    @Test
    void twoPeopleOnTheNumberGoToAPerson() {
        person("Bo", Map.of("altPhone", PHONE));
        ask(anna, "event:7");
        comes(PHONE, "Ja");

        assertThat(listener.heard()).isEmpty();
        assertThat(inbox("open").getList("items.text")).containsExactly("Ja");
    }

    @Test
    void moreThanTheBareWordGoesToAPerson() {
        ask(anna, "event:7");
        comes(PHONE, "Ja, men jag kommer senare");

        assertThat(listener.heard()).isEmpty();
        assertThat(inbox("open").getList("items.text")).containsExactly("Ja, men jag kommer senare");
    }

    @Test
    void anAnswerThatComesTooLateOrToAWithdrawnQuestionGoesToAPerson() {
        ask(anna, "event:7");
        clock.advance(Duration.ofDays(3));
        comes(PHONE, "Ja");
        ask(anna, "event:9");
        sending.inTransaction(() -> questions.withdraw(List.of("event:9")));
        comes(PHONE, "Nej");

        assertThat(listener.heard()).isEmpty();
        assertThat(inbox("open").getInt("items[0].waiting")).isEqualTo(2);
    }

    @Test
    void aQuestionOfAnotherTreeIsNotAnsweredByATextToThisOne() {
        a.organization("taby");
        var taby = a.token("taby");
        var there = person("taby", taby, "Anna", Map.of("phone", PHONE));
        ask(there, "event:7");
        comes(PHONE, "Ja");

        assertThat(listener.heard()).isEmpty();
        assertThat(inbox("open").getList("items.text")).containsExactly("Ja");
    }
}
