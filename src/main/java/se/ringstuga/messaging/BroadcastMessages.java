package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.segments.MessageSql;

/** The people behind each number of a broadcast's account. */
@ApplicationScoped
class BroadcastMessages {

    private static final List<String> EVERY_STATE =
            Arrays.stream(MessageState.values()).map(Enum::name).toList();

    /**
     * A walk along the index of accounts from where the page before ended, for each state; together they are few rows. By
     * state and id, since for the id alone the index of all messages would be read past everything else that was ever sent.
     */
    static final NamedSql PAGE = NamedSql.of("""
            select found.* from unnest(cast(:states as text[])) wanted(state) cross join lateral (
              select m.id, m.person_id, p.given_name, p.family_name, m.address, m.state, m.reason, m.code
              from message m join person p on p.id = m.person_id
              where m.source = 'BROADCAST' and m.source_id = :broadcast and m.replaced_by is null
                and m.state = any (array[wanted.state])
                and p.restricted_at is null and (cast(:reason as text) is null or {why} = :reason)
                and (m.state, m.id) > (wanted.state, cast(:after as bigint))
              order by m.state, m.id limit :rows) found
            order by found.id limit :rows""".replace("{why}", MessageSql.WHY));

    private final Sql sql;
    private final AccessLog accessLog;

    BroadcastMessages(Sql sql, AccessLog accessLog) {
        this.sql = sql;
        this.accessLog = accessLog;
    }

    /**
     * One recipient.
     *
     * @param reason why the message was skipped, or the code with which it failed
     */
    record Line(
            long id,
            long personId,
            String name,
            @Nullable String address,
            MessageState state,
            @Nullable String reason) {}

    Page<Line> page(long broadcast, @Nullable MessageState state, @Nullable String reason, PageRequest page) {
        return page(broadcast, state == null ? List.of() : List.of(state), reason, page);
    }

    /** @param states none for all */
    Page<Line> page(long broadcast, List<MessageState> states, @Nullable String reason, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of("broadcast", broadcast, "rows", page.limit() + 1));
        parameters.put(
                "states",
                states.isEmpty()
                        ? EVERY_STATE
                        : states.stream().map(MessageState::name).toList());
        parameters.put("reason", reason);
        parameters.put("after", page.after().map(Cursor::id).orElse(0L));
        List<Line> lines = sql.list(
                PAGE,
                parameters,
                row -> new Line(
                        row.number("id"),
                        row.number("person_id"),
                        (row.text("given_name") + " " + row.text("family_name")).strip(),
                        row.textOrNull("address"),
                        MessageState.valueOf(row.text("state")),
                        row.textOrNull("reason") == null ? row.textOrNull("code") : row.textOrNull("reason")));
        var shown = Page.of(lines, page.limit(), last -> new Cursor("", last.id()));
        accessLog.record(
                "message.list",
                "broadcast:" + broadcast,
                shown.items().stream().map(Line::personId).toList());
        return shown;
    }
}
