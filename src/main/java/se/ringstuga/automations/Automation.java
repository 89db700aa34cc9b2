package se.ringstuga.automations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.database.Row;
import se.ringstuga.segments.Scope;

/**
 * An automation's row with what is needed of its organization.
 *
 * @param key of one that is there from the start
 * @param number of the version that people enter
 * @param asked null where nobody has
 * @param version of the row, for whoever changes it
 */
record Automation(
        long id,
        Home home,
        @Nullable String key,
        String title,
        int number,
        Switch state,
        @Nullable Instant enterFrom,
        @Nullable Instant lookedUntil,
        @Nullable Instant lookAt,
        @Nullable Asked asked,
        Instant createdAt,
        String createdBy,
        int version) {

    /** The one that welcomes new members. */
    static final String WELCOME = "valkomna";

    /** Whose it is. */
    record Home(long organizationId, long rootId, ZoneId zone) {

        /** Of the association in which the caller is at work. */
        static Home of(Access access) {
            return new Home(access.organizationId(), access.rootId(), access.zone());
        }
    }

    /** @param by whoever pressed the switch last */
    record Switch(
            State state, @Nullable Instant since, @Nullable String by) {}

    /** That somebody wants it switched on for those who fit already, as it is written now (rule 23). */
    record Asked(Instant at, String by) {}

    /** Where its switch stands. */
    enum State {
        /** Not switched on yet. */
        OFF,
        ON,
        /** Time stands still in it. */
        PAUSED,
        /** The kill switch was pulled: nobody is in it any more. */
        STOPPED
    }

    boolean is(State wanted) {
        return state.state() == wanted;
    }

    boolean isRunning() {
        return is(State.ON);
    }

    Scope scope(Instant now) {
        return new Scope(home.organizationId(), now, home.zone());
    }

    static Automation of(Row row) {
        return new Automation(
                row.number("id"),
                new Home(row.number("organization_id"), row.number("root_id"), ZoneId.of(row.text("time_zone"))),
                row.textOrNull("key"),
                row.text("title"),
                row.count("current_version"),
                pressed(row),
                row.instantOrNull("enter_from"),
                row.instantOrNull("looked_until"),
                row.instantOrNull("look_at"),
                asked(row),
                row.instant("created_at"),
                row.text("created_by"),
                row.count("version"));
    }

    private static @Nullable Asked asked(Row row) {
        var at = row.instantOrNull("asked_at");
        return at == null ? null : new Asked(at, row.text("asked_by"));
    }

    private static Switch pressed(Row row) {
        return at(row, State.PAUSED, "paused")
                .or(() -> at(row, State.STOPPED, "stopped"))
                .or(() -> at(row, State.ON, "activated"))
                .orElseGet(() -> new Switch(State.OFF, null, null));
    }

    private static Optional<Switch> at(Row row, State state, String column) {
        return Optional.ofNullable(row.instantOrNull(column + "_at"))
                .map(at -> new Switch(state, at, row.textOrNull(column + "_by")));
    }
}
