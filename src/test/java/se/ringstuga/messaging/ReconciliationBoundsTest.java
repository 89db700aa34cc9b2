package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.sms.ListedSms;
import se.ringstuga.messaging.sms.Listing;
import se.ringstuga.messaging.sms.SmsList;
import se.ringstuga.messaging.sms.TwilioMessages;

/** A look at the provider's list every few minutes costs little, however long the list and however much is unsure. */
@QuarkusTest
class ReconciliationBoundsTest extends ApiTest {

    private static final int MANY = 45;

    @Inject
    SendingFixtures sending;

    @Inject
    Reconciliation reconciliation;

    @Inject
    MessageClaims claims;

    @Inject
    UnsureMessages unsure;

    @Inject
    Fence fence;

    @Inject
    Sql sql;

    private final Endless list = new Endless();

    /** A page for a number, and pages without end for everybody. */
    private final class Endless implements SmsList {

        private final List<String> asked = new ArrayList<>();

        @Override
        public Listing<ListedSms> first(TwilioMessages.Window window) {
            var number = window.to();
            asked.add(number == null ? "everybody" : number);
            return number == null
                    ? new Listing.Page<>(List.of(), Optional.of(new Listing.Next("on")))
                    : new Listing.Page<>(List.of(listed(number)), Optional.empty());
        }

        @Override
        public Listing<ListedSms> next(Listing.Next next) {
            asked.add("more");
            return new Listing.Page<>(List.of(), Optional.of(next));
        }
    }

    private ListedSms listed(String number) {
        return sql.first(
                        NamedSql.of("select text, attempt_started_at from message where address = :number"),
                        Map.of("number", number),
                        row -> new ListedSms(
                                "SM" + number,
                                "+46701740699",
                                number,
                                row.text("text"),
                                row.instant("attempt_started_at").plusSeconds(1),
                                Optional.of(DeliveryStatus.DELIVERED),
                                null,
                                null,
                                null))
                .orElseThrow();
    }

    @BeforeEach
    void manyOfUnknownFate() {
        a.organization("solna");
        var token = a.token("solna");
        sending.sender(token, "solna");
        fence.look();
        for (int n = 0; n < MANY; n++) {
            var person = sending.person(token, "solna", "+467017406" + (10 + n));
            sending.message(token, "solna", person, "Hej");
        }
        var taken = 0;
        while (taken < MANY) {
            taken += claims.take(Map.of(Channel.SMS, MANY)).attempts().size();
        }
        clock.advance(Duration.ofMinutes(6));
        unsure.sweep();
    }

    private long unknown() {
        return sql.first(
                        NamedSql.of("select count(*) as n from message where state = 'UNKNOWN'"),
                        Map.of(),
                        row -> row.number("n"))
                .orElseThrow();
    }

    @Test
    void aListThatIsTooLongIsLeftAndAFewNumbersAreAskedForInTurn() {
        assertThat(reconciliation.settleUnknown(list)).isEqualTo(20);
        assertThat(list.asked).as("30 pages, and 20 numbers").hasSize(50).startsWith("everybody", "more");

        assertThat(reconciliation.settleUnknown(list)).isEqualTo(20);
        assertThat(reconciliation.settleUnknown(list)).isEqualTo(MANY - 40);
        assertThat(unknown()).isZero();
    }

    @Test
    void whatTheListHasLongNotToldOfIsLookedForOnceAnHour() {
        clock.advance(Duration.ofHours(2));
        reconciliation.settleUnknown(list);
        list.asked.clear();

        clock.advance(Duration.ofMinutes(30));
        assertThat(reconciliation.settleUnknown(list)).isZero();
        assertThat(list.asked).isEmpty();

        clock.advance(Duration.ofMinutes(31));
        assertThat(reconciliation.settleUnknown(list)).isPositive();
    }
}
