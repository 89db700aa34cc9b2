package se.ringstuga.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads a file that was sent, as a dry run or in earnest, while whoever sent it may do something else. */
@ApplicationScoped
class UploadRuns {

    private static final Logger LOG = Logger.getLogger(UploadRuns.class);

    private static final int ROWS_BETWEEN = 2000;

    private final Uploads uploads;
    private final RegisterImport register;
    private final ObjectMapper json;

    UploadRuns(Uploads uploads, RegisterImport register, ObjectMapper json) {
        this.uploads = uploads;
        this.register = register;
        this.json = json;
    }

    /**
     * One reading of one file.
     *
     * @param order whether it is a dry run, too
     */
    record Run(
            long uploadId,
            int number,
            UploadKey key,
            UploadReport.Choices choices,
            RegisterImport.Order order,
            Locale language) {}

    byte[] locked(UploadReport report, UploadKey key) {
        try {
            return key.lock(json.writeValueAsBytes(report));
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Empty when the key is another's. */
    Optional<UploadReport> opened(@Nullable LockedReport report, UploadKey key) {
        return Optional.ofNullable(report)
                .map(LockedReport::bytes)
                .flatMap(key::open)
                .map(open -> {
                    try {
                        return json.readValue(open, UploadReport.class);
                    } catch (IOException cause) {
                        throw new UncheckedIOException(cause);
                    }
                });
    }

    /** Whatever goes wrong, the upload says so afterwards: nobody waits in vain. A file that was thrown away meanwhile is not read. */
    @ActivateRequestContext
    void run(Run run) {
        try {
            QuarkusTransaction.requiringNew()
                    .call(() -> uploads.content(run.order().organizationId(), run.uploadId()))
                    .flatMap(run.key()::open)
                    .ifPresent(file -> read(run, file));
        } catch (Overtaken rolledBack) {
            LOG.infof("Upload %d is read by a later run", run.uploadId());
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "Upload %d could not be read", run.uploadId());
            end(run, Uploads.State.FAILED, UploadReport.wanted(run.choices()));
        }
    }

    private void read(Run run, byte[] file) {
        List<UploadReport.Column> columns = List.of();
        try {
            RegisterOptions options = run.choices().options();
            columns = unread(file, options);
            RegisterContent content = register.read(file, options, run.order(), progress(run, file, options));
            uploads.read(run.uploadId(), run.number(), content.rows(), content.rows());
            columns = columns(content.header());
            apply(run, file, content, columns);
        } catch (UnreadableRegister refused) {
            end(run, Uploads.State.REFUSED, new UploadReport(run.choices(), columns, refused.reason(), null));
        }
    }

    /** Said now and then, so that whoever waits sees it move. */
    private IntConsumer progress(Run run, byte[] file, RegisterOptions options) {
        int most = RegisterFile.of(file, options).mostRows();
        return rows -> {
            if (rows % ROWS_BETWEEN == 0) {
                uploads.read(run.uploadId(), run.number(), rows, Math.max(rows, most));
            }
        };
    }

    private void apply(Run run, byte[] file, RegisterContent content, List<UploadReport.Column> columns) {
        if (run.order().dryRun()) {
            ImportResult result = register.apply(content, file, run.order(), run.language());
            register.logDryRun(run.order());
            end(run, Uploads.State.CHECKED, new UploadReport(run.choices(), columns, null, result));
            return;
        }
        // Imported and said to be, or neither: a run that was overtaken has imported nothing.
        QuarkusTransaction.requiringNew().run(() -> {
            ImportResult result = register.apply(content, file, run.order(), run.language());
            if (!end(run, Uploads.State.IMPORTED, new UploadReport(run.choices(), columns, null, result))) {
                throw new Overtaken();
            }
        });
    }

    private boolean end(Run run, Uploads.State state, UploadReport report) {
        ImportResult result = report.result();
        return uploads.end(
                run.uploadId(),
                run.number(),
                new Uploads.Ending(
                        state, new LockedReport(locked(report, run.key())), result == null ? null : result.id()));
    }

    /** The headers of a file of which no more may be known. */
    private static List<UploadReport.Column> unread(byte[] file, RegisterOptions options) {
        return columns(RegisterHeader.unread(RegisterFile.of(file, options).first()));
    }

    private static List<UploadReport.Column> columns(RegisterHeader header) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            seen.merge(RegisterColumn.key(header.name(i)), 1, Integer::sum);
        }
        List<UploadReport.Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String key = RegisterColumn.key(header.name(i));
            columns.add(new UploadReport.Column(
                    header.name(i),
                    header.column(i).map(RegisterColumn::field).orElse(""),
                    header.isNamed(i) && !key.isEmpty() && seen.getOrDefault(key, 0) == 1));
        }
        return columns;
    }

    /** Takes back what a run has imported that may not say so any more. */
    private static final class Overtaken extends RuntimeException {}
}
