package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code {kontakt}} says in a reminder: whom to ask and how, and the association where there is nobody in particular. */
@QuarkusTest
class ContactFieldTest extends ReminderTest {

    private long event;

    @BeforeEach
    void aReminderThatSaysWhomToAsk() {
        rule(Map.of(
                "occasion", "BEFORE", "timing", Map.of("days", 1, "localTime", "17:00"), "smsText", "Fråga {kontakt}"));
        event = event("2026-11-24T18:30");
        signUp(event, member(5));
    }

    @Test
    void itIsTheNameWithTheNumberThatWasChosen() {
        change(
                "insert into staff (name, email, created_at) values ('Annika Ek', 'annika@example.org', '2026-01-01T00:00:00Z')");
        change("update event set contact_staff = (select max(id) from staff), contact_phone = '+46701740610'");

        assertThat(shown()).isEqualTo("Fråga Annika Ek, 070-174 06 10");
        assertThat(said()).isEqualTo("Fråga Annika Ek, 070-174 06 10");
    }

    @Test
    void whereThereIsNobodyInParticularItIsTheAssociation() {
        assertThat(shown()).isEqualTo("Fråga solna");
        assertThat(said()).isEqualTo("Fråga solna");
    }

    private String shown() {
        return as(token)
                .get(in("solna", "/events/" + event + "/reminders/preview"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("[0].sms")
                .replace("solna: ", "");
    }

    private String said() {
        workAt("2026-11-23T17:00");
        return arrived().getFirst();
    }
}
