package se.ringstuga.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;

/** Jobs as tools see them. */
@QuarkusTest
class JobsTest extends ApiTest {

    private static final String JOB = "/jobs/closed-days";

    @Inject
    JobList list;

    @Inject
    JobRows rows;

    private String token;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        token = a.token("solna");
    }

    private void awaitRun(String name) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            var done = rows.all().stream()
                    .anyMatch(row -> row.name().equals(name) && row.endedAt() != null && row.leaseUntil() == null);
            if (done) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError(name + " did not run");
    }

    @Test
    void everyScheduleIsListedWithItsIntervalAndWhatCameOfIt() {
        as(token)
                .get(in("solna", "/jobs"))
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(list.all().size()))
                .body("items.name", hasItems("lease-sweeper", "provider-hooks", "webhooks", "closed-days"))
                .body("items.find { it.name == 'closed-days' }.everySeconds", equalTo(86400))
                .body("items.find { it.name == 'closed-days' }.startedAt", nullValue())
                .body("items.find { it.name == 'webhooks' }.everyInstance", equalTo(true));
    }

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(list.all())
                .extracting(Job::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]{1,60}"));
    }

    @Test
    void whatAnInstanceHadInHandWhenItDiedIsTakenOverWithinAMinute() {
        assertThat(list.all())
                .filteredOn(job -> !job.everyInstance())
                .hasSizeGreaterThan(15)
                .allMatch(job -> job.looks().plus(JobRuns.LEASE).compareTo(Duration.ofMinutes(1)) < 0);
    }

    /** The cluster's triggers begin anew with each start of an instance: what recurs that rarely must not hang on them. */
    @Test
    void nothingRareHangsOnATriggerAlone() {
        assertThat(list.all()).allMatch(job -> job.looks().compareTo(Duration.ofMinutes(15)) < 0);
    }

    @Test
    void aJobIsRunAtOnceWhetherDueOrNot() {
        as(token).post(in("solna", JOB + "/runs")).then().statusCode(202).body("name", equalTo("closed-days"));
        awaitRun("closed-days");

        as(token)
                .get(in("solna", JOB))
                .then()
                .statusCode(200)
                .body("running", equalTo(false))
                .body("startedAt", notNullValue())
                .body("nextAt", equalTo("2026-11-25T17:00:00Z"))
                .body("failure", nullValue())
                .body("runs[0].asked", equalTo(true));
    }

    @Test
    void whatIsRunningIsNotRunTwice() {
        var job = list.find("closed-days").orElseThrow();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> rows.begin(job, "elsewhere", clock.instant(), JobRuns.LEASE)))
                .isPresent();

        as(token).post(in("solna", JOB + "/runs")).then().statusCode(409).body("state", equalTo("RUNNING"));
        as(token).get(in("solna", JOB)).then().body("running", equalTo(true)).body("nextAt", nullValue());
    }

    @Test
    void whereThereAreSeveralTreesNobodyLearnsHowMuchTheOthersDo() {
        var job = list.find("lease-sweeper").orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> {
            var run = rows.begin(job, "server", clock.instant(), JobRuns.LEASE).orElseThrow();
            rows.end(job, run, new JobRows.Result(run.startedAt(), clock.instant(), 4711L, null), null);
        });
        as(token)
                .get(in("solna", "/jobs/lease-sweeper"))
                .then()
                .body("done", equalTo(4711))
                .body("runs[0].done", equalTo(4711))
                .body("node", equalTo("server"));

        a.organization("gavle");
        as(token)
                .get(in("solna", "/jobs/lease-sweeper"))
                .then()
                .body("done", nullValue())
                .body("runs[0].done", nullValue())
                .body("runs[0].node", nullValue())
                .body("node", nullValue())
                .body("startedAt", notNullValue());
    }

    @Test
    void jobsNeedTheRightAndWhatThereIsNotIsNotFound() {
        as(token).get(in("solna", "/jobs/none")).then().statusCode(404);
        as(token).post(in("solna", "/jobs/none/runs")).then().statusCode(404);
        a.organization("gavle");
        as(a.token("gavle")).get(in("solna", "/jobs")).then().statusCode(404);
        var reader = a.token("solna", Permission.ORGANIZATION_READ);
        for (var path : List.of("/jobs", JOB)) {
            as(reader).get(in("solna", path)).then().statusCode(403);
            as("none").get(in("solna", path)).then().statusCode(401);
        }
        as(reader).post(in("solna", JOB + "/runs")).then().statusCode(403);
        as("none").post(in("solna", JOB + "/runs")).then().statusCode(401);
    }
}
