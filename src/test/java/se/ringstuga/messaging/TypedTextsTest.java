package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.sms.SmsText;

/** However a text was typed: what was previewed and counted is what the provider gets, and what is kept. */
@QuarkusTest
class TypedTextsTest extends SmsCostTest {

    private static final String COMPOSED = "Årsmöte på lördag.\nVälkommen!";

    @Inject
    StaffFixtures staff;

    private long bo;

    @BeforeEach
    void aMember() {
        bo = person("Bo", 30);
    }

    private static String inPieces(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private long id(String text) {
        return single(bo, text).statusCode(201).extract().jsonPath().getLong("id");
    }

    @Test
    void whatWasTypedInPiecesIsSentAndKeptAsItWasCounted() {
        var id = id(inPieces(COMPOSED).replace("\n", "\r\n"));
        sendAll();

        assertThat(arrived()).containsExactly(COMPOSED);
        message(id).body("text", equalTo("solna: " + COMPOSED));
        assertThat(parts(id))
                .isEqualTo(1)
                .isEqualTo(SmsText.of("solna: " + COMPOSED).parts());
    }

    @Test
    void soIsABroadcast() {
        var broadcast = draft(broadcast(inPieces("Hej {förnamn}! " + COMPOSED)));
        dryRun(inPieces("Hej {förnamn}! " + COMPOSED)).body("parts", equalTo(1));
        act(broadcast, "approval").statusCode(200);
        clock.advance(Duration.ofMinutes(3));
        sendAll();

        assertThat(arrived()).containsExactly("Hej Bo! " + COMPOSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hej, /{avsändare}",
                "Hej, /{AVSÄNDARE|styrelsen}",
                "Hej, /{\tavsändare }",
                "Hej, /{om avsändare}karin{annars}styrelsen{slut}",
                "Hej, /{om\tsender}karin{slut}"
            })
    void whoWroteItIsNamedHoweverTheFieldWasTyped(String text) {
        var karin = staff.staff("karin@example.org", "solna", Role.ORGANIZER);
        for (var typed : List.of(text, inPieces(text))) {
            sql.update(
                    NamedSql.of("update message set created_by = 'staff:' || :staff where id = :id"),
                    Map.of("staff", karin, "id", id(typed)));
        }
        sendAll();

        assertThat(arrived()).containsExactly("Hej, /karin", "Hej, /karin");
    }

    @Test
    void aTagDecidesHoweverItsConditionWasTyped() {
        var tag = as(token)
                .body(Map.of("title", "Kassör"))
                .post(in("solna", "/tags"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        sql.update(NamedSql.of("""
                insert into person_tag (organization_id, person_id, tag_organization, tag_id, tagged_at, tagged_by)
                select organization_id, id, organization_id, :tag, created_at, 'test' from person where id = :person"""), Map.of("tag", tag, "person", bo));
        for (var condition : List.of("{om tagg kassör}", "{\tom\ttagg kassör}", inPieces("{om tagg kassör}"))) {
            id("Hej, " + condition + "kassör" + "{annars}du{slut}");
        }
        sendAll();

        assertThat(arrived()).containsExactly("Hej, kassör", "Hej, kassör", "Hej, kassör");
    }

    @Test
    void whatANameCannotReceiveIsRefusedHoweverItWasTyped() {
        var name = sender("Solna");
        var asking = Map.of(
                "personId",
                bo,
                "channel",
                "SMS",
                "purpose",
                "REQUESTED",
                "senderId",
                name,
                "text",
                inPieces("Svara gärna på vårt nummer"));
        as(token)
                .body(asking)
                .post(in("solna", "/messages"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("text"))
                .body("violations[0].message", containsString("asks for an answer"));
        assertThat(RelativeDays.in(inPieces("Vi ses i kväll"))).contains("i kväll");
    }

    private long parts(long id) {
        return sql.first(
                        NamedSql.of("select parts from message where id = :id"),
                        Map.of("id", id),
                        row -> row.number("parts"))
                .orElseThrow();
    }
}
