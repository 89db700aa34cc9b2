package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;

/** Files on their way in, each for a day and readable only with its browser's key. */
@ApplicationScoped
class Uploads {

    /** How long a file waits for its import. */
    static final Duration LIFE = Duration.ofHours(24);

    private final EntityManager entities;
    private final Clock clock;

    Uploads(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** How far a file has come. */
    enum State {
        CHECKING,
        CHECKED,
        REFUSED,
        IMPORTING,
        IMPORTED,
        FAILED;

        boolean working() {
            return this == CHECKING || this == IMPORTING;
        }
    }

    /**
     * A file on its way in.
     *
     * @param run the latest one, which alone may say how it went
     * @param report locked; null before the first
     * @param rowsRead how far the latest run has come
     * @param rowsTotal of how many; 0 while nobody knows
     */
    record Upload(
            long id,
            State state,
            int run,
            Instant beganAt,
            Instant uploadedAt,
            @Nullable LockedReport report,
            @Nullable Long importId,
            int rowsRead,
            int rowsTotal) {}

    /** Keeps a file; what the same person sent before and did not import goes. */
    @Transactional
    long keep(long organizationId, Actor by, byte[] content, byte[] report) {
        Instant now = clock.instant();
        entities.createNativeQuery("""
                        delete from register_upload
                        where organization_id = :organization and uploaded_by = :by and state <> 'IMPORTED'""")
                .setParameter("organization", organizationId)
                .setParameter("by", by.toString())
                .executeUpdate();
        return (long) entities.createNativeQuery("""
                        insert into register_upload
                          (organization_id, uploaded_at, uploaded_by, expires_at, content, report, state, began_at)
                        values (:organization, :now, :by, :expires, :content, :report, 'CHECKING', :now) returning id""", Long.class)
                .setParameter("organization", organizationId)
                .setParameter("now", now)
                .setParameter("by", by.toString())
                .setParameter("expires", now.plus(LIFE))
                .setParameter("content", content)
                .setParameter("report", report)
                .getSingleResult();
    }

    Optional<Upload> find(long organizationId, Actor by, long id) {
        return first("id = :key", organizationId, by, id);
    }

    /** The one that somebody left and may come back to. */
    Optional<Upload> unfinished(long organizationId, Actor by) {
        return first("state <> 'IMPORTED' and :key = 0", organizationId, by, 0);
    }

    private Optional<Upload> first(String condition, long organizationId, Actor by, long key) {
        List<?> rows = entities.createNativeQuery("""
                        select id, state, run, began_at, uploaded_at, report, import_id, rows_read, rows_total from register_upload
                        where organization_id = :organization and uploaded_by = :by and expires_at > :now and\s""" + condition + " order by id desc limit 1", Tuple.class)
                .setParameter("organization", organizationId)
                .setParameter("by", by.toString())
                .setParameter("now", clock.instant())
                .setParameter("key", key)
                .getResultList();
        return rows.stream().findFirst().map(Tuple.class::cast).map(Uploads::upload);
    }

    /** Locked; empty once it has been imported or thrown away. */
    Optional<byte[]> content(long organizationId, long id) {
        List<?> contents = entities.createNativeQuery("""
                        select content from register_upload
                        where organization_id = :organization and id = :id and content is not null""", byte[].class)
                .setParameter("organization", organizationId)
                .setParameter("id", id)
                .getResultList();
        return contents.stream().map(byte[].class::cast).findFirst();
    }

    /**
     * Begins another run, unless one is under way that may still come to an end.
     *
     * @param stoppedBefore a run that began earlier has stopped for good
     * @return its number; empty when another was faster or the file has been imported
     */
    @Transactional
    Optional<Integer> begin(Upload upload, State state, Instant stoppedBefore) {
        List<?> runs = entities.createNativeQuery("""
                        update register_upload set state = :state, run = run + 1, began_at = :now, rows_read = 0, rows_total = 0
                        where id = :id and run = :run and content is not null
                          and (state not in ('CHECKING', 'IMPORTING') or began_at < :stopped)
                        returning run""", Integer.class)
                .setParameter("state", state.name())
                .setParameter("now", clock.instant())
                .setParameter("id", upload.id())
                .setParameter("run", upload.run())
                .setParameter("stopped", stoppedBefore)
                .getResultList();
        return runs.stream().map(Integer.class::cast).findFirst();
    }

    /** How far a run has come; nothing is said for one that another has overtaken. */
    @Transactional
    void read(long id, int run, int rows, int total) {
        entities.createNativeQuery("""
                        update register_upload set rows_read = :rows, rows_total = :total
                        where id = :id and run = :run and state in ('CHECKING', 'IMPORTING')""")
                .setParameter("rows", rows)
                .setParameter("total", total)
                .setParameter("id", id)
                .setParameter("run", run)
                .executeUpdate();
    }

    /** How a run ended; false for one that another has overtaken. Of what was imported the file is not kept. */
    @Transactional
    boolean end(long id, int run, Ending ending) {
        return entities.createNativeQuery("""
                        update register_upload set state = :state, report = :report, import_id = cast(:import as bigint),
                          content = case when cast(:import as bigint) is null then content end
                        where id = :id and run = :run and state in ('CHECKING', 'IMPORTING')""")
                        .setParameter("state", ending.state().name())
                        .setParameter("report", ending.report().bytes())
                        .setParameter("import", ending.importId())
                        .setParameter("id", id)
                        .setParameter("run", run)
                        .executeUpdate()
                == 1;
    }

    /** What is known when a run ends. */
    record Ending(
            State state, LockedReport report, @Nullable Long importId) {}

    @Transactional
    void remove(long id) {
        entities.createNativeQuery("delete from register_upload where id = :id and state <> 'IMPORTED'")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Transactional
    int forgetExpired() {
        return entities.createNativeQuery("delete from register_upload where expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static Upload upload(Tuple row) {
        return new Upload(
                row.get("id", Long.class),
                State.valueOf(row.get("state", String.class)),
                row.get("run", Integer.class),
                row.get("began_at", Instant.class),
                row.get("uploaded_at", Instant.class),
                LockedReport.of(row.get("report", byte[].class)),
                row.get("import_id", Long.class),
                row.get("rows_read", Integer.class),
                row.get("rows_total", Integer.class));
    }
}
