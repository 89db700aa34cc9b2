package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.SmsReceived;
import se.ringstuga.messaging.sms.InboundSms;

/** A reminder that asks whether people come, their answers by SMS, and who gets a place that becomes free. */
@QuarkusTest
class EventAnswersTest extends ReminderTest {

    @Inject
    Event<SmsReceived> received;

    private int told;

    @BeforeEach
    void rules() {
        rule(Map.of(
                "occasion", "BEFORE", "timing", Map.of("minutes", 24 * 60), "asks", true, "smsText", "{möte} {dag}."));
        rule(Map.of("occasion", "ANSWERED", "smsText", "{besked}"));
        whenIt(Occasion.PROMOTED);
    }

    private void texts(int number, String text) {
        var sms = new InboundSms("twilio", "SM" + ++told, "+467017406%02d".formatted(number), "+46701740699", text);
        sending.inTransaction(() -> received.fire(new SmsReceived(sms)));
    }

    private String signUpOf(long person) {
        return sql.first(
                        NamedSql.of("select state from sign_up where person_id = :person"),
                        Map.of("person", person),
                        row -> row.text("state"))
                .orElse("none");
    }

    private List<String> arrivedAt(int number) {
        return sql.list(
                NamedSql.of("select text from sandbox_sms where outgoing and phone = :phone order by id"),
                Map.of("phone", "+467017406%02d".formatted(number)),
                row -> row.text("text").replace("solna: ", ""));
    }

    @Test
    void aNoGivesThePlaceToWhoeverWaitsAndBothAreTold() {
        var event = event("2026-11-24T12:00");
        change("update event set capacity = 1 where id = " + event);
        var anna = member(5);
        var bo = member(6);
        signUp(event, anna);
        signUp(event, bo);
        assertThat(signUpOf(bo)).isEqualTo("WAITING");
        workAt("2026-11-23T12:00");
        assertThat(arrivedAt(5)).containsExactly("Medlemsmöte i morgon.\nKommer du? Svara JA eller NEJ.");
        assertThat(arrivedAt(6)).isEmpty();

        texts(5, "Nej");
        work();

        assertThat(signUpOf(anna)).isEqualTo("CANCELLED");
        assertThat(signUpOf(bo)).isEqualTo("SIGNED_UP");
        assertThat(arrivedAt(5))
                .last()
                .isEqualTo("Tack för beskedet! Då räknar vi inte med dig på Medlemsmöte i morgon kl 12.00.");
        assertThat(arrivedAt(6)).containsExactly("PROMOTED: Medlemsmöte i morgon kl 12.00");
        workAt("2026-11-23T13:00");
        assertThat(arrivedAt(5)).hasSize(2);
        assertThat(arrivedAt(6)).hasSize(1);
    }

    @Test
    void aYesIsConfirmedAtOnceAlsoAtNight() {
        var event = event("2026-11-24T12:00");
        var anna = member(5);
        signUp(event, anna);
        workAt("2026-11-23T12:00");
        clock.set(at("2026-11-23T23:00"));

        texts(5, "Ja");
        work();

        assertThat(signUpOf(anna)).isEqualTo("SIGNED_UP");
        assertThat(arrivedAt(5)).last().isEqualTo("Tack! Du är anmäld till Medlemsmöte i morgon kl 12.00.");
    }

    @Test
    void nobodyIsAskedAnyMoreAboutWhatIsCancelled() {
        var event = event("2026-11-24T12:00");
        signUp(event, member(5));
        workAt("2026-11-23T12:00");
        cancel(event);
        work();

        texts(5, "Ja");
        work();

        assertThat(arrivedAt(5)).hasSize(1);
        assertThat(number("select count(*) as n from open_question where withdrawn_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void whatSomebodySaidByAnotherWayIsAskedNoMore() {
        var first = event("2026-11-24T12:00");
        var second = event("2026-11-24T18:00");
        var anna = member(5);
        signUp(first, anna);
        signUp(second, anna);
        workAt("2026-11-23T18:00");
        assertThat(open()).containsExactlyInAnyOrder("event:" + first, "event:" + second);
        clock.set(at("2026-11-23T18:30"));
        signOff(first, anna);
        rounds.run();
        assertThat(open()).containsExactly("event:" + second);

        texts(5, "Nej");
        work();

        assertThat(number("select count(*) as n from sign_up where state = 'CANCELLED'"))
                .isEqualTo(2);
        assertThat(arrivedAt(5)).last().asString().startsWith("Tack för beskedet!");
    }

    @Test
    void whatIsSaidWhileTheSmsIsInLineIsNoAnswerToIt() {
        var event = event("2026-11-24T12:00");
        var anna = member(5);
        signUp(event, anna);
        clock.set(at("2026-11-23T12:00"));
        rounds.run();
        clock.set(at("2026-11-23T12:05"));
        signOff(event, anna);
        signUp(event, anna);
        rounds.run();
        workAt("2026-11-23T12:06");
        assertThat(arrivedAt(5)).hasSize(1);
        assertThat(open()).containsExactly("event:" + event);

        texts(5, "Nej");

        assertThat(signUpOf(anna)).isEqualTo("CANCELLED");
    }

    @Test
    void aQuestionWhoseSmsDoesNotLeaveIsNotOpen() {
        var moved = event("2026-11-24T12:00");
        var left = event("2026-11-24T12:30");
        var anna = member(5);
        signUp(moved, anna);
        signUp(left, anna);
        clock.set(at("2026-11-23T12:30"));
        rounds.run();
        assertThat(open()).containsExactlyInAnyOrder("event:" + moved, "event:" + left);

        move(moved, "2026-12-08T12:00");
        rounds.run();
        assertThat(open()).as("taken back").containsExactly("event:" + left);

        signOff(left, anna);
        sending.sendAll();
        assertThat(arrivedAt(5)).isEmpty();
        assertThat(open()).as("dropped").isEmpty();
    }

    @Test
    void planningWaitsForNobodyWhoIsJustAnswering() throws Exception {
        var event = event("2026-11-24T12:00");
        var anna = member(5);
        signUp(event, anna);
        workAt("2026-11-23T12:00");
        clock.set(at("2026-11-23T12:05"));
        signOff(event, anna);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            QuarkusTransaction.requiringNew().call(() -> {
                sql.list(NamedSql.of("select id from open_question for update"), Map.of(), row -> row.number("id"));
                return threads.submit(() -> rounds.run()).get(20, TimeUnit.SECONDS);
            });
        }

        assertThat(number("select count(*) as n from reminder_news")).isZero();
        assertThat(open()).containsExactly("event:" + event);
    }

    private List<String> open() {
        return sql.list(
                NamedSql.of(
                        "select subject from open_question where withdrawn_at is null and answered_at is null order by id"),
                Map.of(),
                row -> row.text("subject"));
    }

    @Test
    void withASenderThatCannotBeAnsweredTheLinkIsGivenInstead() {
        change("update sms_sender set address = 'Solna'");
        var event = event("2026-11-24T12:00");
        signUp(event, member(5));

        workAt("2026-11-23T12:00");

        assertThat(arrivedAt(5))
                .singleElement()
                .asString()
                .contains("Kommer du? Svara här: ")
                .contains("/t/");
        assertThat(number("select count(*) as n from open_question")).isZero();
    }
}
