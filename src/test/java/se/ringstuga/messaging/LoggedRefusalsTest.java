package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.sms.ListedTwilio;

/** Refusals that died with the instance to which they were answered, as the provider's log has them. */
@QuarkusTest
class LoggedRefusalsTest extends ApiTest {

    private static final String PHONE = "+46701740605";

    @Inject
    SendingFixtures sending;

    @Inject
    LoggedRefusals refusals;

    @Inject
    MessageClaims claims;

    @Inject
    UnsureMessages unsure;

    @Inject
    Fence fence;

    @Inject
    Sql sql;

    private final ListedTwilio twilio = new ListedTwilio(2);
    private String token;
    private long anna;

    @BeforeEach
    void anAssociationInTheProvidersTime() {
        clock.set(Clock.systemUTC().instant());
        a.organization("solna");
        token = a.token("solna");
        sending.sender(token, "solna");
        anna = sending.person(token, "solna", PHONE);
        fence.look();
    }

    @AfterEach
    void stop() throws IOException {
        twilio.close();
    }

    /** Posted, refused, and the instance is killed before it writes that down. */
    private long refusedUnheard(String code) {
        var message = taken();
        twilio.refuses(message, 1, PHONE, code);
        swept();
        return message;
    }

    private long taken() {
        var message = sending.message(token, "solna", anna, "Hej!");
        assertThat(claims.take(Map.of(Channel.SMS, 10)).attempts()).hasSize(1);
        return message;
    }

    private void swept() {
        clock.advance(Duration.ofMinutes(6));
        assertThat(unsure.sweep()).isEqualTo(1);
    }

    private int settle() {
        return refusals.settle(twilio.log(), Duration.ofHours(1));
    }

    @Test
    void itStandsAsRefusedWithTheProvidersReason() {
        var message = refusedUnheard("21408");

        assertThat(settle()).isEqualTo(1);
        assertThat(settle()).isZero();

        as(token)
                .get(in("solna", "/messages/" + message))
                .then()
                .body("state", equalTo("FAILED"))
                .body("code", equalTo("21408"))
                .body("events.source", contains("sweeper", "twilio"));
        assertThat(sending.arrived()).isEmpty();
    }

    @Test
    void aRefusalThatIsFoundAfterItWasGivenUpStillCorrects() {
        var message = refusedUnheard("21211");
        clock.advance(Duration.ofHours(25));
        unsure.giveUp();
        assertThat(code(message)).isEqualTo("NEVER_CONFIRMED");

        assertThat(settle()).as("older than an hour").isZero();
        assertThat(refusals.settle(twilio.log(), Duration.ofDays(3))).isEqualTo(1);

        assertThat(code(message)).isEqualTo("21211");
    }

    @Test
    void whoeverHadStoppedTheSenderIsOptedOut() {
        refusedUnheard("21610");

        assertThat(settle()).isEqualTo(1);

        var next = sending.message(token, "solna", anna, "Hej igen!");
        assertThat(claims.take(Map.of(Channel.SMS, 10)).attempts()).isEmpty();
        assertThat(sending.state(next)).isEqualTo("SKIPPED");
    }

    @Test
    void theRefusalOfAnotherAttemptOrOfAnotherMessageSettlesNothing() {
        var message = taken();
        twilio.refuses(message, 2, PHONE, "21408");
        twilio.refuses(message + 1, 1, PHONE, "21408");
        swept();

        assertThat(settle()).isZero();
        assertThat(sending.state(message)).isEqualTo("UNKNOWN");
    }

    /** Of the younger one the answer may still come when the log is read for the older. */
    @Test
    void aYoungerOneThatIsOpenYetIsSettledWhenItIsNot() {
        clock.set(clock.instant().minus(Duration.ofMinutes(6)));
        var older = refusedUnheard("21408");
        var bo = "+46701740606";
        var younger = sending.message(token, "solna", sending.person(token, "solna", bo), "Hej!");
        assertThat(claims.take(Map.of(Channel.SMS, 10)).attempts()).hasSize(1);
        twilio.refuses(younger, 1, bo, "21610");

        assertThat(settle()).isEqualTo(1);
        assertThat(code(older)).isEqualTo("21408");
        swept();
        assertThat(settle()).isEqualTo(1);
        assertThat(code(younger)).isEqualTo("21610");
    }

    @Test
    void anEntryThatTellsNothingIsLookedIntoOnce() {
        var message = taken();
        twilio.refuses(message + 1, 1, PHONE, "21408");
        swept();

        assertThat(settle()).isZero();
        var asked = twilio.askedOfLog();
        assertThat(settle()).isZero();

        assertThat(asked).isEqualTo(2);
        assertThat(twilio.askedOfLog()).as("the page alone").isEqualTo(asked + 1);
    }

    @Test
    void nobodyAsksTheLogWhereEverythingIsKnown() {
        assertThat(settle()).isZero();

        assertThat(twilio.askedOfLog()).isZero();
    }

    @Test
    void whatWasAnsweredALongTimeFromAnyAttemptIsNotLookedInto() {
        twilio.refuses(4711, 1, PHONE, "21408");
        clock.advance(Duration.ofMinutes(5));
        taken();
        swept();

        assertThat(settle()).isZero();
        assertThat(twilio.askedOfLog()).as("the page alone").isEqualTo(1);
    }

    @Test
    void aLogThatCannotBeReadSettlesNothingAndTheNextLookDoes() {
        var message = refusedUnheard("21408");
        for (var readable = 0; readable <= 1; readable++) {
            twilio.breaksAfter(readable);
            assertThat(settle()).isZero();
            assertThat(sending.state(message)).isEqualTo("UNKNOWN");
        }

        twilio.isWhole();
        assertThat(settle()).isEqualTo(1);
        assertThat(code(message)).isEqualTo("21408");
    }

    private String code(long message) {
        return sql.first(
                        NamedSql.of("select code from message where id = :id"),
                        Map.of("id", message),
                        row -> row.text("code"))
                .orElseThrow();
    }
}
