package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes those who are in older versions of an automation over into the newest. */
@ApplicationScoped
class VersionMoves {

    private final EnrolmentRows rows;
    private final Flows flows;

    VersionMoves(EnrolmentRows rows, Flows flows) {
        this.rows = rows;
        this.flows = flows;
    }

    /** @param number of the newest version, whose course it is */
    void move(long automationId, int number, Course course, Instant now) {
        var passages = rows.lockOlder(automationId, number).stream()
                .map(place -> new EnrolmentRows.Passage(place, into(automationId, place, course)))
                .toList();
        if (!passages.isEmpty()) {
            rows.move(automationId, number, passages, now);
        }
    }

    private String into(long automationId, EnrolmentRows.Place place, Course course) {
        var before = flows.of(automationId, place.version()).course();
        return course.standsFor(before, place.step()).orElse("");
    }
}
