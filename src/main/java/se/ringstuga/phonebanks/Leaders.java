package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Secret;
import se.ringstuga.calling.ClosedCallers;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.surveys.PlainText;

/** Named leaders (rule 36): a link of their own, bound to the browser that opens it first, dead an hour after the closing. */
@ApplicationScoped
class Leaders {

    private static final NamedSql INSERT = NamedSql.of("""
            insert into phone_bank_leader (organization_id, phone_bank_id, name, link_hash, created_at, created_by)
            values (:organization, :bank, :name, :hash, :now, :actor) returning id""");

    private static final NamedSql LIST = NamedSql.of("""
            select id, name, joined_at from phone_bank_leader
            where phone_bank_id = :bank and organization_id = :organization and removed_at is null order by id limit 100""");

    private static final NamedSql REMOVE = NamedSql.of("""
            update phone_bank_leader set removed_at = :now, removed_by = :actor, session_hash = null
            where id = :leader and phone_bank_id = :bank and organization_id = :organization and removed_at is null""");

    private static final NamedSql NEW_LINK = NamedSql.of("""
            update phone_bank_leader set link_hash = :hash, session_hash = null, joined_at = null
            where id = :leader and phone_bank_id = :bank and organization_id = :organization and removed_at is null
            returning name""");

    private static final String LIVING = """
            l.removed_at is null and (b.closed_at is null or b.closed_at > :ended)""";

    /** Of two browsers that open it at once one is the second. */
    private static final NamedSql BY_LINK = NamedSql.of("""
            select l.id, l.session_hash is not null as used from phone_bank_leader l
            join phone_bank b on b.id = l.phone_bank_id
            where l.link_hash = :hash and %s for update of l""".formatted(LIVING));

    private static final NamedSql JOIN =
            NamedSql.of("update phone_bank_leader set session_hash = :hash, joined_at = :now where id = :leader");

    private static final NamedSql BY_SESSION = NamedSql.of("""
            select l.id, l.name, l.organization_id, l.phone_bank_id from phone_bank_leader l
            join phone_bank b on b.id = l.phone_bank_id
            where l.session_hash = :hash and %s""".formatted(LIVING));

    private final Rooms rooms;
    private final Sql sql;
    private final PublicUrl publicUrl;
    private final Clock clock;

    Leaders(Rooms rooms, Sql sql, PublicUrl publicUrl, Clock clock) {
        this.rooms = rooms;
        this.sql = sql;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Transactional
    LeaderView create(RoomScope scope, long bankId, NewLeader wanted) {
        if (rooms.find(scope, bankId).closedAt() != null) {
            throw PhoneBankConflict.closed();
        }
        var link = Secret.ofBits(128);
        var name = PlainText.clean(wanted.name());
        var parameters = key(scope, bankId, 0);
        parameters.put("name", name);
        parameters.put("hash", link.hash());
        var id = sql.first(INSERT, parameters, row -> row.number("id")).orElseThrow();
        return new LeaderView(id, name, address(link), null);
    }

    @Transactional
    List<LeaderView> list(RoomScope scope, long bankId) {
        rooms.find(scope, bankId);
        return sql.list(
                LIST,
                key(scope, bankId, 0),
                row -> new LeaderView(row.number("id"), row.text("name"), null, row.instantOrNull("joined_at")));
    }

    /** The rights end at once. */
    @Transactional
    void remove(RoomScope scope, long bankId, long leaderId) {
        if (sql.update(REMOVE, key(scope, bankId, leaderId)) == 0) {
            throw new NotFound();
        }
    }

    /** For another browser; the old link and the browser that is in are out. */
    @Transactional
    LeaderView replaceLink(RoomScope scope, long bankId, long leaderId) {
        var link = Secret.ofBits(128);
        var parameters = key(scope, bankId, leaderId);
        parameters.put("hash", link.hash());
        var name = sql.first(NEW_LINK, parameters, row -> row.text("name")).orElseThrow(NotFound::new);
        return new LeaderView(leaderId, name, address(link), null);
    }

    /** The first browser comes in; what came of it. */
    @Transactional
    Entrance join(String linkSecret) {
        var now = clock.instant();
        var found = sql.first(
                BY_LINK,
                Map.of("hash", new Secret(linkSecret).hash(), "ended", now.minus(ClosedCallers.TO_REPORT)),
                row -> new Link(row.number("id"), row.is("used")));
        if (found.isEmpty()) {
            return new Entrance.Unknown();
        }
        if (found.get().used()) {
            return new Entrance.Used();
        }
        var session = Secret.random();
        sql.update(JOIN, Map.of("leader", found.get().id(), "hash", session.hash(), "now", now));
        return new Entrance.In(session.value());
    }

    /** Who this browser is; empty after removal, a new link, or an hour after the closing. */
    Optional<Leader> session(String sessionSecret) {
        return sql.first(
                BY_SESSION,
                Map.of(
                        "hash",
                        new Secret(sessionSecret).hash(),
                        "ended",
                        clock.instant().minus(ClosedCallers.TO_REPORT)),
                Leaders::leader);
    }

    private static Leader leader(Row row) {
        return new Leader(
                row.number("phone_bank_id"),
                row.text("name"),
                new RoomScope(row.number("organization_id"), new Actor(Actor.Kind.LEADER, row.number("id"))));
    }

    private Map<String, @Nullable Object> key(RoomScope scope, long bankId, long leaderId) {
        return new HashMap<>(Map.of(
                "organization", scope.organizationId(),
                "bank", bankId,
                "leader", leaderId,
                "actor", scope.actor().toString(),
                "now", clock.instant()));
    }

    private String address(Secret link) {
        return publicUrl.of("/lead/in/" + link.value());
    }

    private record Link(long id, boolean used) {}

    /** A leader's browser, and the one evening that it leads. */
    record Leader(long bankId, String name, RoomScope scope) {}

    /** What came of a leader's link. */
    sealed interface Entrance {

        /**
         * This browser leads now.
         *
         * @param session for its cookie
         */
        record In(String session) implements Entrance {}

        /** Another browser has opened it: whoever sent it makes a new one. */
        record Used() implements Entrance {}

        /** No such link, or no longer. */
        record Unknown() implements Entrance {}
    }
}
