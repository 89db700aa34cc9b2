package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;

/** Parts and price of every recipient's own text, before anything is sent and afterwards. */
@QuarkusTest
class TextCostTest extends SmsCostTest {

    private static final String FILLS_ALL_BUT_SIX = "x".repeat(153 - "solna: ".length());

    @Test
    void partsAreCountedOverEachOwnText() {
        person("Bo", 5);
        person("Bo", 6);
        person("Maximilian", 7);

        dryRun("{förnamn}" + FILLS_ALL_BUT_SIX)
                .statusCode(200)
                .body("targeted", equalTo(3))
                .body("waiting", equalTo(3))
                .body("parts", equalTo(4))
                .body("cost", equalTo(2.0f))
                .body("longest", equalTo(2))
                .body("costLeft", nullValue())
                .body("unicode", nullValue());
    }

    @Test
    void whatATagAddsIsCountedForWhoeverHasIt() {
        people(2);
        as(token)
                .body(Map.of("title", "Ordförande"))
                .post(in("solna", "/tags"))
                .then()
                .statusCode(201);
        sql.update(NamedSql.of("""
                insert into person_tag (organization_id, person_id, tag_organization, tag_id, tagged_at, tagged_by)
                select p.organization_id, p.id, t.organization_id, t.id, p.created_at, 'test' from person p, tag t
                where p.phone = '+46701740605'"""), Map.of());

        dryRun("Hej{om tagg ordförande}" + "x".repeat(160) + "{slut}").body("parts", equalTo(3));
    }

    @Test
    void whoGetsNothingCostsNothing() {
        person("Bo", 5);
        person("Cecilia", 5);

        dryRun("Välkomna").body("skipped.SHARED_NUMBER", equalTo(1)).body("parts", equalTo(1));
    }

    @Test
    void theCharacterThatCostsIsNamedWithWhatCouldStandInstead() {
        person("Bo", 5);
        person("Céline", 6);
        person("Đorđe", 7);

        dryRun("Hej {förnamn}! Möte kl 18–20")
                .body("unicode.character", equalTo("–"))
                .body("unicode.name", equalTo("en dash"))
                .body("unicode.replacement", equalTo("-"))
                .body("unicode.people", equalTo(3));
        dryRun("Hej {förnamn}!").body("unicode.character", equalTo("Đ")).body("unicode.people", equalTo(1));
    }

    @Test
    void whatIsLeftOfTheBudgetIsTold() {
        people(2);
        budget(10, 15);
        act(draft(broadcast("Välkomna")), "approval").statusCode(200);

        dryRun("Igen").body("cost", equalTo(1.0f)).body("costLeft", equalTo(9.0f));
    }

