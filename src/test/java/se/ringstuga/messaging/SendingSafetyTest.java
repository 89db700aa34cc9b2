package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.gateway.Outcome;

/** What must not go out, be told or be kept although the moment is against it. */
@QuarkusTest
class SendingSafetyTest extends RecurringTest {

    @Inject
    MessageClaims claims;

    @Inject
    Outcomes outcomes;

    @Inject
    Fence fence;

    @Inject
    HoldRelease release;

    @Inject
    HookUpkeep upkeep;

    @AfterEach
    void actAgain() {
        QuarkusTransaction.requiringNew().run(() -> fence.release("system:0"));
        fence.look();
    }

    private void restore() {
        sql.update(NamedSql.of("update fence set actor = actor"), Map.of());
        fence.look();
    }

    @Test
    void whatIsOutWhenItsBroadcastIsCancelledDoesNotComeBackWhenTheProviderIsBusy() {
        var id = draft("Kallelse");
        act(id, "approval");
        clock.advance(Duration.ofMinutes(3));
        var out = claims.take(20).attempts();
        assertThat(out).hasSize(1);
        act(id, "cancellation");

        QuarkusTransaction.requiringNew()
                .run(() -> outcomes.record(List.of(new Outcomes.Told(
                        out.getFirst(), "sandbox", new Outcome.TryLater(Duration.ofSeconds(30), "busy")))));
        clock.advance(Duration.ofMinutes(1));
        sendAll();

        as(token)
                .get(in(SOLNA, "/broadcasts/" + id))
                .then()
                .body("account.skipped.CANCELLED", equalTo(1))
                .body("account.waiting", equalTo(0));
        assertThat(arrived()).isEmpty();
    }

    @Test
    void messagesToProtectedPeopleAreForAdministratorsAlone() {
        var bo = person("Bo", "+46701740606");
        var message = as(token)
                .body(Map.of("personId", bo, "channel", "SMS", "text", "Hej {förnamn}", "purpose", "REQUESTED"))
                .post(in(SOLNA, "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        sql.update(
                NamedSql.of("update person set restricted_at = :now where id = :bo"),
                Map.of("now", clock.instant(), "bo", bo));
        var organizer = a.token(SOLNA, Permission.MESSAGES_READ, Permission.MESSAGES_SEND);

        as(organizer).get(in(SOLNA, "/messages/" + message)).then().statusCode(404);
        as(organizer)
                .post(in(SOLNA, "/messages/" + message + "/cancellation"))
                .then()
                .statusCode(404);
        as(token).get(in(SOLNA, "/messages/" + message)).then().statusCode(200).body("state", equalTo("QUEUED"));
    }

    @Test
    void aRestoredDatabaseMakesNoMonthlyTextAndLeavesThoseOfTheGapToPeople() {
        var wanted = newsletter();
        wanted.put("byItself", true);
        written(wanted);
        restore();

        at(DECEMBER.plus(Duration.ofHours(2)));
        broadcasts().body("items", hasSize(0));

        release.release(Actor.SYSTEM, true);
        at(DECEMBER.plus(Duration.ofHours(3)));
        sendAll();
        broadcasts().body("items", hasSize(0));
        assertThat(arrived()).isEmpty();
        assertThat(told()).contains("broadcast-missed 2026-12-01 17:30");
    }

    @Test
    void whatProvidersSentIsRemovedTwoWeeksAfterItWasRead() {
        sql.update(NamedSql.of("""
                insert into provider_hook (gateway, path, query, body, received_at, read_at)
                values ('sandbox', '/status', '', 'x', :now, :now), ('sandbox', '/status', '', 'y', :now, null)"""), Map.of("now", clock.instant()));
        assertThat(upkeep.removeOld()).isZero();

        clock.advance(Duration.ofDays(15));

        assertThat(upkeep.removeOld()).isEqualTo(1);
        assertThat(sql.list(NamedSql.of("select body from provider_hook"), Map.of(), row -> row.text("body")))
                .containsExactly("y");
    }
}
