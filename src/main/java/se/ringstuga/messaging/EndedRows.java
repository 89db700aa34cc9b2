package se.ringstuga.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Messages that end before they were sent, written at once. */
final class EndedRows {

    private static final NamedSql END = NamedSql.of("""
            update message m set state = d.state, rank = 35, reason = nullif(d.reason, ''), ended_at = :now
            from unnest(cast(:ids as bigint[]), cast(:states as text[]), cast(:reasons as text[])) d(id, state, reason)
            where m.id = d.id and m.state = 'QUEUED'""");

    private final List<Long> ids = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    /** @param reason of a skip, otherwise null */
    void add(long id, MessageState state, @Nullable String reason) {
        ids.add(id);
        states.add(state.name());
        reasons.add(reason == null ? "" : reason);
    }

    /** Those that nothing was sent of because the policy says no. */
    List<Long> skipped() {
        return IntStream.range(0, ids.size())
                .filter(row -> states.get(row).equals(MessageState.SKIPPED.name()))
                .mapToObj(ids::get)
                .toList();
    }

    void write(Sql sql, Instant now) {
        if (!ids.isEmpty()) {
            sql.update(END, Map.of("ids", ids, "states", states, "reasons", reasons, "now", now));
        }
    }
}
