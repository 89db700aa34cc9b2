package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import se.ringstuga.accounts.Actor;

/** Takes files in and has them read in the background: one at a time on each instance, since a register is large. */
@ApplicationScoped
class UploadDesk {

    /** No reading takes this long: the instance that had it is gone. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Uploads uploads;
    private final UploadRuns runs;
    private final Clock clock;
    private final Lock oneAtATime = new ReentrantLock();
    private final ThreadFactory threads =
            Thread.ofVirtual().name("register-upload-", 0).factory();

    UploadDesk(Uploads uploads, UploadRuns runs, Clock clock) {
        this.uploads = uploads;
        this.runs = runs;
        this.clock = clock;
    }

    /** Who has a file read, and how. */
    record Wanted(UploadKey key, UploadReport.Choices choices, RegisterImport.Order order, Locale language) {}

    /** Takes a file and begins with a dry run; gives the upload. */
    long take(byte[] file, Wanted wanted) {
        byte[] report = runs.locked(UploadReport.wanted(wanted.choices()), wanted.key());
        long id = uploads.keep(
                wanted.order().organizationId(),
                wanted.order().actor(),
                wanted.key().lock(file),
                report);
        start(id, 1, wanted);
        return id;
    }

    /** Reads it again, in earnest unless the order says dry run; nothing happens where that is under way already. */
    void again(Uploads.Upload upload, Wanted wanted) {
        Uploads.State state = wanted.order().dryRun() ? Uploads.State.CHECKING : Uploads.State.IMPORTING;
        uploads.begin(upload, state, stoppedBefore()).ifPresent(run -> start(upload.id(), run, wanted));
    }

    Optional<Uploads.Upload> find(long organizationId, Actor actor, long id) {
        return uploads.find(organizationId, actor, id);
    }

    /** Whether it is said to be at work, and cannot be. */
    boolean stopped(Uploads.Upload upload) {
        return upload.state().working() && upload.beganAt().isBefore(stoppedBefore());
    }

    /** Empty where the browser does not have the file's key. */
    Optional<UploadReport> report(Uploads.Upload upload, Optional<UploadKey> key) {
        return key.flatMap(opener -> runs.opened(upload.report(), opener));
    }

    void discard(Uploads.Upload upload) {
        uploads.remove(upload.id());
    }

    private Instant stoppedBefore() {
        return clock.instant().minus(PATIENCE);
    }

    private void start(long id, int number, Wanted wanted) {
        var run = new UploadRuns.Run(id, number, wanted.key(), wanted.choices(), wanted.order(), wanted.language());
        threads.newThread(() -> inTurn(run)).start();
    }

    private void inTurn(UploadRuns.Run run) {
        oneAtATime.lock();
        try {
            runs.run(run);
        } finally {
            oneAtATime.unlock();
        }
    }
}
