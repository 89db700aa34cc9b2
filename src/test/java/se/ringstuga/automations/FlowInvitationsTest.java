package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which activity people are invited to, and who is written down as invited. */
@QuarkusTest
class FlowInvitationsTest extends AutomationTest {

    @BeforeEach
    void kindsOfActivities() {
        as(token).get(in(SOLNA, "/event-kinds")).then().statusCode(200);
    }

    @SafeVarargs
    private void whoeverJoinsIsInvited(Map<String, Object>... before) {
        var invite = map(
                "type", "invite",
                "kind", "nya-medlemmar",
                "purpose", "welcome",
                "subject", "Kom!",
                "text", "Kom på {möte}! {länk till anmälan}");
        var steps = new ArrayList<>(List.of(before));
        steps.add(invite);
        running(map("trigger", joined(), "steps", steps));
    }

    @Test
    void nobodyIsInvitedToWhatOnlyChosenOnesMaySee() {
        whoeverJoinsIsInvited();
        meeting(1, "INVITED", null);
        meeting(2, "MEMBERS", null);
        imported(member(5, "Anna", 0));

        goOn();

        same(invited(), "Anna 2");
        assertThat(phones()).singleElement().asString().startsWith("Kom på Träff 2!");
    }

    @Test
    void whereOneCannotSignUpYetItIsWaitedFor() {
        whoeverJoinsIsInvited();
        meeting(3, "PUBLIC", clock.instant().plus(Duration.ofDays(1)));
        imported(member(5, "Anna", 0));

        goOn();
        assertThat(place("Anna")).isEqualTo("WAITING invite");
        assertThat(invited()).isEmpty();

        goOn(Duration.ofDays(1));
        same(invited(), "Anna 3");
        assertThat(phones()).hasSize(1);
    }

    @Test
    void whoMayNotBeWrittenToIsNotWrittenDownAsInvited() {
        whoeverJoinsIsInvited();
        meeting(1, "MEMBERS", null);
        imported(member(5, "Anna", 0), member(6, "Bo", 0));
        change("insert into contact_state (organization_id, person_id, channel, purpose, decision, since)"
                + " select organization_id, id, c, 'ANY', 'WITHDRAWN', created_at from person cross join (values ('SMS'), ('EMAIL')) x(c)"
                + " where given_name = 'Bo'");

        goOn();

        same(invited(), "Anna 1");
        same(log("Bo"), "invite SKIPPED OPTED_OUT");
    }

    @Test
    void whoWasContactedAMomentAgoIsInvitedToOneActivityAlone() {
        whoeverJoinsIsInvited(sms("Ett"), wait(1), sms("Två"), wait(1), sms("Tre"), map("type", "wait", "hours", 1));
        meeting(5, "MEMBERS", null);
        imported(member(5, "Anna", 0));
        goOn();
        goOn(Duration.ofDays(1));
        goOn(Duration.ofDays(1));
        goOn(Duration.ofHours(1));
        assertThat(phones()).hasSize(3);
        assertThat(place("Anna")).isEqualTo("WAITING invite");
        assertThat(invited()).isEmpty();

        change("update event set cancelled_at = created_at, cancelled_by = 'staff:1'");
        meeting(15, "MEMBERS", null);
        goOn(Duration.ofDays(8));

        same(invited(), "Anna 15");
    }

    @Test
    void nobodyIsInvitedToWhatIsFullAndHasNoLine() {
        whoeverJoinsIsInvited();
        meeting(1, "PUBLIC", null);
        meeting(2, "MEMBERS", null);
        change("update event set capacity = 1, waiting_list = false where uid = 'uid-1'");
        change(
                "insert into sign_up (organization_id, event_id, guest_name, guest_address, state, source, signed_up_at, created_at, changed_at,"
                        + " changed_by) select organization_id, id, 'Gäst', 'gast@example.org', 'SIGNED_UP', 'PUBLIC', created_at, created_at, created_at,"
                        + " 'system:0' from event where uid = 'uid-1'");
        imported(member(5, "Anna", 0));
        goOn();
        same(invited(), "Anna 2");

        change("update event set waiting_list = true where uid = 'uid-1'");
        imported(member(6, "Bo", 0));
        goOn();
        same(invited(), "Anna 2", "Bo 1");
    }

    @Test
    void whoHasAPlaceWhereItIsFullIsNotInvitedToTheNextOne() {
        whoeverJoinsIsInvited(map("type", "wait", "hours", 1));
        meeting(1, "PUBLIC", null);
        meeting(2, "MEMBERS", null);
        change("update event set capacity = 1, waiting_list = false where uid = 'uid-1'");
        imported(member(5, "Anna", 0), member(6, "Bo", 0));
        goOn();
        change(
                "insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, signed_up_at, created_at,"
                        + " changed_at, changed_by) select e.organization_id, e.id, p.organization_id, p.id, 'SIGNED_UP', 'LINK', e.created_at,"
                        + " e.created_at, e.created_at, 'system:0' from event e, person p where e.uid = 'uid-1' and p.given_name = 'Anna'");
        goOn(Duration.ofHours(1));

        same(invited(), "Bo 2");
        assertThat(log("Anna")).contains("invite SKIPPED ALREADY_ANSWERED");
    }

    /** The meeting begins before anybody may be written to. */
    @Test
    void whoComesInTheNightIsInvitedInTheMorningToWhatIsAheadThen() {
        at(NOON.plus(Duration.ofHours(10)));
        whoeverJoinsIsInvited(map("type", "wait", "hours", 1));
        meeting(1, "MEMBERS", null);
        change("update event set starts_at = starts_at - interval '16 hours', ends_at = ends_at - interval '16 hours',"
                + " sign_up_closes = starts_at - interval '16 hours'");
        meeting(9, "MEMBERS", null);
        imported("5;Anna;Ek;+46701740605;;" + today());
        goOn();
        goOn(Duration.ofHours(1));
        assertThat(place("Anna")).isEqualTo("WAITING invite");
        assertThat(invited()).isEmpty();

        goOn(Duration.ofHours(11));

        same(invited(), "Anna 9");
        assertThat(phones()).singleElement().asString().startsWith("Kom på Träff 9!");
    }

    private List<String> invited() {
        return texts(
                "select p.given_name || ' ' || substring(e.uid from 5) as t from sign_up s join person p on p.id = s.person_id"
                        + " join event e on e.id = s.event_id where s.state = 'INVITED' order by s.id");
    }

    private void meeting(int days, String visibility, @Nullable Instant opens) {
        var start = clock.instant().plus(Duration.ofDays(days));
        change("""
                insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_opens, sign_up_closes, visibility,
                  published_at, published_by, uid, changed_at, created_at, created_by)
                select o.id, k.organization_id, k.id, 'Träff %4$d', '%1$s', timestamptz '%1$s' + interval '2 hours', %5$s, '%1$s', '%3$s', '%2$s',
                  'staff:1', 'uid-%4$d', '%2$s', '%2$s', 'staff:1'
                from organization o join event_kind k on k.organization_id = o.id and k.key = 'nya-medlemmar' where o.slug = 'solna'""".formatted(start, clock.instant(), visibility, days, opens == null ? "null" : "'" + opens + "'"));
    }
}
