package se.ringstuga.phonebanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Actor;
import se.ringstuga.calling.AssignmentClosed;
import se.ringstuga.calling.AssignmentPaused;
import se.ringstuga.calling.Leases;

/** Rule 35: pause and closing stop new claims only, and removing a caller is another thing. */
@QuarkusTest
class RoomClosingTest extends PhoneBankTest {

    @Inject
    Leaders leaders;

    @Inject
    Leases leases;

    @Inject
    RoomCallers roomCallers;

    @Test
    void aPauseStopsNewClaimsReturnsTheUndialledAndLeavesTheLine() {
        var bank = open();
        var talks = comesIn(bank, "Noor");
        var reads = comesIn(bank, "Kalle");
        var dialled = claims.claim(talks, assignment, talks.caller()).claim();
        claims.dialled(talks, dialled.id());
        var undialled = claims.claim(reads, assignment, reads.caller()).claim();
        as(token).put(at(bank.getLong("id"), "/pause")).then().statusCode(200);

        assertThat(state(undialled.id())).isEqualTo("LAPSED");
        assertThat(state(dialled.id())).isEqualTo("OPEN");
        assertThatThrownBy(() -> claims.claim(reads, assignment, reads.caller()))
                .isInstanceOf(AssignmentPaused.class);
        report(dialled.id());
        as(token).delete(at(bank.getLong("id"), "/pause")).then().statusCode(200);
        assertThat(claims.claim(reads, assignment, reads.caller()).created()).isTrue();
    }

    private String state(long call) {
        return room.one("select state from call where id = " + call, row -> row.text("state"));
    }

    private void report(long call) {
        as(token)
                .body(Map.of("outcome", "BUSY"))
                .put(in(SOLNA, "/claims/" + call + "/report"))
                .then()
                .statusCode(200);
        assertThat(state(call)).isEqualTo("REPORTED");
    }

    @Test
    void afterTheClosingNobodyIsHandedOutAndACallThatWasMadeIsReportedForAnHour() {
        var bank = open();
        var talks = comesIn(bank, "Noor");
        var reads = comesIn(bank, "Kalle");
        var dialled = claims.claim(talks, assignment, talks.caller()).claim();
        claims.dialled(talks, dialled.id());
        var undialled = claims.claim(reads, assignment, reads.caller()).claim();
        clock.advance(Duration.ofMinutes(8));
        as(token).put(at(bank.getLong("id"), "/closing")).then().statusCode(200);

        assertThat(state(undialled.id())).isEqualTo("LAPSED");
        assertThatThrownBy(() -> claims.claim(reads, assignment, reads.caller()))
                .isInstanceOf(AssignmentClosed.class);
        clock.advance(Duration.ofMinutes(59));
        leases.sweep();
        assertThat(state(dialled.id())).isEqualTo("OPEN");
        report(dialled.id());
    }

    @Test
    void anHourAfterTheClosingTheDoorIsShutAndTheUntoldCallIsUnreported() {
        var bank = open();
        var secret = asks(bank, "Noor");
        var number = ((Answer.Waits) looks(secret)).number();
        var waiting =
                as(token).get(at(bank.getLong("id"), "/waiting")).jsonPath().getLong("[0].id");
        decide(bank.getLong("id"), waiting, number, true).statusCode(204);
        var session = ((Answer.In) looks(secret)).session();
        var caller = callers.session(session).orElseThrow();
        var dialled = claims.claim(caller, assignment, caller.caller()).claim();
        claims.dialled(caller, dialled.id());
        as(token).put(at(bank.getLong("id"), "/closing")).then().statusCode(200);
        assertThat(callers.session(session)).isPresent();
        assertThat(looks(secret)).isInstanceOf(Answer.Refused.class);

        clock.advance(Duration.ofMinutes(61));
        leases.sweep();
        assertThat(callers.session(session)).isEmpty();
        assertThat(state(dialled.id())).isEqualTo("UNREPORTED");
    }

    @Test
    void theAssignmentGoesOnForTheNextEvening() {
        var bank = open().getLong("id");
        as(token).put(at(bank, "/closing")).then().statusCode(200);
        var next = open();
        var caller = comesIn(next, "Noor");
        assertThat(claims.claim(caller, assignment, caller.caller()).created()).isTrue();
    }

