package se.ringstuga.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.sms.InboundSms;

/** STOPP and START, in force before anything is answered (rules 20, 21 and 25). */
@QuarkusTest
class OptOutTest extends InboundTest {

    private static final String PARENTS = "+46701740617";
    private static final String CONFIRMATION = "Du får inga fler sms från solna. Svara START om du ändrar dig.";

    @Inject
    Consents consents;

    @Test
    void stoppEndsAllSmsAtOnceAndIsConfirmedOnceAlsoAtNight() {
        clock.set(NIGHT);
        comes(PHONE, "Stopp!");

        assertThat(reason(anna)).isEqualTo("OPTED_OUT");
        sendAll();
        assertThat(arrived()).containsExactly(CONFIRMATION);

        comes(PHONE, "STOPP");
        sendAll();
        assertThat(arrived()).containsExactly(CONFIRMATION);
        assertThat(inbox("open").getList("items")).isEmpty();
    }

    @Test
    void aMessageThatWasInLineIsNotSentAnyMore() {
        var message = as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej", "purpose", "REQUESTED"))
                .post(in("solna", "/messages"))
                .jsonPath()
                .getLong("id");
        comes(PHONE, "STOPP");
        sendAll();

        assertThat(arrived()).containsExactly(CONFIRMATION);
        assertThat(as(token).get(in("solna", "/messages/" + message)).jsonPath().getString("reason"))
                .isEqualTo("OPTED_OUT");
    }

    @Test
    void itHoldsForEveryoneWithTheNumberAndForTheNumberItself() {
        var bo = person("Bo", Map.of("altPhone", PHONE));
        comes(PHONE, "sluta tack");

        assertThat(reason(anna)).isEqualTo("OPTED_OUT");
        assertThat(reason(bo)).isEqualTo("OPTED_OUT");
        assertThat(reason(person("Cilla", Map.of("phone", PHONE)))).isEqualTo("SUPPRESSED_ADDRESS");
    }

    @Test
    void itHoldsForTheNumberAlsoWhereItIsSomebodysSecondOne() {
        comes(PARENTS, "STOPP");
        var dan = person("Dan", Map.of("phone", "+46701740616", "altPhone", PARENTS));
        comes(PARENTS, "Vilka är ni?");

        assertThat(answer("Vi är föreningen").getString("reason")).isEqualTo("SUPPRESSED_ADDRESS");
        sendAll();
        assertThat(arrived()).isEmpty();
        assertThat(reason(dan)).as("their first number has said nothing").isEqualTo("none");
    }

    @Test
    void itHoldsForASecondNumberThatAnAnswerIsInLineFor() {
        person("Dan", Map.of("phone", "+46701740616", "altPhone", PARENTS));
        comes(PARENTS, "Vilka är ni?");
        var answer = answer("Vi är föreningen");
        assertThat(answer.getString("state")).isEqualTo("QUEUED");
        sending.inTransaction(() -> consents.suppress(root(), Channel.SMS, PARENTS, "test"));
        sendAll();

        assertThat(arrived()).isEmpty();
        as(token)
                .get(in("solna", "/messages/" + answer.getLong("id")))
                .then()
                .body("state", equalTo("SKIPPED"))
                .body("reason", equalTo("SUPPRESSED_ADDRESS"));
    }

    @Test
    void aNumberThatSaidNothingIsNoWayAroundTheOneThatDid() {
        comes("+46701740616", "STOPP");
        person("Dan", Map.of("phone", "+46701740616", "altPhone", PARENTS));
        comes(PARENTS, "Vilka är ni?");

        assertThat(answer("Vi är föreningen").getString("reason")).isEqualTo("SUPPRESSED_ADDRESS");
    }

