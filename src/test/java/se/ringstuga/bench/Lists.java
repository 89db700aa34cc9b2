package se.ringstuga.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Prepares call lists between measurements, straight in the database: this is not what is measured. */
final class Lists {

    private final String url;
    private final String user;
    private final String password;

    Lists(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** New callers of an assignment, as if each had been given a link. */
    List<Long> callers(long assignment, int count) throws SQLException {
        return ids("""
                insert into caller (organization_id, assignment_id, name, link_hash, link_expires_at, created_at, created_by)
                select a.organization_id, a.id, 'Ringare ' || n, sha256(gen_random_uuid()::text::bytea),
                       a.expires_at, a.opened_at, 'system:0'
                from call_assignment a, generate_series(1, %d) n
                where a.id = %d
                returning id""".formatted(count, assignment));
    }

    /** Everybody back in the list as if nobody had been claimed, and the dead rows gone. */
    void refill(long assignment) throws SQLException {
        run(
                "update call_number set open = false, attempted_at = null where call_id in (select id from call where assignment_id = %d)"
                        .formatted(assignment));
        run("update call set state = 'SKIPPED', attempt_at = null where assignment_id = %d and state = 'OPEN'"
                .formatted(assignment));
        run("""
                update call_queue_entry
                set claimed_until = null, not_before = null, attempts = 0, done_at = null, done_reason = null
                where assignment_id = %d
                  and (claimed_until is not null or not_before is not null or attempts > 0 or done_at is not null)""".formatted(assignment));
        run("vacuum (analyze) call_queue_entry");
        run("vacuum (analyze) call");
        run("vacuum (analyze) call_number");
    }

    /** How many people were in two open or reported calls at the same time. */
    long doubleClaims() throws SQLException {
        return ids("""
                select count(*) from call a join call b on b.person_id = a.person_id and b.id > a.id
                where a.claimed_at < coalesce(b.ended_at, b.lease_until) and b.claimed_at < coalesce(a.ended_at, a.lease_until)
                  and a.state in ('OPEN', 'REPORTED') and b.state in ('OPEN', 'REPORTED')""").getFirst();
    }

    List<Long> ids(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var ids = new ArrayList<Long>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