    @Test
    void aRemovedCallerIsOutAtOnceAndTheCallUnreported() {
        var bank = open();
        var caller = comesIn(bank, "Noor");
        var dialled = claims.claim(caller, assignment, caller.caller()).claim();
        claims.dialled(caller, dialled.id());
        var seen = as(token)
                .delete(at(bank.getLong("id"), "/callers/" + caller.caller()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(seen.getList("id")).hasSize(1);
        assertThat(state(dialled.id())).isEqualTo("UNREPORTED");
        as(token).delete(at(bank.getLong("id"), "/callers/999")).then().statusCode(404);
    }

    @Test
    void aLeadersLinkLetsOneBrowserInAndDiesWithTheEvening() {
        var bank = open().getLong("id");
        var link = leader(bank, "Ali");
        var session = ((Leaders.Entrance.In) leaders.join(link)).session();

        assertThat(leaders.session(session).orElseThrow().scope().actor().kind())
                .isEqualTo(Actor.Kind.LEADER);
        assertThat(leaders.join(link)).isInstanceOf(Leaders.Entrance.Used.class);
        assertThat(leaders.join("guess")).isInstanceOf(Leaders.Entrance.Unknown.class);
        as(token).put(at(bank, "/closing")).then().statusCode(200);
        assertThat(leaders.session(session)).isPresent();
        clock.advance(Duration.ofMinutes(61));
        assertThat(leaders.session(session)).isEmpty();
        assertThat(leaders.join(link)).isInstanceOf(Leaders.Entrance.Unknown.class);
    }

    @Test
    void aRemovedLeaderOrAnOldLinkHasNoRightsAtOnce() {
        var bank = open().getLong("id");
        var session = ((Leaders.Entrance.In) leaders.join(leader(bank, "Ali"))).session();
        var id = as(token).get(at(bank, "/leaders")).jsonPath().getLong("[0].id");
        var next =
                as(token).put(at(bank, "/leaders/" + id + "/link")).jsonPath().getString("link");
        assertThat(leaders.session(session)).isEmpty();
        var second = ((Leaders.Entrance.In) leaders.join(PhoneBanksTest.lastPart(next))).session();
        as(token).delete(at(bank, "/leaders/" + id)).then().statusCode(204);
        assertThat(leaders.session(second)).isEmpty();
    }

    private String leader(long bank, String name) {
        return PhoneBanksTest.lastPart(as(token)
                .body(Map.of("name", name))
                .post(at(bank, "/leaders"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("link"));
    }

    @Test
    void whoeverAsksForHelpIsSeenUntilSomebodyHelpsAndTheMessageIsTold() {
        var bank = open().getLong("id");
        var caller = comesIn(as(token).get(at(bank, "")).jsonPath(), "Noor");
        roomCallers.askForHelp(caller);
        as(token)
                .body(Map.of("text", "Fika kl 19"))
                .put(at(bank, "/message"))
                .then()
                .statusCode(204);

        assertThat(roomCallers.evening(caller)).contains(new RoomCallers.Told("Fika kl 19", true));
        assertThat(live(bank).getBoolean("callers[0].wantsHelp")).isTrue();
        as(token)
                .delete(at(bank, "/callers/" + caller.caller() + "/help"))
                .then()
                .statusCode(204);
        as(token).delete(at(bank, "/message")).then().statusCode(204);
        assertThat(roomCallers.evening(caller)).contains(new RoomCallers.Told(null, false));
    }

    @Test
    void theFiguresOfAnEveningAddUpAndNameNoMember() {
        var bank = open().getLong("id");
        var caller = comesIn(as(token).get(at(bank, "")).jsonPath(), "Noor");
        var claim = claims.claim(caller, assignment, caller.caller()).claim();
        assertThat(live(bank).getString("callers[0].doing")).isEqualTo("READING");
        claims.dialled(caller, claim.id());
        clock.advance(Duration.ofMinutes(12));
        assertThat(live(bank).getString("callers[0].doing")).isEqualTo("CALLING");
        as(token)
                .body(Map.of("outcome", "REACHED"))
                .put(in(SOLNA, "/claims/" + claim.id() + "/report"))
                .then()
                .statusCode(200);

        var now = live(bank);
        assertThat(now.getInt("reached")).isEqualTo(1);
        assertThat(now.getList("pace", Integer.class)).containsExactly(0, 1);
        assertThat(now.getInt("queue.people"))
                .isEqualTo(now.getInt("queue.done")
                        + now.getInt("queue.beingCalled")
                        + now.getInt("queue.left")
                        + now.getInt("queue.resting")
                        + now.getInt("queue.withoutNumber"));
        assertThat(as(token).get(at(bank, "/live")).asString()).doesNotContain("Fatima", "Göran", "Maj-Britt");
    }
}
