package se.ringstuga.calling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.calling.AssignmentStatistics.OfCaller;

/**
 * The page of one assignment.
 *
 * @param equation everybody in the list, as a sum
 * @param parts the same as a bar, in thousandths
 * @param waiting why people wait, a sentence each
 * @param nextAt when there is somebody to call again; null when there is, or nobody is left
 * @param done why people are done, a sentence each
 * @param evenings null before the first call
 */
record AssignmentScreen(
        AssignmentWords.Head head,
        String hours,
        List<Term> equation,
        List<Part> parts,
        List<String> waiting,
        @Nullable String nextAt,
        List<String> done,
        long calls,
        long reached,
        long answered,
        long partlyAnswered,
        boolean survey,
        List<Row> outcomes,
        @Nullable Chart outcomeChart,
        List<Evening> evenings,
        @Nullable Chart eveningChart,
        List<OfCaller> callers) {

    /** @param sign what stands before it: {@code =} or {@code +}; empty for the first */
    record Term(String words, long count, String sign, String colour) {}

    record Part(long from, long width, String colour) {}

    record Row(String words, long count) {}

    record Evening(String day, long calls, long reached) {}
}
