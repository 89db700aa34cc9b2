package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.surveys.PlainText;

/** Notes for later callers: organizers can edit or remove them (rule 13), administrators also those written with a threat. */
@ApplicationScoped
public class CallNotes {

    private static final NamedSql EDIT = NamedSql.of("""
            update call_note set text = :text, edited_at = :now, edited_by = :actor
            where id = :note and organization_id = :organization and removed_at is null
              and (not administrators_only or :administrator)""");

    private static final NamedSql REMOVE = NamedSql.of("""
            update call_note set removed_at = :now, removed_by = :actor
            where id = :note and organization_id = :organization and removed_at is null
              and (not administrators_only or :administrator)""");

    private final Sql sql;
    private final Clock clock;

    CallNotes(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public void edit(CallScope scope, Edited note, String text) {
        var clean = PlainText.clean(text);
        if (clean.isEmpty()) {
            throw new InvalidInput("text", "must not be blank; a note is removed by DELETE");
        }
        change(EDIT, scope, note, clean);
    }

    public void remove(CallScope scope, Edited note) {
        change(REMOVE, scope, note, "");
    }

    private void change(NamedSql statement, CallScope scope, Edited note, String text) {
        var parameters = Map.of(
                "note", note.id(),
                "administrator", note.administrator(),
                "organization", scope.organizationId(),
                "text", text,
                "actor", scope.actor().toString(),
                "now", clock.instant());
        if (sql.update(statement, parameters) == 0) {
            throw new NotFound();
        }
    }

    /**
     * A note that somebody is about to change.
     *
     * @param administrator whether they may see what was written together with a threat
     */
    public record Edited(long id, boolean administrator) {}
}
