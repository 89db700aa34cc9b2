package se.ringstuga.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the journal: whole lines, from several writers, for ever readable. */
class JournalTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path directory;

    private static JournalEntry entry(int number) {
        return new JournalEntry(
                NOON.plusSeconds(number), JournalEntry.Kind.WITHDRAWN, "SMS", "ANY", 7, "%064x".formatted(number));
    }

    private JournalWriter writer(long largest) {
        return new JournalWriter(directory.resolve("journal"), largest);
    }

    @Test
    void whatIsWrittenIsReadAgainInItsOrderAndByItsOwnerOnly() throws IOException {
        writer(1000).append(List.of(entry(1), entry(2)));
        writer(1000).append(List.of(entry(3)));

        assertThat(writer(1000).read()).containsExactly(entry(1), entry(2), entry(3));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("journal"))))
                .isEqualTo("rw-------");
    }

    @Test
    void severalInstancesOnOneFileTakeTurns() throws Exception {
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = new ArrayList<Callable<Void>>();
            for (var i = 0; i < 8; i++) {
                var number = i;
                writes.add(() -> {
                    for (var n = 0; n < 10; n++) {
                        writer(1_000_000).append(List.of(entry(100 * number + n)));
                    }
                    return null;
                });
            }
            for (var write : instances.invokeAll(writes)) {
                write.get();
            }
        }
        assertThat(writer(1_000_000).read()).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    void aLineThatWasCutOffSpoilsNoOther() throws IOException {
        writer(1000).append(List.of(entry(1)));
        Files.writeString(
                directory.resolve("journal"), "2026-11-24T12:00:02Z WITHDRAWN SMS AN", StandardOpenOption.APPEND);
        writer(1000).append(List.of(entry(3)));

        assertThat(writer(1000).read()).containsExactly(entry(1), entry(3));
    }

    @Test
    void aFullFileBecomesTheOneBeforeAndOlderOnesGo() throws IOException {
        for (var i = 0; i < 20; i++) {
            writer(500).append(List.of(entry(i)));
        }
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("journal", "journal.1", "journal.lock");
        assertThat(writer(500).read()).hasSizeBetween(4, 12).endsWith(entry(18), entry(19));
    }

    @Test
    void theLastWordAboutASubjectReplacesTheOthers() {
        var no = entry(1);
        var yes = new JournalEntry(NOON, JournalEntry.Kind.GRANTED, no.channel(), no.purpose(), no.rootId(), no.hmac());
        var closed = new JournalEntry(
                NOON, JournalEntry.Kind.SUPPRESSED, no.channel(), no.purpose(), no.rootId(), no.hmac());

        assertThat(yes.subject()).isEqualTo(no.subject()).isNotEqualTo(closed.subject());
    }
}
