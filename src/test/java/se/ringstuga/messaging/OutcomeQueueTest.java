package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.sms.SmsGateways;

/** What came of attempts is written down, whatever one of them, or the machine, has against it. */
@QuarkusTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OutcomeQueueTest extends ApiTest {

    private static final String WHAT_NO_TEXT_HOLDS = "\u0000";

    @Inject
    SendingFixtures sending;

    @Inject
    MessageClaims claims;

    @Inject
    OutcomeQueue queue;

    @Inject
    Lanes lanes;

    @Inject
    Refusals refusals;

    @Inject
    SmsGateways sms;

    @Inject
    EmailGateways email;

    @Inject
    Sql sql;

    private String token;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        token = a.token("solna");
        sending.sender(token, "solna");
    }

    private List<Attempt> taken(int many) {
        for (int i = 0; i < many; i++) {
            var person = sending.person(token, "solna", "+4670174060" + (5 + i));
            sending.message(token, "solna", person, "Hej");
        }
        var taken = new ArrayList<Attempt>();
        while (taken.size() < many) {
            taken.addAll(claims.take(many).attempts());
        }
        return taken;
    }

    private static Outcomes.Told told(Attempt attempt, String provider) {
        return new Outcomes.Told(attempt, "sandbox", new Outcome.Accepted(provider));
    }

    @Test
    void oneThatCannotBeWrittenIsLeftToTheSweeperAndHoldsUpNobody() throws InterruptedException {
        var taken = taken(3);
        var over = new CountDownLatch(3);
        queue.add(told(taken.get(0), WHAT_NO_TEXT_HOLDS), over::countDown);
        queue.add(told(taken.get(1), "first"), over::countDown);
        queue.add(told(taken.get(2), "second"), over::countDown);

        over.await();

        assertThat(taken)
                .extracting(attempt -> sending.state(attempt.messageId()))
                .containsExactly("DISPATCHING", "ACCEPTED", "ACCEPTED");
    }

    @Test
    void anErrorOfTheMachineLosesNoOutcomeAndWhatComesMeanwhileIsWrittenAtOnce() throws InterruptedException {
        var taken = taken(2);
        var stubborn = taken.getFirst().messageId();
        var failing = new CountDownLatch(2);
        var written = new CountDownLatch(1);
        var outcomes = new Outcomes(sql, lanes, refusals, clock) {
            @Override
            void record(List<Told> told) {
                if (told.stream().anyMatch(one -> one.messageId() == stubborn)) {
                    failing.countDown();
                    throw new StackOverflowError("thrown on purpose");
                }
                written.countDown();
            }
        };
        var loops = new Loops();
        var own = new OutcomeQueue(outcomes, loops);
        own.start(new StartupEvent());
        try {
            own.add(told(taken.getFirst(), "first"), () -> {});
            failing.await();
            own.add(told(taken.getLast(), "second"), () -> {});
            written.await();
            assertThat(loops.all()).singleElement().matches(Loop::turns);
        } finally {
            own.stop(new ShutdownEvent());
        }
    }

    @Test
    void anErrorWhileHandingOverLeavesTheFateUnknownAndTheRoomFree() {
        sending.message(token, "solna", sending.person(token, "solna", "+46701740605"), "Hej");
        QuarkusMock.installMockForType(new Broken(sms, email, clock), Carriers.class);

        sending.sendAll();

        assertThat(sql.list(
                        NamedSql.of("select state, code from message"),
                        Map.of(),
                        row -> row.text("state") + " " + row.text("code")))
                .containsExactly("UNKNOWN a mistake of ours");
    }

    private static final class Broken extends Carriers {

        Broken(SmsGateways sms, EmailGateways email, Clock clock) {
            super(sms, email, clock);
        }

        @Override
        Outcomes.Told carry(Attempt attempt) {
            throw new NoClassDefFoundError("thrown on purpose");
        }
    }

    @Test
    void theHealthOfTheLoopsIsToldAndIsNotPartOfReadiness() {
        RestAssured.get("/q/health/well").then().body("checks.name", hasItem("loops"));
        RestAssured.get("/q/health/ready").then().body("checks.name", not(hasItem("loops")));
    }
}
