package se.ringstuga.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import se.ringstuga.accounts.Access;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.messaging.HiddenLinks;
import se.ringstuga.messaging.MessageState;

/**
 * What was written in a conversation, both ways. Ours are what the organization, and those below it, sent to the people who
 * have the number, to that number; a personal link in them is for its person alone.
 */
@ApplicationScoped
class Lines {

    /** Of what was never tried only answers are shown: somebody wrote them here. */
    private static final NamedSql PAGE = NamedSql.of("""
            (select i.received_at as at, 0 as ours, i.id, i.text, i.kind, cast(null as text) as state, cast(null as text) as reason
             from inbound_message i
             where i.conversation_id = :conversation
               and (cast(:at as timestamptz) is null or (i.received_at, 0, i.id) < (:at, :ours, :id))
             order by i.received_at desc, i.id desc limit :rows)
            union all
            (select coalesce(m.contacted_at, m.created_at), 1, m.id, coalesce(m.text, m.template, b.text), m.source, m.state, m.reason
             from message m left join broadcast b on m.source = 'BROADCAST' and b.id = m.source_id
             where m.person_id = any (cast(:people as bigint[])) and m.channel = 'SMS' and m.address = :phone
               and m.organization_id in (select descendant_id from organization_closure where ancestor_id = :organization)
               and (m.contacted_at is not null or m.state = 'FAILED' or m.source in ('SINGLE', 'ANSWER'))
               and (cast(:at as timestamptz) is null or (coalesce(m.contacted_at, m.created_at), 1, m.id) < (:at, :ours, :id))
             order by coalesce(m.contacted_at, m.created_at) desc, m.id desc limit :rows)
            order by at desc, ours desc, id desc limit :rows""");

    private static final String BETWEEN = "|";

    private final Sql sql;
    private final Access access;

    Lines(Sql sql, Access access) {
        this.sql = sql;
        this.access = access;
    }

    /** The latest first. */
    Page<Line> page(ConversationView conversation, PageRequest request) {
        var after = request.after();
        var parameters = new HashMap<String, Object>();
        parameters.put("conversation", conversation.id());
        parameters.put("people", conversation.personIds());
        parameters.put("phone", conversation.phone());
        parameters.put("organization", access.organizationId());
        parameters.put(
                "at",
                after.map(cursor -> ConversationViews.instant(key(cursor)[0])).orElse(null));
        parameters.put(
                "ours", after.map(cursor -> key(cursor)[1].equals("1") ? 1 : 0).orElse(0));
        parameters.put("id", after.map(Cursor::id).orElse(0L));
        parameters.put("rows", request.limit() + 1);
        List<Line> rows = sql.list(PAGE, parameters, Lines::line);
        return Page.of(
                rows, request.limit(), last -> new Cursor(last.at() + BETWEEN + (last.ours() ? "1" : "0"), last.id()));
    }

    private static String[] key(Cursor cursor) {
        var at = cursor.sortKey().indexOf(BETWEEN);
        if (at < 0) {
            throw InvalidInput.query("cursor", "is not a cursor of this list; use `next` as it was given");
        }
        return new String[] {cursor.sortKey().substring(0, at), cursor.sortKey().substring(at + 1)};
    }

    private static Line line(Row row) {
        return new Line(
                row.number("id"),
                row.number("ours") == 1,
                HiddenLinks.in(row.text("text")),
                row.instant("at"),
                row.text("kind"),
                Optional.ofNullable(row.textOrNull("state"))
                        .map(MessageState::valueOf)
                        .orElse(null),
                row.textOrNull("reason"));
    }
}
