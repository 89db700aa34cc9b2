package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Secret;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Those who wait to be let in, as rows. */
@ApplicationScoped
class WaitingRows {

    /** A browser that has not looked for so long is gone; its page looks every few seconds. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final NamedSql BY_CODE = NamedSql.of("""
            select id, organization_id from phone_bank
            where code = :code and opened_at is not null and closed_at is null for update""");

    private static final NamedSql BY_LINK = NamedSql.of("""
            select id, organization_id from phone_bank
            where link_hash = :hash and opened_at is not null and closed_at is null for update""");

    private static final NamedSql FORGET = NamedSql.of("""
            update phone_bank_waiting set decided_at = :now, decided_by = 'system:0'
            where phone_bank_id = :bank and decided_at is null and seen_at < :gone""");

    private static final NamedSql LIST = NamedSql.of("""
            select id, name, number, asked_at from phone_bank_waiting
            where phone_bank_id = :bank and organization_id = :organization and decided_at is null and seen_at >= :gone
            order by id""");

    private static final NamedSql INSERT = NamedSql.of("""
            insert into phone_bank_waiting (organization_id, phone_bank_id, name, number, secret_hash, asked_at, seen_at)
            values (:organization, :bank, :name, :number, :hash, :now, :now)""");

    private static final NamedSql BY_SECRET = NamedSql.of("""
            select w.id, w.name, w.number, w.caller_id, w.decided_at is not null as decided, w.seen_at < :gone as gone,
                   b.closed_at is not null as closed
            from phone_bank_waiting w join phone_bank b on b.id = w.phone_bank_id
            where w.secret_hash = :hash for update of w""");

    private static final NamedSql SEEN =
            NamedSql.of("update phone_bank_waiting set seen_at = :now where id = :waiting and seen_at < :now");

    private static final NamedSql LOCK = NamedSql.of("""
            select id, name, number, caller_id, decided_at is not null as decided, false as gone, false as closed
            from phone_bank_waiting where id = :waiting and phone_bank_id = :bank for update""");

    private static final NamedSql DECIDE = NamedSql.of("""
            update phone_bank_waiting set decided_at = :now, decided_by = :actor, caller_id = cast(:caller as bigint)
            where id = :waiting""");

    private final Sql sql;
    private final Clock clock;

    WaitingRows(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Locks the evening, so that of two who ask at once one is the second. */
    Optional<Room> byCode(String code) {
        return sql.first(
                BY_CODE, Map.of("code", code), row -> new Room(row.number("id"), row.number("organization_id")));
    }

    Optional<Room> byLink(Secret link) {
        return sql.first(
                BY_LINK, Map.of("hash", link.hash()), row -> new Room(row.number("id"), row.number("organization_id")));
    }

    /** Whoever went away gives the number back. */
    void forgetGone(Room room) {
        var now = clock.instant();
        sql.update(FORGET, Map.of("bank", room.bankId(), "now", now, "gone", now.minus(PATIENCE)));
    }

    List<WaitingView> list(Room room) {
        return sql.list(
                LIST,
                Map.of(
                        "bank", room.bankId(),
                        "organization", room.organizationId(),
                        "gone", clock.instant().minus(PATIENCE)),
                row -> new WaitingView(
                        row.number("id"), row.text("name"), row.count("number"), row.instant("asked_at")));
    }

    void insert(Room room, String name, int number, Secret secret) {
        sql.update(
                INSERT,
                Map.of(
                        "organization",
                        room.organizationId(),
                        "bank",
                        room.bankId(),
                        "name",
                        name,
                        "number",
                        number,
                        "hash",
                        secret.hash(),
                        "now",
                        clock.instant()));
    }

    Optional<Waiting> bySecret(Secret secret) {
        var gone = clock.instant().minus(PATIENCE);
        return sql.first(BY_SECRET, Map.of("hash", secret.hash(), "gone", gone), Waiting::of);
    }

    Optional<Waiting> lock(long bankId, long waitingId) {
        return sql.first(LOCK, Map.of("bank", bankId, "waiting", waitingId), Waiting::of);
    }

    void seen(Waiting waiting) {
        sql.update(SEEN, Map.of("waiting", waiting.id(), "now", clock.instant()));
    }

    /** @param callerId who they are from now on; null for a no */
    void decide(Waiting waiting, @Nullable Long callerId, String actor) {
        var parameters = new HashMap<String, @Nullable Object>(
                Map.of("waiting", waiting.id(), "actor", actor, "now", clock.instant()));
        parameters.put("caller", callerId);
        sql.update(DECIDE, parameters);
    }

    /** Where they wait. */
    record Room(long bankId, long organizationId) {}
}
