package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.ringstuga.ApiTest;
import se.ringstuga.database.ClockDrifts;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;
import se.ringstuga.messaging.email.EmailConfig;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.sms.SmsGateways;

/** The loop that sends on each instance: woken by what is put in line, and idle where it must not act. */
@QuarkusTest
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SendingLoopTest extends ApiTest {

    private static final int ROUNDS = 3;
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    @Inject
    SendingFixtures sending;

    @Inject
    MessageClaims claims;

    @Inject
    Dispatch dispatch;

    @Inject
    Carriers carriers;

    @Inject
    SmsGateways gateways;

    @Inject
    EmailGateways emails;

    @Inject
    Fence fence;

    @Inject
    MessagingConfig config;

    @Inject
    EmailConfig email;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Sql sql;

    private final Loops loops = new Loops();
    private final Semaphore woken = new Semaphore(0);

    private String token;
    private long anna;

    @BeforeEach
    void anAssociationThatCanSend() {
        actAgain();
        a.organization("solna");
        token = a.token("solna");
        sending.sender(token, "solna");
        anna = sending.person(token, "solna", "+46701740605");
    }

    @AfterEach
    void actAgain() {
        QuarkusTransaction.requiringNew().run(() -> fence.release("system:0"));
        fence.look();
    }

    private long inLine() {
        return sending.message(token, "solna", anna, "Hej");
    }

    private final class Woken extends Dispatcher {
        Woken(Duration offset) {
            this(offset, carriers);
        }

        Woken(Duration offset, Carriers carriers) {
            super(claims, carriers, dispatch, ClockDrifts.of(dataSource, offset), fence, running(), loops, email);
        }

        @Override
        void wake() {
            woken.release();
            super.wake();
        }
    }

    /** As configured, with the loop that tests do without. */
    private MessagingConfig running() {
        return (MessagingConfig) Proxy.newProxyInstance(
                MessagingConfig.class.getClassLoader(),
                new Class<?>[] {MessagingConfig.class},
                (_, method, arguments) -> method.getName().equals("loop") ? true : method.invoke(config, arguments));
    }

    /** Until the loop has turned so often. */
    private void turned(Dispatcher dispatcher) {
        var loop = loops.all().getFirst();
        for (var round = 0; round < ROUNDS; round++) {
            dispatcher.wake();
            var before = loop.silence();
            for (var now = before; now.compareTo(before) >= 0; now = loop.silence()) {
                before = now;
                Thread.onSpinWait();
            }
        }
    }

    /** Until the loop has been silent for as long as no round lasts. */
    private void rests() {
        while (loops.all().getFirst().silence().compareTo(HALF_A_SECOND) < 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void itSendsWhatIsDueByItself() throws InterruptedException {
        var message = inLine();
        var dispatcher = new Woken(Duration.ZERO);
        dispatcher.start(new StartupEvent());
        try {
            while (!sending.state(message).equals("ACCEPTED")) {
                turned(dispatcher);
            }
        } finally {
            dispatcher.stop(new ShutdownEvent());
        }
    }

    @Test
    void onAMachineWhoseClockIsOffItTakesNothing() throws InterruptedException {
        staysInLine(Duration.ofSeconds(3));
    }

    @Test
    void onHoldItTakesNothing() throws InterruptedException {
        sql.update(NamedSql.of("update fence set actor = actor"), Map.of());
        fence.look();
        staysInLine(Duration.ZERO);
    }

    @Test
    void withoutAnybodyToCarryThemItTakesNothingAndRests() throws InterruptedException {
        staysInLine(new Woken(Duration.ZERO, new CarriesOnly(gateways, emails, clock)));
    }

    private void staysInLine(Duration offset) throws InterruptedException {
        staysInLine(new Woken(offset));
    }

    private void staysInLine(Dispatcher dispatcher) throws InterruptedException {
        var message = inLine();
        dispatcher.start(new StartupEvent());
        try {
            turned(dispatcher);
            assertThat(sending.state(message)).isEqualTo("QUEUED");
            rests();
        } finally {
            dispatcher.stop(new ShutdownEvent());
        }
    }

    @Test
    void itIsWokenByWhatIsPutInLineOnWhicheverInstance() throws InterruptedException {
        var news = new LaneNews(dataSource, new Woken(Duration.ZERO), fence, running(), loops);
        news.start(new StartupEvent());
        try {
            do {
                // What was put in line before it listened it has not heard.
                inLine();
            } while (!woken.tryAcquire(1, TimeUnit.SECONDS));
        } finally {
            news.stop(new ShutdownEvent());
        }
    }
}
