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
    private long doubleClaims;

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

    /**
     * Everybody back in the list as if nobody had been called, and the dead rows gone. What the calls looked like is
     * counted first.
     */
    void refill(long assignment) throws SQLException {
        doubleClaims += handedOutTwice(assignment);
        run("delete from submission where call_id in (select id from call where assignment_id = %d)"
                .formatted(assignment));
        run("delete from call where assignment_id = %d".formatted(assignment));
        run("""
                update call_queue_entry
                set claimed_until = null, not_before = null, attempts = 0, last_attempt_at = null, done_at = null, done_reason = null
                where assignment_id = %d
                  and (claimed_until is not null or not_before is not null or attempts > 0 or done_at is not null)""".formatted(assignment));
        analyze();
    }

    /** What PostgreSQL's own housekeeping does within a minute, done at once so that it does not fall into a measurement. */
    void analyze() throws SQLException {
        for (var table : List.of("call_queue_entry", "call", "call_number", "submission", "answer")) {
            run("vacuum (analyze) " + table);
        }
    }

    /** How many calls were with a person or a number that was in another call at the same time, in everything measured so far. */
    long doubleClaims() {
        return doubleClaims;
    }

    private long handedOutTwice(long assignment) throws SQLException {
        return ids("""
                with met as (
                  select a.id as one, b.id as other from call a join call b on b.person_id = a.person_id and b.id > a.id
                  where a.assignment_id = %1$d
                  union
                  select a.id, b.id from call a join call b on b.root_id = a.root_id and b.phone = a.phone and b.id > a.id
                  where a.assignment_id = %1$d
                  union
                  select n.call_id, m.call_id from call a join call_number n on n.call_id = a.id
                  join call_number m on m.root_id = n.root_id and m.phone = n.phone and m.call_id > n.call_id
                  where a.assignment_id = %1$d)
                select count(*) from met join call a on a.id = met.one join call b on b.id = met.other
                where a.claimed_at < coalesce(b.ended_at, b.lease_until) and b.claimed_at < coalesce(a.ended_at, a.lease_until)""".formatted(assignment)).getFirst();
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
