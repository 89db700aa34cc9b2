package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.contact.ReplayedDecisions;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.Fence;
import se.ringstuga.fence.FenceConfig;
import se.ringstuga.fence.Journal;

/** A start that is told to release a hold releases the one it names, and no other. */
@QuarkusTest
class StartUpTest extends ApiTest {

    @Inject
    Event<GapLeft> gapLeft;

    @Inject
    SendingFixtures sending;

    @Inject
    Fence fence;

    @Inject
    Journal journal;

    @Inject
    ReplayedDecisions decisions;

    @Inject
    OverdueMessages overdue;

    @Inject
    MissedTexts texts;

    @Inject
    MonthlyBroadcasts monthly;

    @Inject
    Sql sql;

    private record Told(Optional<String> releaseHold) implements FenceConfig {
        @Override
        public Sending sending() {
            return Sending.ON;
        }

        @Override
        public Optional<String> journal() {
            return Optional.empty();
        }

        @Override
        public Optional<String> dataDirectory() {
            return Optional.empty();
        }
    }

    @BeforeEach
    void aRestoredDatabase() {
        a.organization("solna");
        fence.look();
        sql.update(NamedSql.of("update fence set actor = actor"), Map.of());
        fence.look();
    }

    @AfterEach
    void actAgain() {
        QuarkusTransaction.requiringNew().run(() -> fence.release("system:0"));
        fence.look();
    }

    private void start(String code) {
        new HoldRelease(fence, new Told(Optional.of(code)), journal, decisions, overdue, texts, monthly, gapLeft, clock)
                .start(new StartupEvent());
    }

    @Test
    void theNamedHoldIsReleasedAndWhatFellDueIsOver() {
        var token = a.token("solna");
        sending.sender(token, "solna");
        var due = sending.message(token, "solna", sending.person(token, "solna", "+46701740605"), "Hej");
        var code = fence.look().orElseThrow().code();

        start(" " + code + "\n");

        assertThat(fence.mayAct()).isTrue();
        assertThat(sending.state(due)).isEqualTo("EXPIRED");
        as(token).get(in("solna", "/hold")).then().body("due", equalTo(0));
        start(code);
        assertThat(fence.mayAct()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "another"})
    void anotherCodeReleasesNothing(String code) {
        start(code);

        assertThat(fence.mayAct()).isFalse();
    }
}
