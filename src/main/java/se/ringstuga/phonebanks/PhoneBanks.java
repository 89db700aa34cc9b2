package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Secret;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Evenings as rows. */
@ApplicationScoped
class PhoneBanks {

    private static final String SELECT = """
            select b.*, a.paused_at, o.time_zone, o.slug, o.name as organization_name
            from phone_bank b join call_assignment a on a.id = b.assignment_id join organization o on o.id = b.organization_id
            where\s""";

    private static final NamedSql READ = NamedSql.of(SELECT + "b.id = :bank and b.organization_id = :organization");

    private static final NamedSql LOCK =
            NamedSql.of(SELECT + "b.id = :bank and b.organization_id = :organization for update of b");

    private static final NamedSql ANY = NamedSql.of(SELECT + "b.id = :bank");

    private static final NamedSql BY_WALL = NamedSql.of(SELECT + "b.wall_hash = :hash");

    private static final NamedSql LIST = NamedSql.of(SELECT + """
            b.organization_id = :organization and (cast(:after as bigint) is null or b.id < :after)
            order by b.id desc limit :rows""");

    /** One planner an assignment at a time, so that two evenings cannot be put beside each other. */
    private static final NamedSql ASSIGNMENT = NamedSql.of("""
            select title, closed_at is not null or expires_at <= :now as over, expires_at from call_assignment
            where id = :assignment and organization_id = :organization for no key update""");

    /** One that is open beyond its time is in the way of one that begins now, until it is closed. */
    private static final NamedSql OVERLAPS = NamedSql.of("""
            select count(*) as others from phone_bank
            where assignment_id = :assignment and closed_at is null and id <> :bank
              and opens_at < :closes and (closes_at > :opens or (opened_at is not null and :opens <= :now))""");

    private static final NamedSql INSERT = NamedSql.of("""
            insert into phone_bank (organization_id, assignment_id, title, goal, opens_at, closes_at, code, link_nonce, link_hash,
              wall_nonce, wall_hash, created_at, created_by)
            values (:organization, :assignment, :title, :goal, :opens, :closes, :code, :link_nonce, :link_hash,
              :wall_nonce, :wall_hash, :now, :actor)
            on conflict (code) where code is not null do nothing
            returning id""");

    private static final NamedSql UPDATE = NamedSql.of("""
            update phone_bank set title = :title, goal = :goal, closes_at = :closes, version = version + 1 where id = :bank""");

    private static final NamedSql OPEN = NamedSql.of("""
            update phone_bank set opened_at = :now, opened_by = :actor, opens_at = least(opens_at, :now), version = version + 1
            where id = :bank""");

    private static final NamedSql CLOSE = NamedSql.of("""
            update phone_bank set closed_at = :now, closed_by = :actor, code = null, link_hash = null, version = version + 1
            where id = :bank""");

    private static final NamedSql SET_CODE = NamedSql.of("""
            update phone_bank b set code = :code, version = version + 1
            where b.id = :bank and not exists (select from phone_bank o where o.code = :code)""");

    private static final NamedSql SET_LINK = NamedSql.of(
            "update phone_bank set link_nonce = :nonce, link_hash = :hash, version = version + 1 where id = :bank");

    private static final NamedSql SET_WALL = NamedSql.of("""
            update phone_bank set wall_nonce = cast(:nonce as text), wall_hash = cast(:hash as bytea), version = version + 1
            where id = :bank""");

    private static final NamedSql SET_MESSAGE = NamedSql.of("""
            update phone_bank set message = cast(:message as text), message_at = cast(:at as timestamptz), message_by = :actor,
              version = version + 1
            where id = :bank""");

    private final Sql sql;
    private final Clock clock;

    PhoneBanks(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<PhoneBank> find(long organizationId, long bankId) {
        return sql.first(READ, Map.of("bank", bankId, "organization", organizationId), PhoneBanks::read);
    }

    Optional<PhoneBank> find(long bankId) {
        return sql.first(ANY, Map.of("bank", bankId), PhoneBanks::read);
    }

    Optional<PhoneBank> ofWall(Secret secret) {
        return sql.first(BY_WALL, Map.of("hash", secret.hash()), PhoneBanks::read);
    }

    /** To be changed: whoever wants the same waits. */
    Optional<PhoneBank> lock(long organizationId, long bankId) {
        return sql.first(LOCK, Map.of("bank", bankId, "organization", organizationId), PhoneBanks::read);
    }

    Page<PhoneBank> list(long organizationId, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of("organization", organizationId, "rows", page.limit() + 1));
        parameters.put("after", page.after().map(Cursor::id).orElse(null));
        return Page.of(sql.list(LIST, parameters, PhoneBanks::read), page.limit(), last -> new Cursor("", last.id()));
    }

