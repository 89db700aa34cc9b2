package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** What the provider's list settles, and what it does not. */
@QuarkusTest
class ReconciliationTest extends ApiTest {

    private static final String PHONE = "+46701740605";

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

    private String token;
    private long anna;

    /** As the provider would show it, two a page. */
    private static final class Shown implements SmsList {

        private final List<ListedSms> all = new ArrayList<>();
        private boolean broken;
        private int requests;

        @Override
        public Listing<ListedSms> first(TwilioMessages.Window window) {
            return page(0);
        }

        @Override
        public Listing<ListedSms> next(Listing.Next next) {
            return page(Integer.parseInt(next.address()));
        }

        private Listing<ListedSms> page(int from) {
            requests++;
            if (broken && from > 0) {
                return new Listing.Unavailable<>("503");
            }
            var until = Math.min(from + 2, all.size());
            return new Listing.Page<>(
                    List.copyOf(all.subList(from, until)),
                    until < all.size() ? Optional.of(new Listing.Next(String.valueOf(until))) : Optional.empty());
        }
    }

    private final Shown list = new Shown();

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        token = a.token("solna");
        sending.sender(token, "solna");
        anna = sending.person(token, "solna", PHONE);
        fence.look();
    }

    /** An instance takes it and dies. */
    private long unknown(String text) {
        var message = sending.message(token, "solna", anna, text);
        assertThat(claims.take(Map.of(Channel.SMS, 10)).attempts()).hasSize(1);
        clock.advance(Duration.ofMinutes(6));
        unsure.sweep();
        assertThat(sending.state(message)).isEqualTo("UNKNOWN");
        return message;
    }

    private void listed(String sid, long message, DeliveryStatus status, @Nullable String price) {
        list.all.add(sql.first(
                        NamedSql.of("select address, text, attempt_started_at from message where id = :id"),
                        Map.of("id", message),
                        row -> new ListedSms(
                                sid,
                                "+46701740699",
                                row.text("address"),
                                row.text("text"),
                                row.instant("attempt_started_at").plusSeconds(2),
                                Optional.of(status),
                                null,
                                price == null ? null : new BigDecimal(price),
                                price == null ? null : "SEK"))
                .orElseThrow());
    }

    @Test
    void whatWasSentAfterAllIsFoundByNumberTextAndTime() {
        var message = unknown("Hej!");
        listed("SM1", message, DeliveryStatus.DELIVERED, "0.52");

        assertThat(reconciliation.settleUnknown(list)).isEqualTo(1);
        assertThat(reconciliation.settleUnknown(list)).isZero();

        as(token)
                .get(in("solna", "/messages/" + message))
                .then()
                .body("state", equalTo("DELIVERED"))
                .body("events.source", contains("sweeper", "twilio"))
                .body("events[1].price", equalTo(0.52f));
        assertThat(sending.arrived()).isEmpty();
    }

    @Test
    void absenceProvesNothingAndALateProofStillCorrects() {
        var message = unknown("Hej!");
        assertThat(reconciliation.settleUnknown(list)).isZero();
        assertThat(sending.state(message)).isEqualTo("UNKNOWN");

        clock.advance(Duration.ofHours(25));
        unsure.giveUp();
        assertThat(sending.state(message)).isEqualTo("FAILED");

        listed("SM1", message, DeliveryStatus.SENT, null);
        assertThat(reconciliation.compareAll(list)).isEqualTo(1);
        assertThat(sending.state(message)).isEqualTo("SENT");
    }

    @Test
    void anIdThatIsAnothersSettlesNobody() {
        var first = unknown("Hej!");
        listed("SM1", first, DeliveryStatus.SENT, null);
        reconciliation.settleUnknown(list);
        var second = unknown("Hej!");

        assertThat(reconciliation.settleUnknown(list)).isZero();
        assertThat(sending.state(second)).isEqualTo("UNKNOWN");
    }

    @Test
    void equalOnesArePairedWhenAllAreListedAndNeverGuessed() {
        var first = unknown("Hej!");
        var second = unknown("Hej!");
        listed("SM2", second, DeliveryStatus.SENT, null);
        assertThat(reconciliation.settleUnknown(list)).isZero();

        listed("SM1", first, DeliveryStatus.DELIVERED, null);
        assertThat(reconciliation.settleUnknown(list)).isEqualTo(2);
        assertThat(sending.state(first)).isEqualTo("DELIVERED");
        assertThat(sending.state(second)).isEqualTo("SENT");
    }

    @Test
    void theDailyComparisonTakesOverLateWordsAndPricesOnce() {
        var message = unknown("Hej!");
        listed("SM1", message, DeliveryStatus.SENT, null);
        reconciliation.settleUnknown(list);

        list.all.clear();
        for (var other = 0; other < 4; other++) {
            listed("SMx" + other, message, DeliveryStatus.SENT, null);
        }
        listed("SM1", message, DeliveryStatus.DELIVERED, "0.48");
        assertThat(reconciliation.compareAll(list)).isEqualTo(1);
        assertThat(list.requests).as("page after page").isGreaterThanOrEqualTo(3);
        assertThat(reconciliation.compareAll(list)).isZero();
        as(token)
                .get(in("solna", "/messages/" + message))
                .then()
                .body("state", equalTo("DELIVERED"))
                .body("events.status", contains("UNKNOWN", "SENT", "DELIVERED"))
                .body("events[2].price", equalTo(0.48f));
    }

    @Test
    void fromAListThatBreaksOffNothingIsConcluded() {
        var message = unknown("Hej!");
        listed("SM1", message, DeliveryStatus.SENT, null);
        listed("SM9", message, DeliveryStatus.SENT, null);
        listed("SM8", message, DeliveryStatus.SENT, null);
        list.broken = true;

        assertThat(reconciliation.settleUnknown(list)).isZero();
        assertThat(sending.state(message)).isEqualTo("UNKNOWN");
    }

    @Test
    void onHoldNothingIsWritten() {
        var message = unknown("Hej!");
        listed("SM1", message, DeliveryStatus.SENT, null);
        sql.update(NamedSql.of("update fence set actor = actor"), Map.of());
        fence.look();
        try {
            assertThat(reconciliation.settleUnknown(list)).isZero();
            assertThat(reconciliation.compareAll(list)).isZero();
            assertThat(sending.state(message)).isEqualTo("UNKNOWN");
        } finally {
            QuarkusTransaction.requiringNew().run(() -> fence.release("system:0"));
            fence.look();
        }
        assertThat(reconciliation.settleUnknown(list)).isEqualTo(1);
    }
}
