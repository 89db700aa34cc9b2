package se.ringstuga.fence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about being contacted, in a file outside of the database: after a restore it tells what the database
 * forgot (rule 27). It holds keyed hashes only. A decision never depends on it: where it cannot be written, that is an alarm,
 * and the decision stands in the database.
 */
@ApplicationScoped
public class Journal {

    private static final Logger LOG = Logger.getLogger(Journal.class);
    private static final String PENDING = Journal.class.getName();

    private final Optional<JournalWriter> writer;
    private final TransactionSynchronizationRegistry transactions;
    private volatile @Nullable String failure;
    private volatile @Nullable Counted counted;

    Journal(JournalFile file, TransactionSynchronizationRegistry transactions) {
        this.writer = file.path().map(path -> new JournalWriter(path, JournalWriter.LARGEST));
        this.transactions = transactions;
    }

    /** @param mark of the files that were read */
    private record Counted(Instant from, List<Long> mark, int entries) {}

    void start(@Observes StartupEvent event) {
        if (writer.isEmpty()) {
            LOG.warn("RINGSTUGA_JOURNAL is not set: after a restore, opt-outs that came after the backup are lost.");
        }
    }

    public boolean isKept() {
        return writer.isPresent();
    }

    /**
     * Writes the entry when the transaction under way is committed, before its answer leaves; of one that is rolled back
     * nothing is written.
     */
    public void append(JournalEntry entry) {
        if (writer.isEmpty()) {
            return;
        }
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            write(List.of(entry));
        } else if (transactions.getResource(PENDING) instanceof Pending pending) {
            pending.entries.add(entry);
        } else {
            var pending = new Pending();
            pending.entries.add(entry);
            transactions.putResource(PENDING, pending);
            transactions.registerInterposedSynchronization(pending);
        }
    }

    /** What was decided since, in the order in which it was; of each subject the last word is at the end. */
    public List<JournalEntry> since(Instant from) throws IOException {
        return writer.isEmpty()
                ? List.of()
                : writer.get().read().stream()
                        .filter(entry -> !entry.at().isBefore(from))
                        .toList();
    }

    /** How many {@link #since} finds. A page asks again and again, and the files are read again only when they have changed. */
    public int countSince(Instant from) throws IOException {
        if (writer.isEmpty()) {
            return 0;
        }
        var mark = writer.get().mark();
        var known = counted;
        if (known == null || !known.from().equals(from) || !known.mark().equals(mark)) {
            known = new Counted(from, mark, since(from).size());
            counted = known;
        }
        return known.entries();
    }

    /** Why the last entry could not be written. */
    Optional<String> failing() {
        return Optional.ofNullable(failure);
    }

    private void write(List<JournalEntry> entries) {
        var file = writer.orElseThrow();
        try {
            file.append(entries);
            failure = null;
        } catch (IOException | RuntimeException failed) {
            failure = failed.getClass().getSimpleName();
            LOG.errorf(
                    failed,
                    "%d decisions about being contacted are in the database but not in the journal %s",
                    entries.size(),
                    file.file());
        }
    }

    /** The entries of one transaction. */
    private final class Pending implements Synchronization {

        private final List<JournalEntry> entries = new ArrayList<>();

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                write(entries);
            }
        }
    }
}
