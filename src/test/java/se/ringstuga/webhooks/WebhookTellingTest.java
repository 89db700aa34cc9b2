package se.ringstuga.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** What is told of, and to whom: written down where it happens, by the database itself or by whoever says so. */
@QuarkusTest
class WebhookTellingTest extends WebhookTest {

    @Inject
    Outbox outbox;

    @Test
    void whoeverListensInAnotherTreeOrNoLongerListensIsNotTold() {
        a.organization("gavle");
        as(a.token("gavle"))
                .body(Map.of("title", "G", "address", listener.address(), "types", List.of("person.created")))
                .post(in("gavle", "/webhook-endpoints"))
                .then()
                .statusCode(201);
        patch(endpoint("person.created"), "{\"on\": false}").statusCode(200);

        person("Anna");

        assertThat(count("webhook_delivery")).isZero();
    }

    @Test
    void manyEndedMembershipsAreToldOneByOne() {
        endpoint("membership.ended");
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.tellEach(solna, WebhookType.MEMBERSHIP_ENDED, "personId", List.of(7L, 8L, 9L)));

        deliveries("").body("items.ids.personId", contains(9, 8, 7));
    }

    @Test
    void changesOfPeopleAreToldAndWhatOnlyTheMachineChangedIsNot() {
        endpoint("person.created", "person.updated");
        var anna = person("Anna");
        as(token)
                .body("{\"city\": \"Solna\"}")
                .patch(in(SOLNA, "/people/" + anna))
                .then()
                .statusCode(200);
        sql.update(NamedSql.of("update person set search = search || 'x', version = version + 1"), Map.of());

        deliveries("").body("items.type", contains("person.updated", "person.created"));
    }

    @Test
    void anOptOutIsTold() {
        endpoint("opt_out");
        var anna = person("Anna");
        sql.update(NamedSql.of("""
                insert into contact_consent (organization_id, person_id, channel, purpose, decision, source, actor, at)
                select organization_id, id, 'SMS', 'ANY', 'WITHDRAWN', 'staff', 'staff:1', created_at from person where id = :anna"""), Map.of("anna", anna));

        deliveries("").body("items.type", contains("opt_out")).body("items[0].ids.personId", equalTo((int) anna));
    }

    @Test
    void whatBecomesOfAMeetingAndItsSignUpsIsTold() {
        endpoint("event.published", "event.moved", "event.cancelled", "attendance.confirmed", "sign_up.changed");
        var now = Map.of("now", clock.instant(), "later", clock.instant().plus(Duration.ofHours(2)), "solna", solna);
        for (var change : List.of(
                """
                with kind as (insert into event_kind (organization_id, title, created_at, created_by) values (:solna, 'Möte', :now, 'staff:1') returning id)
                insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_closes, visibility, uid,
                                   changed_at, created_at, created_by)
                select :solna, :solna, id, 'Möte', :now, :later, :later, 'MEMBERS', 'u1', :now, :now, 'staff:1' from kind""",
                "update event set published_at = :now, published_by = 'staff:1'",
                "update event set title = 'Möten'",
                "update event set moved_at = :now",
                """
                insert into sign_up (organization_id, event_id, guest_name, guest_address, state, source, created_at, changed_at, changed_by)
                select organization_id, id, 'Bo', 'bo@example.org', 'INVITED', 'PUBLIC', :now, :now, 'staff:1' from event""",
                "update sign_up set state = 'SIGNED_UP', signed_up_at = :now",
                "update sign_up set remark = 'vego'",
                "update event set attendance_at = :now, attendance_by = 'staff:1'",
                "update event set cancelled_at = :now, cancelled_by = 'staff:1'")) {
            sql.update(NamedSql.of(change), now);
        }

        deliveries("")
                .body(
                        "items.type",
                        contains(
                                "event.cancelled",
                                "attendance.confirmed",
                                "sign_up.changed",
                                "event.moved",
                                "event.published"));
    }
}
