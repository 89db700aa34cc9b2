package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Counts where the recipients of broadcasts are, from an index alone; a page of broadcasts in one statement. */
@ApplicationScoped
class BroadcastAccounts {

    private static final NamedSql COUNT = NamedSql.of("""
            select source_id, state, coalesce(reason, code, '') as why, count(*) as people from message
            where source = 'BROADCAST' and replaced_by is null and source_id = any(:ids) group by 1, 2, 3""");

    private final Sql sql;

    BroadcastAccounts(Sql sql) {
        this.sql = sql;
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
        var accounts = new HashMap<Long, BroadcastAccount>();
        sums.forEach((broadcast, sum) -> accounts.put(broadcast, sum.account()));
        return accounts;
    }
}
