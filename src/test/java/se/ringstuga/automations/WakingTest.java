package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is waited for is noticed at once, long before it would be looked at by itself. */
@QuarkusTest
class WakingTest extends AutomationTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);

    @Test
    void aTagThatIsPutOnAndOneThatIsTakenOff() {
        var tag = tag();
        waitsFor(map("type", "tag", "anyOf", List.of(tag)));
        as(token).put(tagged(tag)).then().statusCode(204);
        happens();

        running(definition(
                map("type", "tagged", "tagId", tag),
                map(
                        "type",
                        "waitFor",
                        "key",
                        "off",
                        "filter",
                        map("type", "tag", "noneOf", List.of(tag)),
                        "atMost",
                        days())));
        as(token).delete(tagged(tag)).then().statusCode(204);
        as(token).put(tagged(tag)).then().statusCode(204);
        goOn(Duration.ofMinutes(2));
        as(token).delete(tagged(tag)).then().statusCode(204);
        goOn(A_MOMENT);
        assertThat(log("Anna")).contains("off YES");
    }

    @Test
    void aCall() {
        as(token)
                .body(map("title", "Ring", "target", map("type", "all", "filters", List.of())))
                .post(in(SOLNA, "/call-assignments"))
                .then()
                .statusCode(201);
        as(token)
                .body(Map.of("name", "Kim"))
                .post(in(SOLNA, "/call-assignments/" + number("select id as n from call_assignment") + "/callers"))
                .then()
                .statusCode(201);
        waitsFor(map("type", "callHistory", "result", "reached"));
        change("""
                insert into call (organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone, secret_nonce, state,
                  claimed_by, claimed_at, lease_until, ended_at, attempt_at, outcome, reported_at)
                select a.organization_id, a.root_id, a.id, c.id, p.organization_id, p.id, p.phone, '\\x00', 'REPORTED', 'staff:1', t, t, t, t, 'REACHED', t
                from call_assignment a join caller c on c.assignment_id = a.id cross join person p
                cross join (values (timestamptz '%s')) x(t)""".formatted(clock.instant()));
        happens();
    }

    @Test
    void whatAnImportBrings() {
        waitsFor(map("type", "personField", "field", "familyName", "operator", "equals", "value", "Lind"));
        imported(member(5, "Anna", 0).replace("Ek", "Lind"));
        happens();
    }

    @Test
    void anEditByHand() {
        waitsFor(map("type", "personField", "field", "city", "operator", "equals", "value", "Solna"));
        as(token)
                .body(Map.of("city", "Solna"))
                .patch(in(SOLNA, "/people/" + person("Anna")))
                .then()
                .statusCode(200);
        happens();
    }

    @Test
    void aSignUp() {
        as(token).get(in(SOLNA, "/event-kinds")).then().statusCode(200);
        waitsFor(map("type", "eventHistory", "result", "signedUp"));
        change("""
                with e as (
                  insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_closes, visibility,
                    published_at, published_by, uid, changed_at, created_at, created_by)
                  select k.organization_id, k.organization_id, k.id, 'Träff', t, t + interval '2 hours', t, 'MEMBERS', t, 'staff:1', 'u', t, t, 'staff:1'
                  from event_kind k cross join (values (timestamptz '%s')) x(t) where k.key = 'pubkvall' returning *)
                insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, signed_up_at, created_at, changed_at,
                  changed_by)
                select e.organization_id, e.id, p.organization_id, p.id, 'SIGNED_UP', 'ORGANIZER', e.created_at, e.created_at, e.created_at, 'staff:1'
                from e cross join person p""".formatted(clock.instant()));
        happens();
    }

    /** Nobody is waited for: whoever changes something while a turn has the person goes on at once. */
    @Test
    void whoeverBringsNewsDoesNotWaitForWhoHasTheirTurn() {
        var tag = tag();
        waitsFor(map("type", "tag", "anyOf", List.of(tag)));
        QuarkusTransaction.requiringNew().run(() -> {
            change("update automation_enrolment set created_at = created_at");
            CompletableFuture.runAsync(() -> as(token).put(tagged(tag)).then().statusCode(204))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        });

        goOn(Duration.ofHours(1));
        assertThat(log("Anna")).contains("for YES");
    }

    private void happens() {
        goOn(A_MOMENT);
        assertThat(log("Anna")).contains("for YES");
    }

    private void waitsFor(Map<String, Object> filter) {
        running(definition(
                joined(), map("type", "waitFor", "key", "for", "filter", filter, "atMost", days()), wait(1)));
        imported(member(5, "Anna", 0));
        goOn();
        assertThat(place("Anna")).isEqualTo("WAITING for");
        after(A_MOMENT);
    }

    private static Map<String, Object> days() {
        return map("days", 30);
    }

    private String tagged(long tag) {
        return in(SOLNA, "/people/" + person("Anna") + "/tags/" + tag);
    }

    private long tag() {
        return as(token)
                .body(Map.of("title", "Ny"))
                .post(in(SOLNA, "/tags"))
                .jsonPath()
                .getLong("id");
    }
}
