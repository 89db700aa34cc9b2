package se.ringstuga.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** In whose inbox a text lands when one number has been several associations'. */
@QuarkusTest
class SenderOwnersTest extends InboundTest {

    private String taby = "";

    @BeforeEach
    void anotherAssociation() {
        a.organization("taby");
        taby = a.token("taby");
    }

    private void writes(String slug, String with, long person) {
        as(with).body(Map.of("personId", person, "channel", "SMS", "text", "Hej", "purpose", "REQUESTED"))
                .post(in(slug, "/messages"))
                .then()
                .statusCode(201);
        sendAll();
        clock.advance(Duration.ofMinutes(15));
    }

    /** Solna lets go of the number, and Täby takes it. */
    private void theNumberPassesOn() {
        var sender = as(token).get(in("solna", "/sms-senders")).jsonPath().getLong("items[0].id");
        as(token).delete(in("solna", "/sms-senders/" + sender)).then().statusCode(204);
        sender("taby", taby, SENDER);
    }

    private List<String> inboxOf(String slug, String with) {
        return as(with).get(in(slug, "/inbox")).jsonPath().getList("items.text");
    }

    @Test
    void aReplyGoesToWhoeverWroteToTheTelephoneAlsoWhenTheNumberIsAnothersByNow() {
        writes("solna", token, anna);
        theNumberPassesOn();
        comes(PHONE, "Tack, jag kommer!");

        assertThat(inboxOf("solna", token)).containsExactly("Tack, jag kommer!");
        assertThat(inboxOf("taby", taby)).isEmpty();
    }

    @Test
    void afterAMonthWhoeverWritesMeansTheOneThatHasTheNumber() {
        writes("solna", token, anna);
        theNumberPassesOn();
        sql.update(NamedSql.of("update message set contacted_at = contacted_at - interval '30 days'"), Map.of());
        comes(PHONE, "Jag såg er affisch");

        assertThat(inboxOf("taby", taby)).containsExactly("Jag såg er affisch");
        assertThat(inboxOf("solna", token)).isEmpty();
    }

    @Test
    void onceTheOtherHasWrittenToThemItIsTheirs() {
        writes("solna", token, anna);
        theNumberPassesOn();
        writes("taby", taby, person("taby", taby, "Anna", Map.of("phone", PHONE)));
        comes(PHONE, "Tack, jag kommer!");

        assertThat(inboxOf("taby", taby)).containsExactly("Tack, jag kommer!");
        assertThat(inboxOf("solna", token)).isEmpty();
    }

    @Test
    void whomNobodyWroteToReachesTheOneThatHasTheNumber() {
        writes("solna", token, anna);
        theNumberPassesOn();
        comes("+46701740688", "Vem är det här?");

        assertThat(inboxOf("taby", taby)).containsExactly("Vem är det här?");
        assertThat(inboxOf("solna", token)).isEmpty();
    }
}
