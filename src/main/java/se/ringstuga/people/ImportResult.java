package se.ringstuga.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do; created, updated, unchanged and rejected add up to rows.
 *
 * @param id the import; null for a dry run, which keeps nothing
 * @param unchanged also rows that were joined with another row of the same person
 * @param missing members with a member number who are not in a complete file; none has left before it is confirmed
 * @param problems what is not clean, by row; at most 20,000
 * @param problemsLeftOut how many more there are
 * @param columns which header was read as which field
 * @param consequences what happens because of it, such as how many are welcomed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ImportResult(
        @Nullable Long id,
        boolean dryRun,
        boolean complete,
        int rows,
        int created,
        int updated,
        int unchanged,
        int rejected,
        int missing,
        List<RowProblem> problems,
        int problemsLeftOut,
        Map<String, String> columns,
        List<ImportOutlook.Consequence> consequences) {

    /** The same figures without an id when nothing was kept. */
    ImportResult dry(boolean dry) {
        return dry
                ? new ImportResult(
                        null,
                        true,
                        complete,
                        rows,
                        created,
                        updated,
                        unchanged,
                        rejected,
                        missing,
                        problems,
                        problemsLeftOut,
                        columns,
                        consequences)
                : this;
    }
}
