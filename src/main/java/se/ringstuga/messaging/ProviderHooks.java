package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.sms.ProviderCall;

/** What providers sent us, as it came. */
@ApplicationScoped
class ProviderHooks {

    private static final NamedSql STORE = NamedSql.of("""
            insert into provider_hook (gateway, path, query, body, received_at)
            select gateway, path, query, body, :now
            from unnest(cast(:gateways as text[]), cast(:paths as text[]), cast(:queries as text[]), cast(:bodies as text[]))
              with ordinality sent(gateway, path, query, body, place)
            order by place returning id""");

    private static final NamedSql UNREAD = NamedSql.of("""
            select id, gateway, path, query, body from provider_hook where read_at is null
            order by id limit :most for update skip locked""");

    /** Whoever has it in hand is waited for: when this is over it is read, by whomever. */
    private static final NamedSql UNREAD_ONE = NamedSql.of("""
            select id, gateway, path, query, body from provider_hook where read_at is null and id = :id
            for update""");

    private static final NamedSql WAITING =
            NamedSql.of("select id from provider_hook where read_at is null order by id limit :most");

    private static final NamedSql READ = NamedSql.of("""
            update provider_hook h set read_at = :now, mistake = nullif(d.mistake, '')
            from unnest(cast(:ids as bigint[]), cast(:mistakes as text[])) d(id, mistake)
            where h.id = d.id and h.read_at is null""");

    private static final NamedSql REMOVE = NamedSql.of("""
            delete from provider_hook where id in (
              select id from provider_hook where read_at < :before order by read_at limit :most for update skip locked)""");

    private final Sql sql;
    private final Clock clock;

    ProviderHooks(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A stored call. */
    record Hook(long id, String gateway, ProviderCall call) {}

    /** What a provider sends. */
    record Sent(String gateway, ProviderCall call) {}

    /**
     * Committed when this returns, so that they may be answered.
     *
     * @return the ids, in the order of what was sent
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Long> store(List<Sent> some) {
        var parameters = new HashMap<String, Object>(Map.of("now", clock.instant()));
        parameters.put("gateways", some.stream().map(Sent::gateway).toList());
        parameters.put("paths", some.stream().map(sent -> sent.call().path()).toList());
        parameters.put(
                "queries",
                some.stream()
                        .map(sent -> Objects.requireNonNullElse(sent.call().query(), ""))
                        .toList());
        parameters.put("bodies", some.stream().map(sent -> sent.call().body()).toList());
        // They were numbered in that order.
        return sql.list(STORE, parameters, row -> row.number("id")).stream()
                .sorted()
                .toList();
    }

    /** What was read before that; says how many there were, at most so many. */
    int remove(Instant before, int most) {
        return sql.update(REMOVE, Map.of("before", before, "most", most));
    }

    /** In the order in which they came, locked; those that another instance has in hand are passed by. */
    List<Hook> lock(int most) {
        return sql.list(UNREAD, Map.of("most", most), ProviderHooks::hook);
    }

    /** Empty when it has been read, also by whoever had it in hand. */
    List<Hook> lockOne(long id) {
        return sql.list(UNREAD_ONE, Map.of("id", id), ProviderHooks::hook);
    }

    List<Long> waiting(int most) {
        return sql.list(WAITING, Map.of("most", most), row -> row.number("id"));
    }

    /** @param mistakes of each hook why it could not be read; empty when it could */
    void markRead(Map<Long, String> mistakes) {
        var parameters = new HashMap<String, Object>(Map.of("now", clock.instant()));
        parameters.put("ids", new ArrayList<>(mistakes.keySet()));
        parameters.put("mistakes", new ArrayList<>(mistakes.values()));
        sql.update(READ, parameters);
    }

    private static Hook hook(Row row) {
        var query = row.text("query");
        return new Hook(
                row.number("id"),
                row.text("gateway"),
                new ProviderCall(row.text("path"), query.isEmpty() ? null : query, row.text("body"), null));
    }
}
