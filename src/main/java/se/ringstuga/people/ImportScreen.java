package se.ringstuga.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages about imports show. */
final class ImportScreen {

    private ImportScreen() {}

    /**
     * Where a file is given, and what was given before.
     *
     * @param unfinished when the file was sent that waits for a decision; null where none does
     * @param next where the following page is; null on the last
     */
    record Start(
            String slug,
            String organization,
            String base,
            @Nullable String wrong,
            @Nullable Waiting unfinished,
            List<Line> imports,
            @Nullable String next) {}

    record Waiting(String address, String sent) {}

    /** @param address null for an import of an organization below, which has its page there */
    record Line(
            String at,
            String figures,
            boolean whole,
            boolean undone,
            @Nullable String address) {}

    /** A number that is part of a sum. */
    record Term(int count, String words, String sign) {}

    /**
     * A file on its way in.
     *
     * @param mark changes whenever the page would look different
     * @param working somebody is reading it; the page asks again by itself
     * @param reading how many rows are read, for whoever waits
     * @param trouble what keeps it from being imported; null where nothing does
     * @param found null before it was read
     * @param columns empty where nothing is known of them
     * @param importId once it is imported
     */
    record File(
            String slug,
            String organization,
            String base,
            String mark,
            boolean working,
            String said,
            Rows reading,
            @Nullable String trouble,
            boolean mayRetry,
            @Nullable Found found,
            List<Column> columns,
            List<Choice> fields,
            UploadReport.@Nullable Choices choices,
            @Nullable Long importId) {}

    /**
     * How far a reading has come.
     *
     * @param total 0 while nobody knows
     * @param words empty as long
     */
    record Rows(int read, int total, String words) {}

    /**
     * What a reading found.
     *
     * @param missing a sentence; null where nobody is
     * @param kinds of problems, each with how many there are
     * @param next where the problems go on; null at their end
     */
    record Found(
            List<Term> sum,
            List<String> consequences,
            @Nullable String missing,
            List<Kind> kinds,
            List<Problem> problems,
            String shown,
            @Nullable String leftOut,
            @Nullable String next) {}

    record Kind(String code, String words, long count, boolean chosen) {}

    record Problem(int row, @Nullable String column, String words) {}

    /** @param index the header's place in the file, which names the field of the form */
    record Column(
            int index,
            String name,
            String field,
            boolean usable,
            @Nullable String error) {}

    record Choice(String value, String words) {}

    /**
     * An import that was made.
     *
     * @param obstacle why it can not be undone; null where it can
     * @param missing null where nobody was missing or nothing can be confirmed any more
     */
    record Done(
            String slug,
            String organization,
            String base,
            long id,
            String title,
            List<Term> sum,
            @Nullable String said,
            @Nullable String obstacle,
            @Nullable Missing missing) {}

    /** @param typed the count has to be typed, since it is so large */
    record Missing(
            int count,
            String text,
            String button,
            boolean typed,
            @Nullable String wrong) {}
}
