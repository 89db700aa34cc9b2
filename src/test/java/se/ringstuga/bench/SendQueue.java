package se.ringstuga.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Broadcasts between measurements: opened, held and filled anew straight in the database, which is not what is measured. */
public final class SendQueue implements AutoCloseable {

    /** A broadcast whose recipients are frozen. */
    public record Broadcast(long id, long lane, int people) {}

    private final Connection connection;

    public SendQueue(String url, String user, String password) throws SQLException {
        this.connection = DriverManager.getConnection(url, user, password);
    }

    public long organization(String slug) throws SQLException {
        return number("select id from organization where slug = '" + slug + "'");
    }

    /** So that nothing but the sending decides: a cap that is asked and never reached, and no quiet hours for hours to come. */
    public void permit(long organization) throws SQLException {
        run("""
                update organization set settings = coalesce(settings, '{}') || jsonb_build_object(
                  'approvalLimit', 10000000, 'weeklyCap', 100000,
                  'quietFrom', to_char((now() at time zone 'Europe/Stockholm') + interval '10 hours', 'HH24:MI'),
                  'quietUntil', to_char((now() at time zone 'Europe/Stockholm') + interval '11 hours', 'HH24:MI'))
                where id = %d""".formatted(organization));
    }

    public Broadcast frozen(long broadcast) throws SQLException {
        var lane = number("select lane_id from broadcast where id = " + broadcast);
        run("update send_lane set paused_at = now() where id = " + lane);
        var people = number("select count(*) from message where lane_id = " + lane + " and state = 'QUEUED'");
        return new Broadcast(broadcast, lane, Math.toIntExact(people));
    }

    /** Everybody in line as if nothing had been sent, due at once; the dead rows are gone. */
    public void refill(Broadcast broadcast) throws SQLException {
        run("truncate message_event, provider_hook");
        run("""
                update message set state = 'QUEUED', rank = 10, text = null, code = null, reason = null, attempt = 0,
                  attempt_started_at = null, lease_until = null, gateway = null, provider_id = null, contacted_at = null,
                  ended_at = null, not_before = now() - interval '1 minute', not_after = now() + interval '2 days'
                where lane_id = %d and (attempt > 0 or state <> 'QUEUED' or not_before > now())""".formatted(broadcast.lane()));
        run("update send_lane set next_at = now(), paused_at = now() where id = " + broadcast.lane());
        run("vacuum (analyze) message");
        run("vacuum (analyze) send_lane");
    }

    /** Half of it is due much later. */
    void halve(Broadcast broadcast) throws SQLException {
        run("update message set not_before = now() + interval '1 day' where lane_id = %d and id %% 2 = 0"
                .formatted(broadcast.lane()));
        run("vacuum (analyze) message");
    }

    /** From now on it is sent. */
    public void open(Broadcast broadcast) throws SQLException {
        run("update send_lane set paused_at = null where id = %d; select pg_notify('ringstuga_messages', '')"
                .formatted(broadcast.lane()));
    }

    void hold(Broadcast broadcast) throws SQLException {
        run("update send_lane set paused_at = now() where id = " + broadcast.lane());
    }

    boolean waiting(Broadcast broadcast) throws SQLException {
        return is("exists (select from message where lane_id = " + broadcast.lane() + " and state = 'QUEUED')");
    }

    boolean underWay() throws SQLException {
        return is("exists (select from message where state = 'DISPATCHING')");
    }

    boolean unread() throws SQLException {
        return is("exists (select from provider_hook where read_at is null)");
    }

    /** How many the provider has taken, as far as we have written down. */
    long accepted(Broadcast broadcast) throws SQLException {
        return number("select count(*) from message where lane_id = %d and state in ('ACCEPTED', 'SENT', 'DELIVERED')"
                .formatted(broadcast.lane()));
    }

    long delivered(Broadcast broadcast) throws SQLException {
        return number(
                "select count(*) from message where lane_id = %d and state = 'DELIVERED'".formatted(broadcast.lane()));
    }

    /** Seconds from due to accepted, of every reminder that has been. */
    List<Double> reminderWaits() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select extract(epoch from e.at - m.not_before) from message m
                        join message_event e on e.message_id = m.id and e.status = 'ACCEPTED'
                        where m.source = 'SINGLE'""")) {
            var waits = new ArrayList<Double>();
            while (rows.next()) {
                waits.add(rows.getDouble(1));
            }
            return waits;
        }
    }

    long remindersWithout() throws SQLException {
        return number("select count(*) from message where source = 'SINGLE' and state in ('QUEUED', 'DISPATCHING')");
    }

    /** Seconds of a bare {@code insert … select} of as many rows as are frozen, into the same table. */
    double bareInsertSeconds(long organization) throws SQLException {
        var start = System.nanoTime();
        run("""
                insert into message (organization_id, root_id, lane_id, source, source_id, channel, purpose, person_organization,
                                     person_id, address, state, rank, not_before, not_after, created_at, created_by)
                select organization_id, organization_id, 0, 'BROADCAST', 0, 'SMS', 'INFORMATION', organization_id, id, phone,
                       'QUEUED', 10, now(), now(), now(), 'bench'
                from person where organization_id = %d""".formatted(organization));
        return (System.nanoTime() - start) / 1e9;
    }

    /** What was frozen or inserted is as if it had never been. */
    void forget(long broadcast) throws SQLException {
        run("delete from message where source = 'BROADCAST' and source_id = " + broadcast);
        run("vacuum (analyze) message");
    }

    /** What PostgreSQL's own housekeeping does within a minute. */
    void settle() throws SQLException {
        run("vacuum (analyze) message");
        run("vacuum (analyze) person");
    }

    List<Long> people(long organization, int most) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from person where organization_id = " + organization
                        + " order by id desc limit " + most)) {
            var ids = new ArrayList<Long>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        }
    }

    /** Whether no other process is in the middle of anything in this database. */
    boolean quiet() throws SQLException {
        return is("not exists (select from pg_stat_activity where xact_start is not null and pid <> pg_backend_pid()"
                + " and datname = current_database() and backend_type = 'client backend')");
    }

    private boolean is(String condition) throws SQLException {
        return number("select case when " + condition + " then 1 else 0 end") == 1;
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
