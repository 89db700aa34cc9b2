package se.ringstuga.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** The conversations of the path's organization, as whoever asks may see them; each reading stands in the access log. */
@ApplicationScoped
class ConversationViews {

    /** A number that belongs to somebody with protected data, anywhere in the tree, is shown to administrators alone (rule 5). */
    private static final String SHOWN = """
            select c.id, c.phone, c.text, c.received_at, c.waiting, c.waiting_since, c.handled_at, c.handled_by, k.ids, k.names,
                   (select i.id from inbound_message i where i.conversation_id = c.id order by i.received_at desc, i.id desc limit 1) as text_id
            from conversation c
            left join lateral (
              select array_agg(p.id order by p.id) as ids,
                     array_agg(btrim(p.given_name || ' ' || p.family_name) order by p.id) as names
              from (select p.id, p.given_name, p.family_name from person p where {known} order by p.id limit 20) p) k on true
            where c.organization_id = :organization and {which}
              and (:administrator or not exists (
                select from person p join organization_closure r on r.descendant_id = p.organization_id and r.ancestor_id = :root
                where p.restricted_at is not null
                  and p.id in (select id from person where phone = c.phone union all select id from person where alt_phone = c.phone)))
            """.replace("{known}", KnownPeople.ON_NUMBER.replace("{phone}", "c.phone"));

    private static final String PAGE = """
            {which} and (cast(:at as timestamptz) is null or (c.received_at, c.id) < (:at, :id))""";

    private static final String ORDER = "order by c.received_at desc, c.id desc limit :rows";

    private static final NamedSql OPEN = page("c.waiting_since is not null");

    private static final NamedSql HANDLED = page("c.waiting_since is null");

    private static final NamedSql HOLDS =
            NamedSql.of("select 1 from inbound_message where id = :text and conversation_id = :conversation");

    private static final NamedSql ONE = NamedSql.of(SHOWN.replace("{which}", "c.id = :id"));

    private final Sql sql;
    private final Access access;
    private final AccessLog accessLog;

    ConversationViews(Sql sql, Access access, AccessLog accessLog) {
        this.sql = sql;
        this.access = access;
        this.accessLog = accessLog;
    }

    /** Whether somebody has yet to read it. */
    enum State {
        OPEN,
        HANDLED
    }

    /** The latest first. */
    Page<ConversationView> page(State state, PageRequest request) {
        var after = request.after();
        var parameters = parameters();
        parameters.put("at", after.map(cursor -> instant(cursor.sortKey())).orElse(null));
        parameters.put("id", after.map(Cursor::id).orElse(0L));
        parameters.put("rows", request.limit() + 1);
        List<ConversationView> rows =
                sql.list(state == State.OPEN ? OPEN : HANDLED, parameters, ConversationViews::view);
        var page = Page.of(
                rows, request.limit(), last -> new Cursor(last.receivedAt().toString(), last.id()));
        accessLog.record(
                "inbox.list",
                null,
                page.items().stream().flatMap(view -> view.personIds().stream()).toList());
        return page;
    }

    /** Empty also for another organization's. */
    Optional<ConversationView> find(long id) {
        var parameters = parameters();
        parameters.put("id", id);
        var found = sql.first(ONE, parameters, ConversationViews::view);
        found.ifPresent(view -> accessLog.record("inbox.read", "conversation:" + id, view.personIds()));
        return found;
    }

    /** Whether a text was written in a conversation. */
    boolean holds(long conversation, long textId) {
        return sql.first(HOLDS, Map.of("conversation", conversation, "text", textId), row -> true)
                .isPresent();
    }

    private Map<String, Object> parameters() {
        return new HashMap<>(Map.of(
                "organization", access.organizationId(),
                "root", access.rootId(),
                "administrator", access.administrator()));
    }

    private static NamedSql page(String which) {
        return NamedSql.of(SHOWN.replace("{which}", PAGE.replace("{which}", which)) + ORDER);
    }

    static Instant instant(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException broken) {
            throw InvalidInput.query("cursor", "is not a cursor of this list; use `next` as it was given");
        }
    }

    private static ConversationView view(Row row) {
        var ids = row.numbers("ids");
        var names = row.texts("names");
        return new ConversationView(
                row.number("id"),
                row.text("phone"),
                IntStream.range(0, ids.size())
                        .mapToObj(i -> new ConversationView.Known(ids.get(i), names.get(i)))
                        .toList(),
                row.text("text"),
                row.numberOrNull("text_id"),
                row.instant("received_at"),
                row.count("waiting"),
                row.instantOrNull("waiting_since"),
                row.instantOrNull("handled_at"),
                row.textOrNull("handled_by"));
    }
}
