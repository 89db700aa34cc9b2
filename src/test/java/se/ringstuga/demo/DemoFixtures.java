package se.ringstuga.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.IntFunction;
import se.ringstuga.calling.CallReport;

/** For tests that look at a whole association at work. */
@ApplicationScoped
public class DemoFixtures {

    /** An association of the demonstration, in which people have been called. */
    public static final String HAGERSTEN = "hagersten";

    @Inject
    Demonstration demonstration;

    @Inject
    DemoOrganizations organizations;

    @Inject
    DemoCampaign campaign;

    @Inject
    Clock clock;

    /** As on the first start of {@code bin/dev}. */
    public void make() {
        demonstration.run(Path.of("target", "demo-fixtures"));
    }

    /** How the first call went, the second, and so on: as on the evenings of the demonstration. */
    @Transactional
    public IntFunction<CallReport> reports() {
        var survey = campaign.standing(organizations.places()).survey();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new InventedReports(survey, clock.instant().plus(Duration.ofDays(1)), today)::of;
    }
}
