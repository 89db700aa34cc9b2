package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.MessageSql;

/** Counts where the recipients of broadcasts are, by an index of their own; a page of broadcasts in one statement. */
@ApplicationScoped
class BroadcastAccounts {

    static final NamedSql COUNT = NamedSql.of("""
            select m.source_id, m.state, %s as why, count(*) as people from message m
            where m.source = 'BROADCAST' and m.replaced_by is null and m.source_id = any(:ids) group by 1, 2, 3""".formatted(MessageSql.WHY));

    /** Only a notice by SMS can have any. */
    private static final NamedSql BY_EMAIL = NamedSql.of("""
            select m.source_id, count(*) as people from broadcast b
            join message m on m.source = 'BROADCAST' and m.source_id = b.id and m.replaced_by is null
              and m.channel = 'EMAIL' and m.state <> 'SKIPPED'
            where b.id = any(:ids) and b.channel = 'SMS' and b.purpose = 'NOTICE' group by 1""");

    /** A page that moves by itself asks every three seconds, for everybody who has it open. */
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private static final int MOST_WATCHED = 500;

    private final Sql sql;
    private final Lately<Long, BroadcastAccount> watched;

    BroadcastAccounts(Sql sql, Clock clock) {
        this.sql = sql;
        this.watched = new Lately<>(MOST_WATCHED, A_MOMENT, clock);
    }

    /** As it was a moment ago at most: counted once for all who look on. */
    BroadcastAccount lately(long broadcast) {
        return watched.get(broadcast, () -> of(broadcast));
    }

    BroadcastAccount of(long broadcast) {
        return of(List.of(broadcast)).getOrDefault(broadcast, BroadcastAccount.NOBODY);
    }

    /** By the id of the broadcast; one without recipients is missing. */
    Map<Long, BroadcastAccount> of(List<Long> broadcasts) {
        record Counted(long broadcast, MessageState state, String why, long people) {}
        var sums = new HashMap<Long, BroadcastAccount.Sum>();
        sql.list(
                        COUNT,
                        Map.of("ids", broadcasts),
                        row -> new Counted(
                                row.number("source_id"),
                                MessageState.valueOf(row.text("state")),
                                row.text("why"),
                                row.number("people")))
                .forEach(row -> sums.computeIfAbsent(row.broadcast(), _ -> new BroadcastAccount.Sum())
                        .add(row.state(), row.why(), row.people()));
        sql.list(BY_EMAIL, Map.of("ids", broadcasts), row -> Map.entry(row.number("source_id"), row.number("people")))
                .forEach(row ->
                        Optional.ofNullable(sums.get(row.getKey())).ifPresent(sum -> sum.byEmail(row.getValue())));
        var accounts = new HashMap<Long, BroadcastAccount>();
        sums.forEach((broadcast, sum) -> accounts.put(broadcast, sum.account()));
        return accounts;
    }
}