    Optional<Assignment> assignment(long organizationId, long assignmentId) {
        return sql.first(
                ASSIGNMENT,
                Map.of("assignment", assignmentId, "organization", organizationId, "now", clock.instant()),
                row -> new Assignment(assignmentId, row.text("title"), row.is("over"), row.instant("expires_at")));
    }

    boolean overlaps(long assignmentId, long butBank, Instant opensAt, Instant closesAt) {
        return sql.first(
                        OVERLAPS,
                        Map.of(
                                "assignment",
                                assignmentId,
                                "bank",
                                butBank,
                                "opens",
                                opensAt,
                                "closes",
                                closesAt,
                                "now",
                                clock.instant()),
                        row -> row.number("others"))
                .filter(others -> others > 0)
                .isPresent();
    }

    /** Empty when the code is taken. */
    Optional<Long> insert(RoomScope scope, Planned planned, Keys keys) {
        var parameters = new HashMap<String, @Nullable Object>(Map.of(
                "organization", scope.organizationId(),
                "assignment", planned.assignmentId(),
                "title", planned.title(),
                "opens", planned.opensAt(),
                "closes", planned.closesAt(),
                "now", clock.instant(),
                "actor", scope.actor().toString()));
        parameters.put("goal", planned.goal());
        parameters.put("code", keys.code());
        parameters.put("link_nonce", keys.link());
        parameters.put("link_hash", keys.linkSecret().hash());
        parameters.put("wall_nonce", keys.wall());
        parameters.put("wall_hash", keys.wallSecret().hash());
        return sql.first(INSERT, parameters, row -> row.number("id"));
    }

    void update(PhoneBank bank, String title, @Nullable Integer goal, Instant closesAt) {
        var parameters =
                new HashMap<String, @Nullable Object>(Map.of("bank", bank.id(), "title", title, "closes", closesAt));
        parameters.put("goal", goal);
        sql.update(UPDATE, parameters);
    }

    void open(long bankId, String actor) {
        sql.update(OPEN, Map.of("bank", bankId, "actor", actor, "now", clock.instant()));
    }

    void close(long bankId, String actor) {
        sql.update(CLOSE, Map.of("bank", bankId, "actor", actor, "now", clock.instant()));
    }

    boolean setCode(long bankId, String code) {
        return sql.update(SET_CODE, Map.of("bank", bankId, "code", code)) == 1;
    }

    void setLink(long bankId, String nonce, Secret secret) {
        sql.update(SET_LINK, Map.of("bank", bankId, "nonce", nonce, "hash", secret.hash()));
    }

    /** @param secret null revokes it */
    void setWall(long bankId, @Nullable String nonce, @Nullable Secret secret) {
        var parameters = new HashMap<String, @Nullable Object>(Map.of("bank", bankId));
        parameters.put("nonce", nonce);
        parameters.put("hash", secret == null ? null : secret.hash());
        sql.update(SET_WALL, parameters);
    }

    /** @param message null takes it away */
    void setMessage(long bankId, @Nullable String message, String actor) {
        var parameters = new HashMap<String, @Nullable Object>(Map.of("bank", bankId, "actor", actor));
        parameters.put("message", message);
        parameters.put("at", message == null ? null : clock.instant());
        sql.update(SET_MESSAGE, parameters);
    }

    private static PhoneBank read(Row row) {
        return new PhoneBank(
                row.number("id"),
                row.number("organization_id"),
                row.text("slug"),
                row.text("organization_name"),
                ZoneId.of(row.text("time_zone")),
                row.number("assignment_id"),
                row.text("title"),
                goal(row),
                row.instant("opens_at"),
                row.instant("closes_at"),
                row.instantOrNull("opened_at"),
                row.instantOrNull("closed_at"),
                row.instantOrNull("paused_at"),
                row.textOrNull("code"),
                row.text("link_nonce"),
                row.textOrNull("wall_nonce"),
                row.textOrNull("message"),
                row.count("version"));
    }

    private static @Nullable Integer goal(Row row) {
        var goal = row.numberOrNull("goal");
        return goal == null ? null : Integer.valueOf(goal.intValue());
    }

    /** The list that is called. */
    record Assignment(long id, String title, boolean over, Instant expiresAt) {}

    /** What an organizer decides, with every default filled in. */
    record Planned(
            long assignmentId, String title, @Nullable Integer goal, Instant opensAt, Instant closesAt) {}

    /** The ways in, drawn anew. */
    record Keys(String code, String link, Secret linkSecret, String wall, Secret wallSecret) {}
}
