package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.surveys.PlainText;

/** Notes for later callers: organizers find, edit or remove them (rule 13), administrators also those written with a threat. */
@ApplicationScoped
public class CallNotes {

    private static final String COLUMNS = """
            select n.id, n.call_id, n.person_id, p.given_name, p.family_name, n.text, n.written_by, n.written_at,
                   n.edited_by, n.edited_at, n.administrators_only
            from call_note n join person p on p.id = n.person_id
            """;

    private static final NamedSql ONE = NamedSql.of(COLUMNS + """
            where n.id = :note and n.organization_id = :organization and n.removed_at is null
              and (:administrator or (not n.administrators_only and p.restricted_at is null))""");

    private static final NamedSql EDIT = NamedSql.of("""
            update call_note set text = :text, edited_at = :now, edited_by = :actor
            where id = :note and organization_id = :organization and removed_at is null
              and (:administrator or not administrators_only and not exists (
                select from person p where p.id = person_id and p.restricted_at is not null))
            returning person_id""");

    /** Only what still stands there as it was read (rule 38). */
    private static final NamedSql EDIT_AS_READ = NamedSql.of("""
            update call_note set text = :text, edited_at = :now, edited_by = :actor
            where id = :note and organization_id = :organization and removed_at is null
              and edited_at is not distinct from cast(:edited_at as timestamptz)""");

    private static final NamedSql REMOVE = NamedSql.of("""
            update call_note set removed_at = :now, removed_by = :actor
            where id = :note and organization_id = :organization and removed_at is null
              and (:administrator or not administrators_only and not exists (
                select from person p where p.id = person_id and p.restricted_at is not null))
            returning person_id""");

    /** As long as callers are shown them (rule 13). */
    private static final NamedSql LIST = NamedSql.of(COLUMNS + """
            where n.assignment_id = :assignment and n.organization_id = :organization and n.removed_at is null
              and n.written_at > :since and n.id < :before
              and (:administrator or (not n.administrators_only and p.restricted_at is null))
            order by n.id desc limit :limit""");

    private final Sql sql;
    private final AccessLog accessLog;
    private final Clock clock;

    CallNotes(Sql sql, AccessLog accessLog, Clock clock) {
        this.sql = sql;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * The assignment's notes of the last twelve months, newest first.
     *
     * @param administrator whether those written with a threat, and those about protected people, are among them
     */
    public Page<WrittenNote> list(CallScope scope, long assignmentId, boolean administrator, PageRequest page) {
        var parameters = Map.of(
                "assignment",
                assignmentId,
                "organization",
                scope.organizationId(),
                "administrator",
                administrator,
                "since",
                clock.instant().minus(ClaimTruth.NOTES_SHOWN),
                "before",
                page.after().map(Cursor::id).orElse(Long.MAX_VALUE),
                "limit",
                page.limit() + 1);
        var rows = sql.list(LIST, parameters, WrittenNote::of);
        var shown = Page.of(rows, page.limit(), last -> new Cursor("", last.id()));
        var people =
                shown.items().stream().map(WrittenNote::personId).distinct().toList();
        log(scope, "call.notes", "assignment:" + assignmentId, people);
        return shown;
    }

    /** One of them, of whatever age. */
    WrittenNote find(CallScope scope, Edited note) {
        var parameters = Map.of(
                "note", note.id(), "administrator", note.administrator(), "organization", scope.organizationId());
        var found = sql.first(ONE, parameters, WrittenNote::of).orElseThrow(NotFound::new);
        log(scope, "call.notes", "note:" + note.id(), List.of(found.personId()));
        return found;
    }

    public void edit(CallScope scope, Edited note, String text) {
        var clean = PlainText.clean(text);
        if (clean.isEmpty()) {
            throw new InvalidInput("text", "must not be blank; a note is removed by DELETE");
        }
        change("call.note-edited", scope, note, clean);
    }

    /**
     * Writes it anew unless somebody else has.
     *
     * @param read as it stood there when it was read
     * @return false when somebody else has changed it since
     */
    boolean reword(CallScope scope, WrittenNote read, String text) {
        var parameters = new HashMap<String, Object>(Map.of(
                "note", read.id(),
                "organization", scope.organizationId(),
                "text", PlainText.clean(text),
                "actor", scope.actor().toString(),
                "now", clock.instant()));
        parameters.put("edited_at", read.editedAt());
        if (sql.update(EDIT_AS_READ, parameters) == 0) {
            return false;
        }
        log(scope, "call.note-edited", "note:" + read.id(), List.of(read.personId()));
        return true;
    }

    public void remove(CallScope scope, Edited note) {
        change("call.note-removed", scope, note, "");
    }

    private void change(String action, CallScope scope, Edited note, String text) {
        var parameters = Map.of(
                "note", note.id(),
                "administrator", note.administrator(),
                "organization", scope.organizationId(),
                "text", text,
                "actor", scope.actor().toString(),
                "now", clock.instant());
        var statement = text.isEmpty() ? REMOVE : EDIT;
        var people = sql.list(statement, parameters, row -> row.number("person_id"));
        if (people.isEmpty()) {
            throw new NotFound();
        }
        log(scope, action, "note:" + note.id(), people);
    }

    private void log(CallScope scope, String action, String subject, List<Long> people) {
        accessLog.record(scope.organizationId(), scope.actor(), new AccessLog.Entry(action, subject, people));
    }

    /**
     * A note that somebody is about to change.
     *
     * @param administrator whether they may see what was written together with a threat
     */
    public record Edited(long id, boolean administrator) {}
}
