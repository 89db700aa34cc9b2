package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Secret;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** Wishes to come that wait for their code, and what became of them. */
@ApplicationScoped
public class SignUpRequests {

    /** Those who ask at the same moment are counted one after the other. */
    private static final NamedSql IN_TURN = NamedSql.of("""
            select pg_advisory_xact_lock(hashtextextended('sign-up:' || :event, 0)),
                   pg_advisory_xact_lock(hashtextextended('sign-up:' || lower(:address), 1))""");

    private static final NamedSql COUNT = NamedSql.of("""
            select (select count(*) from sign_up_request r where lower(r.address) = lower(:address) and r.told and r.created_at > :day) as address,
                   (select count(*) from sign_up_request r where r.event_id = :event and r.channel = :channel and r.told and r.created_at > :hour) as event""");

    private static final NamedSql ADD = NamedSql.of("""
            insert into sign_up_request (organization_id, event_id, channel, address, name, needs, ticket_hash, code_hash, told, created_at, expires_at)
            values (:organization, :event, :channel, :address, :name, cast(:needs as text[]), :ticket, :code, :told, :now, :expires)""");

    private static final NamedSql FIND = NamedSql.of("""
            select * from sign_up_request where ticket_hash = :ticket and event_id = :event and expires_at > :now for update""");

    private static final NamedSql MISS = NamedSql.of("update sign_up_request set misses = misses + 1 where id = :id");

    /** A guest's place remembers that the address is theirs: they have asked to hear what concerns this event. */
    private static final NamedSql CONFIRM = NamedSql.of("""
            with place as (
              update sign_up set guest_confirmed_at = :now where id = :sign_up and person_id is null and guest_confirmed_at is null)
            update sign_up_request set confirmed_at = :now, sign_up_id = :sign_up, expires_at = :expires where id = :id""");

    private static final NamedSql FORGET = NamedSql.of("""
            delete from sign_up_request where id in (
              select id from sign_up_request where expires_at < :before order by expires_at limit 1000)""");

    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_AN_ADDRESS = 3;
    private static final int MOST_SMS = 20;
    private static final int MOST_EMAIL = 200;

    private final Sql sql;
    private final Clock clock;

    SignUpRequests(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Somebody who wants to come.
     *
     * @param needs of those that the event asks for
     */
    record Wanted(Consents.Address address, String name, Set<Need> needs) {}

    /**
     * What leads to a request and what confirms it; of both only hashes are kept.
     *
     * @param code together with the ticket, so that a code alone is no key to guess
     */
    record Secrets(Secret ticket, Secret code) {}

    /**
     * A request that is still good.
     *
     * @param codeHash in hexadecimal
     * @param misses how many wrong codes were tried
     * @param signUpId null until the code was right
     */
    record Request(
            long id,
            Wanted wanted,
            String codeHash,
            int misses,
            @Nullable Long signUpId) {

        /** Of a guest's own link, which needs no code. */
        static Request of(SignUp place, Attendee.Guest guest) {
            var channel = guest.address().contains("@") ? Channel.EMAIL : Channel.SMS;
            var wanted = new Wanted(new Consents.Address(channel, guest.address()), guest.name(), place.needs());
            return new Request(0, wanted, "", 0, place.id());
        }

        boolean isCode(Secret code) {
            return MessageDigest.isEqual(HexFormat.of().parseHex(codeHash), code.hash());
        }
    }

    /**
     * Keeps a request.
     *
     * @return whether a code is to be sent: not where there have been too many (rule 34)
     */
    boolean add(EventRow event, Wanted wanted, Secrets secrets) {
        var now = clock.instant();
        var told = mayTell(event, wanted.address(), now);
        sql.update(
                ADD,
                Map.ofEntries(
                        Map.entry("organization", event.organizationId()),
                        Map.entry("event", event.id()),
                        Map.entry("channel", wanted.address().channel()),
                        Map.entry("address", wanted.address().text()),
                        Map.entry("name", wanted.name()),
                        Map.entry(
                                "needs", wanted.needs().stream().map(Need::name).toList()),
                        Map.entry("ticket", secrets.ticket().hash()),
                        Map.entry("code", secrets.code().hash()),
                        Map.entry("told", told),
                        Map.entry("now", now),
                        Map.entry("expires", now.plus(LIFE))));
        return told;
    }

    Instant codeUntil() {
        return clock.instant().plus(LIFE);
    }

    private boolean mayTell(EventRow event, Consents.Address address, Instant now) {
        var parameters = Map.of(
                "event", event.id(),
                "address", address.text(),
                "channel", address.channel(),
                "day", now.minus(DAY),
                "hour", now.minus(HOUR));
        sql.first(IN_TURN, Map.of("event", Long.toString(event.id()), "address", address.text()), row -> true);
        int most = address.channel() == Channel.SMS ? MOST_SMS : MOST_EMAIL;
        return sql.first(COUNT, parameters, row -> row.count("address") < MOST_AN_ADDRESS && row.count("event") < most)
                .orElse(false);
    }

    /** Locked until the end of the transaction. */
    Optional<Request> find(long eventId, Secret ticket) {
        return sql.first(
                FIND,
                Map.of("ticket", ticket.hash(), "event", eventId, "now", clock.instant()),
                SignUpRequests::request);
    }

    void missed(long id) {
        sql.update(MISS, Map.of("id", id));
    }

    /** @param until how long its page goes on telling what became of it */
    void confirmed(long id, long signUpId, Instant until) {
        sql.update(CONFIRM, Map.of("id", id, "sign_up", signUpId, "expires", until, "now", clock.instant()));
    }

    /** Run by a job: a day after it has expired nobody needs to know who wanted to come. Tells how many. */
    @Transactional
    public int forget() {
        return sql.update(FORGET, Map.of("before", clock.instant().minus(DAY)));
    }

    private static Request request(Row row) {
        return new Request(
                row.number("id"),
                new Wanted(
                        new Consents.Address(Channel.valueOf(row.text("channel")), row.text("address")),
                        row.text("name"),
                        row.texts("needs").stream().map(Need::valueOf).collect(Collectors.toUnmodifiableSet())),
                HexFormat.of().formatHex(row.bytes("code_hash")),
                row.count("misses"),
                row.numberOrNull("sign_up_id"));
    }
}
