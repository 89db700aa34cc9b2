package se.ringstuga.people;

import se.ringstuga.http.Conflict;

/** 409: something has been built on the import, or its time is over; nothing was undone. */
final class ImportNotUndone extends Conflict {

    /** What stands in the way. */
    enum Reason {
        UNDONE_ALREADY("It was undone before."),
        LATER_IMPORT("A later file has been imported; only the latest import can be undone."),
        TOO_OLD("It is more than 30 days ago."),
        MEMBERSHIPS_ENDED("The memberships of those it did not find were ended."),
        PEOPLE_CHANGED("People whom it changed have been changed since."),
        PEOPLE_USED("People whom it created have been called, written to, tagged or changed since.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }
    }

    private final transient Obstacle obstacle;

    /**
     * What stands in the way, and for how many people.
     *
     * @param people 0 where it is not about people
     */
    record Obstacle(Reason reason, long people) {}

    ImportNotUndone(Obstacle obstacle) {
        super("import-not-undone", "The import was not undone", obstacle.reason().detail);
        this.obstacle = obstacle;
        with("reason", obstacle.reason().name());
        with("people", obstacle.people());
    }

    Obstacle obstacle() {
        return obstacle;
    }
}
