package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;

/** A database that was restored, from its first look to the moment it may send again. */
@QuarkusTest
class HoldTest extends ApiTest {

    private static final String PHONE = "+46701740605";

    @Inject
    SendingFixtures sending;

    @Inject
    Fence fence;

    @Inject
    MessageClaims claims;

    @Inject
    UnsureMessages unsure;

    @Inject
    Consents consents;

    @Inject
    Sql sql;

    private final Path journal = Path.of("target/opt-outs.journal");

    private long root;
    private String token;
    private long anna;

    @BeforeEach
    void anAssociation() throws IOException {
        Files.deleteIfExists(journal);
        root = a.organization("solna");
        token = a.token("solna");
        sending.sender(token, "solna");
        anna = sending.person(token, "solna", PHONE);
        fence.look();
        fence.tick();
    }

    @AfterEach
    void actAgain() {
        QuarkusTransaction.requiringNew().run(() -> fence.release("system:0"));
        fence.look();
    }

    /** Its rows carry another transaction than they name, as after reading in a dump. */
    private void restore() {
        sql.update(NamedSql.of("update fence set actor = actor"), Map.of());
        fence.look();
    }

    @Test
    void aRestoredDatabaseSendsNothingStoresWhatProvidersTellAndSaysSo() {
        var message = sending.message(token, "solna", anna, "Hej!");
        restore();

        sending.sendAll();
        assertThat(claims.take(Map.of(Channel.SMS, 10)).attempts())
                .as("not even whoever did not ask first")
                .isEmpty();
        assertThat(sending.state(message)).isEqualTo("QUEUED");
        assertThat(fence.mayAct()).isFalse();
        RestAssured.get("/q/health/ready").then().statusCode(200);
        RestAssured.get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'sending' }.data.hold", equalTo("RESTORED"));
        as(token)
                .get(in("solna", "/hold"))
                .then()
                .statusCode(200)
                .body("reasons", contains("RESTORED"))
                .body("from", notNullValue())
                .body("due", equalTo(1))
                .body("journal", equalTo(true))
                .body("texts", equalTo(false));
    }

    @Test
    void onHoldNothingOfUnknownFateIsGivenUp() {
        var message = sending.message(token, "solna", anna, "Hej [SILENT]");
        sending.sendAll();
        assertThat(sending.state(message)).isEqualTo("UNKNOWN");
        restore();
        clock.advance(Duration.ofHours(25));

        assertThat(unsure.giveUp()).isZero();
        assertThat(sending.state(message)).isEqualTo("UNKNOWN");
    }

    @Test
    void aReleaseLetsExpireWhatFellDueTellsDecisionsAgainAndSends() {
        var due = sending.message(token, "solna", anna, "Hej!");
        var later = sql.first(
                        NamedSql.of("update message set not_before = :at where id = :id returning id"),
                        Map.of(
                                "id",
                                sending.message(token, "solna", anna, "Senare"),
                                "at",
                                clock.instant().plus(Duration.ofHours(5))),
                        row -> row.number("id"))
                .orElseThrow();
        clock.advance(Duration.ofHours(1));
        decide(Consents.Topic.any(Channel.EMAIL), Consents.Decision.WITHDRAWN);
        decide(new Consents.Topic(Channel.SMS, Purpose.INFORMATION), Consents.Decision.WITHDRAWN);
        decide(new Consents.Topic(Channel.CALL, null), Consents.Decision.WITHDRAWN);
        decide(new Consents.Topic(Channel.CALL, null), Consents.Decision.CORRECTED);
        QuarkusTransaction.requiringNew().run(() -> consents.suppress(root, Channel.CALL, PHONE, "call:1"));
        clock.advance(Duration.ofHours(1));
        sql.update(NamedSql.of("delete from contact_state"), Map.of());
        sql.update(NamedSql.of("truncate contact_consent"), Map.of());
        sql.update(NamedSql.of("delete from suppression"), Map.of());
        restore();

        as(token)
                .post(in("solna", "/hold/release"))
                .then()
                .statusCode(200)
                .body("expired", equalTo(1))
                .body("texts", equalTo(0))
                .body("decisions", equalTo(3));

        assertThat(fence.mayAct()).isTrue();
        assertThat(sending.state(due)).isEqualTo("EXPIRED");
        assertThat(sending.state(later)).isEqualTo("QUEUED");
        assertThat(decisions())
                .containsExactlyInAnyOrder("SMS INFORMATION WITHDRAWN", "CALL ANY CORRECTED", "CALL suppressed");
        as(token).get(in("solna", "/hold")).then().body("reasons", empty()).body("from", equalTo(null));
        clock.advance(Duration.ofHours(5));
        sending.sendAll();
        assertThat(sending.state(later)).isEqualTo("DELIVERED");
    }

    private void decide(Consents.Topic topic, Consents.Decision decision) {
        QuarkusTransaction.requiringNew()
                .run(() -> consents.record(
                        new Consents.Person(root, anna),
                        topic,
                        new Consents.Said(decision, "personal link", "person:1")));
    }

    private List<String> decisions() {
        return sql.list(NamedSql.of("""
                select channel || ' ' || purpose || ' ' || decision as said from contact_state where person_id = :person
                union all select channel || ' suppressed' from suppression"""), Map.of("person", anna), row -> row.text("said"));
    }

    @Test
    void aDecisionThatWasRolledBackIsNotInTheJournal() throws IOException {
        QuarkusTransaction.begin();
        consents.suppress(root, Channel.SMS, PHONE, "sms:1");
        QuarkusTransaction.rollback();
        assertThat(journal).doesNotExist();

        QuarkusTransaction.requiringNew().run(() -> consents.suppress(root, Channel.SMS, PHONE, "sms:1"));
        assertThat(Files.readAllLines(journal))
                .singleElement()
                .asString()
                .contains(" SUPPRESSED SMS ANY ")
                .doesNotContain("70174");
    }

    @Test
    void aJournalThatCannotBeWrittenLosesNoDecisionAndIsAnAlarm() throws IOException {
        Files.createDirectory(journal);
        try {
            QuarkusTransaction.requiringNew().run(() -> consents.suppress(root, Channel.SMS, PHONE, "sms:1"));
            assertThat(decisions()).containsExactly("SMS suppressed");
            RestAssured.get("/q/health/well")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'sending' }.data.journal", notNullValue());
        } finally {
            Files.delete(journal);
        }
        QuarkusTransaction.requiringNew().run(() -> consents.liftSuppression(root, Channel.SMS, PHONE));
        RestAssured.get("/q/health/well").then().body("checks.status", hasItem("UP"));
    }

    @Test
    void onlyAnAdministratorAtTheTopReleasesAndOthersSeeNothingOfIt() {
        a.organizationBelow("solna", "huvudsta");
        restore();

        as(a.token("huvudsta")).post(in("huvudsta", "/hold/release")).then().statusCode(403);
        as(a.token("solna", Permission.MESSAGES_SEND, Permission.MESSAGES_READ))
                .post(in("solna", "/hold/release"))
                .then()
                .statusCode(403);
        as(a.token("solna", Permission.PEOPLE_READ))
                .get(in("solna", "/hold"))
                .then()
                .statusCode(403);
        as("nobody").get(in("solna", "/hold")).then().statusCode(401);
        as("nobody").post(in("solna", "/hold/release")).then().statusCode(401);
        as(a.token("huvudsta")).get(in("solna", "/hold")).then().statusCode(404);
        as(a.token("huvudsta")).post(in("solna", "/hold/release")).then().statusCode(404);
        assertThat(fence.mayAct()).isFalse();
    }

    @Test
    void howManyDecisionsTheJournalHasIsTrueAlsoAfterAnotherOne() {
        decide(new Consents.Topic(Channel.SMS, Purpose.INFORMATION), Consents.Decision.WITHDRAWN);
        restore();
        as(token).get(in("solna", "/hold")).then().body("decisions", equalTo(1));

        decide(new Consents.Topic(Channel.CALL, null), Consents.Decision.WITHDRAWN);

        as(token).get(in("solna", "/hold")).then().body("decisions", equalTo(2));
    }

    @Test
    void aReleaseWithoutAHoldChangesNothing() {
        var message = sending.message(token, "solna", anna, "Hej!");

        as(token)
                .body(Map.of("withoutTexts", false))
                .post(in("solna", "/hold/release"))
                .then()
                .statusCode(200)
                .body("expired", equalTo(0));
        assertThat(sending.state(message)).isEqualTo("QUEUED");
    }
}
