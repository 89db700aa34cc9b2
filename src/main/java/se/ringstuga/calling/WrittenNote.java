package se.ringstuga.calling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/**
 * A note as organizers see it.
 *
 * @param personName given and family name of whom it is about
 * @param writtenBy as {@code caller:12} or {@code token:3}
 * @param editedBy who reworded it last, null when nobody has
 * @param administratorsOnly it was written together with a threat (rule 10)
 */
public record WrittenNote(
        long id,
        long callId,
        long personId,
        String personName,
        String text,
        String writtenBy,
        Instant writtenAt,
        @Nullable String editedBy,
        @Nullable Instant editedAt,
        boolean administratorsOnly) {

    static WrittenNote of(Row row) {
        return new WrittenNote(
                row.number("id"),
                row.number("call_id"),
                row.number("person_id"),
                (row.text("given_name") + " " + row.text("family_name")).strip(),
                row.text("text"),
                row.text("written_by"),
                row.instant("written_at"),
                row.textOrNull("edited_by"),
                row.instantOrNull("edited_at"),
                row.is("administrators_only"));
    }
}
