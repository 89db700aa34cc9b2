package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

/** The provider's list as it comes over the line: page after page, and not always to its end. */
@QuarkusTest
class ListOverHttpTest extends ApiTest {

    private static final List<String> NUMBERS = List.of("+46701740605", "+46701740606", "+46701740607");

    @Inject
    SendingFixtures sending;

    @Inject
    Reconciliation reconciliation;

    @Inject
    MissedTexts texts;

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

    @BeforeEach
    void anAssociationInTheProvidersTime() {
        clock.set(Clock.systemUTC().instant());
        a.organization("solna");
        token = a.token("solna");
        sending.sender(token, "solna");
        fence.look();
    }

    @AfterEach
    void stop() throws IOException {
        twilio.close();
    }

    /** Handed over, taken, and never told of. */
    private void unsure() {
        for (var number : NUMBERS) {
            sending.message(token, "solna", sending.person(token, "solna", number), "Hej!");
        }
        for (var taken = 0; taken < NUMBERS.size(); ) {
            var some = claims.take(Map.of(Channel.SMS, 10)).attempts();
            some.forEach(attempt -> twilio.takesWithoutAnAnswer(attempt.address(), attempt.text()));
            taken += some.size();
        }
        clock.advance(Duration.ofMinutes(6));
        unsure.sweep();
        assertThat(states()).containsOnly("UNKNOWN");
    }

    private List<String> states() {
        return sql.list(NamedSql.of("select state from message"), Map.of(), row -> row.text("state"));
    }

    @Test
    void thoseOfUnknownFateAreAskedForByTheirNumbers() {
        unsure();

        assertThat(reconciliation.settleUnknown(twilio.list())).isEqualTo(NUMBERS.size());

        assertThat(states()).hasSize(NUMBERS.size()).doesNotContain("UNKNOWN");
        assertThat(twilio.asked()).isEqualTo(NUMBERS.size());
    }

    @Test
    void aListThatBreaksInTheMiddleProvesNothingAndTheNextOneDoes() {
        unsure();
        twilio.breaksAfter(1);

        assertThat(reconciliation.compareAll(twilio.list())).isZero();
        assertThat(states()).containsOnly("UNKNOWN");
        assertThat(reconciliation.settleUnknown(twilio.list())).isZero();
        assertThat(states()).containsOnly("UNKNOWN");

        twilio.isWhole();
        assertThat(reconciliation.compareAll(twilio.list())).isEqualTo(NUMBERS.size());
        assertThat(states()).doesNotContain("UNKNOWN");
    }

    @Test
    void whatPeopleTextedInTheGapIsFetchedPageByPage() {
        var since = clock.instant().minus(Duration.ofMinutes(1));
        twilio.takesWithoutAnAnswer(NUMBERS.getFirst(), "Något som vi skickade");
        for (var number : NUMBERS) {
            twilio.getsText(number, "STOPP från " + number);
        }
        clock.advance(Duration.ofMinutes(1));

        assertThat(texts.fetch(twilio.list().inbound(), since)).contains(NUMBERS.size());

        assertThat(stored()).hasSize(NUMBERS.size()).allMatch(body -> body.contains("STOPP"));
        assertThat(twilio.asked()).isEqualTo(2);
    }

    @Test
    void ofTextsWhoseListBreaksInTheMiddleNoneIsTaken() {
        for (var number : NUMBERS) {
            twilio.getsText(number, "STOPP");
        }
        twilio.breaksAfter(1);
        var since = clock.instant().minus(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));

        assertThat(texts.fetch(twilio.list().inbound(), since)).isEmpty();
        assertThat(stored()).isEmpty();
    }

    private List<String> stored() {
        return sql.list(NamedSql.of("select body from provider_hook"), Map.of(), row -> row.text("body"));
    }
}
