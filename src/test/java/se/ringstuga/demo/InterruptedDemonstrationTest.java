package se.ringstuga.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ringstuga.ApiTest;
import se.ringstuga.calling.CallScope;
import se.ringstuga.calling.Claims;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The first start of the demonstration is killed on the way; the next one goes on. */
@QuarkusTest
class InterruptedDemonstrationTest extends ApiTest {

    @Inject
    Demonstration demonstration;

    @Inject
    DemoOrganizations organizations;

    @Inject
    DemoCampaign campaign;

    @Inject
    DemoEvenings evenings;

    @Inject
    Claims claims;

    @Inject
    Sql sql;

    @TempDir
    Path directory;

    @Test
    void theNextStartCompletesWhatWasInterruptedInTheMiddleOfACall() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> demonstration.fill(directory));
        var places = QuarkusTransaction.requiringNew().call(organizations::places);
        var planned = QuarkusTransaction.requiringNew().call(() -> campaign.standing(places));
        long first = planned.callers().getFirst();
        var scope = CallScope.caller(places.hagersten(), first);
        var claim = claims.claim(scope, planned.assignmentId(), first).claim();
        claims.dialled(scope, claim.id());
        var told = Files.readString(directory.resolve("demo-sign-ins.txt"));

        assertThat(demonstration.run(directory)).isEqualTo(told);

        assertThat(count("call where state = 'REPORTED'")).isEqualTo(DemoEvenings.CALLS);
        assertThat(count("call where state = 'REPORTED' and id = " + claim.id()))
                .isOne();
        assertThat(count("call where state <> 'REPORTED'")).isZero();
        assertThat(count("membership where left_on is not null")).isEqualTo(InventedRegister.LEAVERS);
        assertThat(QuarkusTransaction.requiringNew().call(organizations::isUnfinished))
                .isFalse();
    }

    @Test
    void aStartThatWasInterruptedAfterTheCallsFinishes() {
        QuarkusTransaction.requiringNew().run(() -> demonstration.fill(directory));
        var places = QuarkusTransaction.requiringNew().call(organizations::places);
        evenings.make(places, QuarkusTransaction.requiringNew().call(() -> campaign.standing(places)));

        demonstration.run(directory);

        assertThat(count("call")).isEqualTo(DemoEvenings.CALLS);
        assertThat(count("call where reported_at > timestamptz '2026-11-23 22:00:00Z'"))
                .isZero();
        assertThat(count("membership where left_on is not null")).isEqualTo(InventedRegister.LEAVERS);
    }

    private long count(String from) {
        List<Long> counted = QuarkusTransaction.requiringNew()
                .call(() ->
                        sql.list(NamedSql.of("select count(*) as n from " + from), Map.of(), row -> row.number("n")));
        return counted.getFirst();
    }
}
