package se.ringstuga.phonebanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Rule 36: whoever asks shows a number, and whoever leads picks it. */
@QuarkusTest
class WaitingRoomTest extends PhoneBankTest {

    @Test
    void whoeverAsksWaitsWithANumberAndIsACallerAfterTheYes() {
        var bank = open();
        var caller = comesIn(bank, "Noor");

        assertThat(claims.claim(caller, assignment, caller.caller()).created()).isTrue();
        as(token).get(at(bank.getLong("id"), "/waiting")).then().body("$", hasSize(0));
        assertThat(live(bank.getLong("id")).getString("callers[0].name")).isEqualTo("Noor");
    }

    @Test
    void anotherNumberThanTheOneOnTheScreenLetsNobodyIn() {
        var bank = open();
        var secret = asks(bank, "Noor");
        var number = ((Answer.Waits) looks(secret)).number();
        var waiting =
                as(token).get(at(bank.getLong("id"), "/waiting")).jsonPath().getLong("[0].id");

        decide(bank.getLong("id"), waiting, number == 99 ? 10 : number + 1, true)
                .statusCode(409)
                .body("type", endsWith("/other-number"));
        assertThat(looks(secret)).isInstanceOf(Answer.Waits.class);
        assertThat(room.count("select count(*) from caller")).isZero();
    }

    @Test
    void aNoIsFinalAndAnsweredTwiceIsAConflict() {
        var bank = open();
        var secret = asks(bank, "Noor");
        var number = ((Answer.Waits) looks(secret)).number();
        var waiting =
                as(token).get(at(bank.getLong("id"), "/waiting")).jsonPath().getLong("[0].id");
        decide(bank.getLong("id"), waiting, number, false).statusCode(204);

        assertThat(looks(secret)).isInstanceOf(Answer.Refused.class);
        decide(bank.getLong("id"), waiting, number, true).statusCode(409).body("type", endsWith("/already-decided"));
    }

    @Test
    void atMostTwentyWaitAndNoTwoShowTheSameNumber() {
        var bank = open();
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < WaitingRoom.MOST; i++) {
            numbers.add(((Answer.Waits) looks(asks(bank, "Ringare " + i))).number());
        }
        assertThat(numbers).hasSize(WaitingRoom.MOST).allMatch(number -> number >= 10 && number <= 99);
        assertThat(waitingRoom.askByCode(bank.getString("code"), "En till")).isInstanceOf(Asked.Full.class);

        clock.advance(Duration.ofMinutes(11));
        assertThat(waitingRoom.askByCode(bank.getString("code"), "En till")).isInstanceOf(Asked.Waits.class);
    }

    @Test
    void theCodeIsReadHoweverItIsTyped() {
        var code = open().getString("code");
        var typed = " " + code.substring(0, 3).toLowerCase(Locale.ROOT) + "-" + code.substring(3);
        assertThat(waitingRoom.askByCode(typed, "Noor")).isInstanceOf(Asked.Waits.class);
        assertThat(waitingRoom.askByCode("AAAAAA", "Noor")).isInstanceOf(Asked.Unknown.class);
        assertThat(waitingRoom.askByLink("guess", "Noor")).isInstanceOf(Asked.Unknown.class);
    }

    @Test
    void whoeverWasLetInComesBackByTheSameBrowserUntilTheyAreRemoved() {
        var bank = open();
        var secret = asks(bank, "Noor");
        var number = ((Answer.Waits) looks(secret)).number();
        var waiting =
                as(token).get(at(bank.getLong("id"), "/waiting")).jsonPath().getLong("[0].id");
        decide(bank.getLong("id"), waiting, number, true).statusCode(204);
        var first = ((Answer.In) looks(secret)).session();
        var again = ((Answer.In) looks(secret)).session();

        assertThat(callers.session(first)).isEmpty();
        var caller = callers.session(again).orElseThrow().caller();
        as(token).delete(at(bank.getLong("id"), "/callers/" + caller)).then().statusCode(200);
        assertThat(callers.session(again)).isEmpty();
        assertThat(looks(secret)).isInstanceOf(Answer.Refused.class);
        as(token).get(at(bank.getLong("id"), "")).then().body("state", equalTo("OPEN"));
    }
}
