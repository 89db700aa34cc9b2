package se.ringstuga.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * A whole register as read: one entry a person, in the order of the file.
 *
 * @param rows the records read, without header and blank lines
 * @param folded rows joined with an earlier one of the same person
 * @param rejected rows with neither a name nor a way to reach anybody
 * @param numbers every member number in the file, those of rejected rows too
 * @param header the columns of the file
 */
record RegisterContent(
        List<RegisterEntry> entries,
        int rows,
        int folded,
        int rejected,
        Set<String> numbers,
        List<RowProblem.Finding> findings,
        RegisterHeader header) {

    /** No register is this dirty: the separator or the columns must be wrong. */
    private static final int MOST_FINDINGS = 1_000_000;

    /**
     * Where and when a register is read.
     *
     * @param read is told after each row how many that were
     */
    record Context(LocalDate today, Function<String, Optional<Long>> organizations, IntConsumer read) {

        Context(LocalDate today, Function<String, Optional<Long>> organizations) {
            this(today, organizations, _ -> {});
        }
    }

    static RegisterContent read(byte[] file, RegisterOptions options, Context context) {
        Reading reading = new Reading(options.columns(), context);
        RegisterFile.of(file, options).forEach(reading::row);
        return reading.content();
    }

    private static final class Reading {
        private final Map<RegisterColumn, String> chosen;
        private final Context context;
        private final List<RowProblem.Finding> findings = new ArrayList<>();
        private final Set<String> numbers = new HashSet<>();
        private final RegisterFold fold = new RegisterFold();
        private Optional<RowReading.Setting> setting = Optional.empty();
        private int rows;
        private int rejected;

        Reading(Map<RegisterColumn, String> chosen, Context context) {
            this.chosen = chosen;
            this.context = context;
        }

        void row(int row, List<String> cells) {
            if (setting.isEmpty()) {
                setting = Optional.of(new RowReading.Setting(
                        RegisterHeader.of(cells, chosen), context.today(), context.organizations()));
                return;
            }
            if (findings.size() > MOST_FINDINGS) {
                throw UnreadableRegister.tooLarge(MOST_FINDINGS + " cells that cannot be read");
            }
            rows++;
            RegisterEntry entry = new RowReading(setting.get(), row, findings::add).read(cells);
            Optional.ofNullable(entry.externalId()).ifPresent(numbers::add);
            if (!entry.tellsWho()) {
                rejected++;
                findings.add(new RowProblem.Finding(row, null, ProblemCode.NO_NAME_OR_CONTACT));
            } else {
                keep(entry);
            }
            context.read().accept(rows);
        }

        private void keep(RegisterEntry entry) {
            if (entry.externalId() == null) {
                findings.add(new RowProblem.Finding(
                        entry.row(), header().nameOf(RegisterColumn.EXTERNAL_ID), ProblemCode.MISSING_MEMBER_NUMBER));
            }
            if (fold.add(entry)) {
                findings.add(new RowProblem.Finding(entry.row(), null, ProblemCode.REPEATED_ROW));
            }
        }

        private RegisterHeader header() {
            return setting.orElseThrow(UnreadableRegister::empty).header();
        }

        RegisterContent content() {
            RegisterHeader header = header();
            List<RegisterEntry> entries = fold.entries(late -> findings.add(late));
            return new RegisterContent(
                    entries, rows, rows - rejected - entries.size(), rejected, numbers, findings, header);
        }
    }
}
