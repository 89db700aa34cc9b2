package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ringstuga.accounts.AccessLog;

/**
 * Takes back the latest import of an organization while nothing has been built on it: whom it created goes, whom it changed
 * is as before. What people or automations did with one of them since is worth more than the undo, which is refused then.
 */
@ApplicationScoped
public class ImportUndo {

    private static final Duration POSSIBLE_FOR = Duration.ofDays(30);

    private final PeopleImports imports;
    private final ImportImages images;
    private final RegisteredPeople registered;
    private final AccessLog accessLog;
    private final Event<ImportUndone> undone;
    private final Event<MembershipsEnded> membershipsEnded;
    private final Clock clock;

    ImportUndo(
            PeopleImports imports,
            ImportImages images,
            RegisteredPeople registered,
            AccessLog accessLog,
            Event<ImportUndone> undone,
            Event<MembershipsEnded> membershipsEnded,
            Clock clock) {
        this.imports = imports;
        this.images = images;
        this.registered = registered;
        this.accessLog = accessLog;
        this.undone = undone;
        this.membershipsEnded = membershipsEnded;
        this.clock = clock;
    }

    /** How many are gone again, and how many are as they were. */
    public record Undone(int removed, int restored) {}

    /**
     * Undoes an import.
     *
     * @throws ImportNotUndone when something has been built on it
     */
    @Transactional
    Undone undo(RegisterImport.Order order, long importId) {
        registered.lock(order.organizationId());
        PeopleImport done = imports.of(order.organizationId(), importId);
        obstacle(done).ifPresent(obstacle -> {
            throw new ImportNotUndone(obstacle);
        });
        List<Long> created = images.created(done);
        List<Long> changed = images.changed(done);
        List<Long> left = images.leftBefore(done);
        done.undo(clock.instant(), order.actor().toString());
        images.removeCreated(done);
        images.restoreChanged(done, clock.instant());
        imports.recordUndone(done, changed);
        accessLog.record(
                order.organizationId(),
                order.actor(),
                new AccessLog.Entry(
                        "people.import-undone",
                        "import:" + done.id,
                        Stream.concat(created.stream(), changed.stream()).toList()));
        undone.fire(new ImportUndone(done.organizationId, done.id));
        if (!left.isEmpty()) {
            membershipsEnded.fire(new MembershipsEnded(done.organizationId, left));
        }
        return new Undone(created.size(), changed.size());
    }

    /** What keeps the import from being undone; empty when nothing does. */
    Optional<ImportNotUndone.Obstacle> obstacle(PeopleImport done) {
        if (done.undoneAt != null) {
            return because(ImportNotUndone.Reason.UNDONE_ALREADY, 0);
        } else if (done.endedAt != null) {
            return because(ImportNotUndone.Reason.MEMBERSHIPS_ENDED, 0);
        } else if (!imports.isLatest(done)) {
            return because(ImportNotUndone.Reason.LATER_IMPORT, 0);
        } else if (done.importedAt.isBefore(clock.instant().minus(POSSIBLE_FOR))) {
            return because(ImportNotUndone.Reason.TOO_OLD, 0);
        }
        long touched = images.touched(done);
        if (touched > 0) {
            return because(ImportNotUndone.Reason.PEOPLE_CHANGED, touched);
        }
        long used = images.used(done);
        return used > 0 ? because(ImportNotUndone.Reason.PEOPLE_USED, used) : Optional.empty();
    }

    /** Run by a job: after 30 days nobody undoes an import, and what people were before it is forgotten. */
    @Transactional
    int forget() {
        return images.forgetOlderThan(clock.instant().minus(POSSIBLE_FOR));
    }

    private static Optional<ImportNotUndone.Obstacle> because(ImportNotUndone.Reason reason, long people) {
        return Optional.of(new ImportNotUndone.Obstacle(reason, people));
    }
}