    @Test
    void aTextOverTheCapIsRefusedWithTheNumber() {
        person("Bo", 5);
        choose(Map.of("smsMostParts", 2));
        as(token)
                .body(broadcast("x".repeat(400)))
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("text"))
                .body("violations[0].message", containsString("3 parts"));
        single(person("Cecilia", 6), "x".repeat(400)).statusCode(400);
    }

    @Test
    void oneWhoseTextIsTooLongHoldsTheApproval() {
        person("Bo", 5);
        person("Maximilian-Alexander", 6);
        choose(Map.of("smsMostParts", 1));

        dryRun("{förnamn}" + "x".repeat(143))
                .statusCode(409)
                .body("type", endsWith("/problems/text-too-long"))
                .body("detail", containsString("2 parts for 1 people"));
    }

    @Test
    void everyFrozenMessageHasItsPartsAndPrice() {
        person("Bo", 5);
        person("Maximilian", 6);
        person("Cecilia", 6);
        act(draft(broadcast("{förnamn}" + FILLS_ALL_BUT_SIX)), "approval").statusCode(200);

        assertThat(sql.list(NamedSql.of("""
                        select p.given_name || ' ' || m.parts || ' ' || m.price as cost from message m join person p on p.id = m.person_id
                        order by m.person_id"""), Map.of(), row -> row.text("cost")))
                .containsExactly("Bo 1 0.5000", "Maximilian 2 1.0000", "Cecilia 2 1.0000");
    }

    private Map<String, Object> draftOf(String text) {
        return new HashMap<>(Map.of("channel", "SMS", "text", text));
    }

    @Test
    void aPreviewIsTheTextOfSomebodyInventedWithItsPrice() {
        as(token)
                .body(draftOf("Hej {förnamn|du}"))
                .post(in("solna", "/messages/preview"))
                .then()
                .statusCode(200)
                .body("text", equalTo("solna: Hej Annika"))
                .body("sms.parts", equalTo(1))
                .body("sms.mostParts", equalTo(4))
                .body("sms.encoding", equalTo("GSM_7"))
                .body("sms.units", equalTo(17))
                .body("sms.unitsInParts", equalTo(160))
                .body("sms.price", equalTo(0.5f))
                .body("sms.unicode", nullValue())
                .body("sms.asksForReply", nullValue());
        assertThat(accessLog()).isEmpty();
    }

    @Test
    void aPreviewForSomebodyNamedIsInTheAccessLog() {
        var wanted = draftOf("Hej {förnamn}…");
        wanted.put("personId", person("Bo", 5));

        as(token)
                .body(wanted)
                .post(in("solna", "/messages/preview"))
                .then()
                .statusCode(200)
                .body("text", equalTo("solna: Hej Bo…"))
                .body("sms.encoding", equalTo("UCS_2"))
                .body("sms.unicode.character", equalTo("…"))
                .body("sms.unicode.replacement", equalTo("..."));
        assertThat(accessLog()).containsExactly("message.preview");
    }

    private List<String> accessLog() {
        return sql.list(
                NamedSql.of("select action from access_log where action like 'message.%'"),
                Map.of(),
                row -> row.text("action"));
    }

    @Test
    void aPreviewTellsWhatAOneWaySenderCannot() {
        var wanted = draftOf("Kom på mötet, svara JA");
        as(token).body(wanted).post(in("solna", "/messages/preview")).then().body("sms.asksForReply", nullValue());

        wanted.put("senderId", sender("Solna"));
        as(token)
                .body(wanted)
                .post(in("solna", "/messages/preview"))
                .then()
                .body("sms.asksForReply", equalTo("svara JA"));
    }

    @Test
    void aOneWaySenderIsRefusedATextThatAsksForAReply() {
        var name = sender("Solna");
        var wanted = broadcast("Kom på mötet, svara JA");
        draft(wanted);

        wanted.put("senderId", name);
        as(token)
                .body(wanted)
                .post(in("solna", "/broadcasts"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("text"))
                .body("violations[0].message", containsString("a link"));
        as(token)
                .body(Map.of("personId", person("Bo", 5), "channel", "SMS", "text", "Reply YES", "senderId", name))
                .post(in("solna", "/messages"))
                .then()
                .statusCode(400);
    }

    @Test
    void aHouseholdSharesAnSmsOnlyWhenNothingInItIsPersonal() {
        person("Bo", 5);
        person("Cecilia", 5);
        dryRun("Välkomna").body("waiting", equalTo(1)).body("skipped.SHARED_NUMBER", equalTo(1));
        dryRun("Hej {förnamn}").body("waiting", equalTo(2));

        var withLink = broadcast("Välkomna");
        withLink.put("senderId", sender("Solna"));
        as(token)
                .body(withLink)
                .post(in("solna", "/broadcasts?dryRun=true"))
                .then()
                .body("waiting", equalTo(2));
    }

    @Test
    void previewsNeedTheRightAndShowOnlyOnesOwnPeople() {
        a.organization("taby");
        var stranger = a.token("taby");
        var wanted = draftOf("Hej");
        wanted.put("personId", person("Bo", 5));

        as(stranger).body(wanted).post(in("solna", "/messages/preview")).then().statusCode(404);
        as(stranger)
                .body(wanted)
                .post(in("taby", "/messages/preview"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("personId"));
        as(a.token("solna", Permission.MESSAGES_READ))
                .body(wanted)
                .post(in("solna", "/messages/preview"))
                .then()
                .statusCode(403);
        as("wrong").body(wanted).post(in("solna", "/messages/preview")).then().statusCode(401);
        as(token)
                .body(draftOf("Hej {förnam}"))
                .post(in("solna", "/messages/preview"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("text"));
    }
}
