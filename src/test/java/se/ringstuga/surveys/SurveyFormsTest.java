package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class SurveyFormsTest extends ApiTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @Inject
    SurveyForms forms;

    @Inject
    Members members;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private long solna;
    private String token;

    @BeforeEach
    void anAssociation() {
        solna = a.organization("solna");
        token = a.token("solna");
    }

    @AfterEach
    void stopThreads() {
        threads.close();
    }

    @Test
    void nobodyWaitsForAVersionThatSomebodyElseIsReading() throws Exception {
        long known = survey("Känd");
        long unread = survey("Oläst");
        assertThat(forms.current(solna, known)).isPresent();
        members.rewriteVersions(unread);

        var late = QuarkusTransaction.requiringNew().call(() -> {
            members.lockQuestions();
            var reading = form(unread);
            awaitReader();
            assertThat(form(known).get(10, TimeUnit.SECONDS)).isPresent();
            assertThat(reading).isNotDone();
            return reading;
        });

        assertThat(late.get(10, TimeUnit.SECONDS).orElseThrow().questions()).hasSize(1);
    }

    private Future<Optional<SurveyForm>> form(long survey) {
        return threads.submit(() -> QuarkusTransaction.requiringNew().call(() -> forms.current(solna, survey)));
    }

    private void awaitReader() {
        Instant latest = CLOCK.instant().plusSeconds(20);
        while (members.count(
                        "select count(*) from pg_locks where relation = cast('question' as regclass) and not granted")
                == 0) {
            assertThat(CLOCK.instant()).as("somebody reads the questions").isBefore(latest);
        }
    }

    private long survey(String title) {
        return as(token)
                .body("{\"title\": \"%s\", \"questions\": [{\"text\": \"Hur går det?\", \"type\": \"TEXT\"}]}"
                        .formatted(title))
                .post(in("solna", "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }
}