    private JsonPath answer(String text) {
        return as(token)
                .body(Map.of("text", text))
                .post(in("solna", "/inbox/" + inbox("open").getLong("items[0].id") + "/answers"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private long root() {
        return sql.first(NamedSql.of("select root_id from organization"), Map.of(), row -> row.number("root_id"))
                .orElseThrow();
    }

    @Test
    void itHoldsForEveryOrganizationThatUsesTheSender() {
        a.organization("taby");
        var taby = a.token("taby");
        sender("taby", taby, SENDER);
        var there = person("taby", taby, "Anna", Map.of("phone", PHONE));
        a.organization("nacka");
        var nacka = a.token("nacka");
        sender("nacka", nacka, "+46701740698");
        var elsewhere = person("nacka", nacka, "Anna", Map.of("phone", PHONE));
        comes(PHONE, "STOPP");

        assertThat(state("taby", taby, there)).isEqualTo("SKIPPED");
        assertThat(state("nacka", nacka, elsewhere)).isEqualTo("QUEUED");
    }

    private String state(String slug, String with, long person) {
        return as(with).body(Map.of("personId", person, "channel", "SMS", "text", "Hej", "purpose", "REQUESTED"))
                .post(in(slug, "/messages"))
                .jsonPath()
                .getString("state");
    }

    @Test
    void startTakesBackWhatStoppDid() {
        comes(PHONE, "STOPP");
        comes(PHONE, "Start");
        assertThat(reason(anna)).isEqualTo("none");

        comes(PHONE, "STOPP");
        assertThat(reason(anna)).isEqualTo("OPTED_OUT");
        comes(PHONE, "START");
        assertThat(reason(anna)).isEqualTo("none");
        assertThat(kinds()).containsExactly("STOP", "START", "STOP", "START");
    }

    @Test
    void startUndoesNothingThatWasSaidElsewhereAndIsReadByAPerson() {
        sql.update(NamedSql.of("""
                with said as (
                  insert into contact_consent (organization_id, person_id, channel, purpose, decision, source, actor, at)
                  select organization_id, id, 'SMS', 'ANY', 'WITHDRAWN', 'staff', 'staff:1', created_at from person where id = :person
                  returning *)
                insert into contact_state (organization_id, person_id, channel, purpose, decision, since, consent_id)
                select organization_id, person_id, channel, purpose, decision, at, id from said"""), Map.of("person", anna));
        comes(PHONE, "START");

        assertThat(reason(anna)).isEqualTo("OPTED_OUT");
        assertThat(inbox("open").getList("items.text")).containsExactly("START");
    }

    @Test
    void whatTheyHadAskedForAtTheProviderIsTakenBackByTheirOwnStartToo() {
        as(token)
                .body(Map.of("personId", anna, "channel", "SMS", "text", "Hej [STOPPED]", "purpose", "REQUESTED"))
                .post(in("solna", "/messages"));
        sendAll();
        assertThat(reason(anna)).isEqualTo("OPTED_OUT");

        comes(PHONE, "START");
        assertThat(reason(anna)).isEqualTo("none");
    }

    @Test
    void aNearMissOptsNobodyOutAndGoesToAPerson() {
        comes(PHONE, "stoppa gärna fler möten");

        assertThat(reason(anna)).isEqualTo("none");
        assertThat(inbox("open").getList("items.text")).containsExactly("stoppa gärna fler möten");
    }

    @Test
    void anUnknownNumberIsStoppedButNotAnswered() {
        comes("+46701740688", "STOPP");
        comes("71234", "STOPP");
        sendAll();

        assertThat(arrived()).isEmpty();
        assertThat(reason(person("Dan", Map.of("phone", "+46701740688")))).isEqualTo("SUPPRESSED_ADDRESS");
        assertThat(inbox("open").getList("items.phone"))
                .as("a machine's word is read by a person")
                .containsExactly("71234");
    }

    @Test
    void aNumberIsAnsweredByItselfOnceADayHoweverOftenItWrites() {
        for (int i = 0; i < 5; i++) {
            comes(PHONE, "STOPP");
            comes(PHONE, "START");
        }
        sendAll();
        assertThat(arrived()).hasSize(1);

        clock.advance(Duration.ofHours(25));
        comes(PHONE, "STOPP");
        sendAll();
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void whoeverReadsEnglishIsAnsweredInEnglish() {
        person("Emma", Map.of("phone", "+46701740614", "language", "en"));
        comes("+46701740614", "STOP");
        sendAll();

        assertThat(arrived())
                .containsExactly("You will get no more texts from solna. Reply START if you change your mind.");
    }

    @Test
    void theConfirmationIsTheOnlyMessageThatAnOptOutLetsThrough() {
        comes(PHONE, "STOPP");
        sendAll();
        var answer = as(token)
                .body(Map.of("text", "Varför då?"))
                .post(in("solna", "/inbox/" + inbox("handled").getLong("items[0].id") + "/answers"))
                .jsonPath();

        assertThat(answer.getString("reason")).isEqualTo("OPTED_OUT");
        sendAll();
        assertThat(arrived()).containsExactly(CONFIRMATION);
    }

    @Test
    void aTextThatIsToldTwiceOptsOutOnce() {
        var sms = new InboundSms("twilio", "SMonce", PHONE, SENDER, "STOPP");
        tell(sms);
        comes(PHONE, "START");
        tell(sms);

        assertThat(reason(anna)).isEqualTo("none");
    }

    private List<String> kinds() {
        return sql.list(NamedSql.of("select kind from inbound_message order by id"), Map.of(), row -> row.text("kind"));
    }
}
