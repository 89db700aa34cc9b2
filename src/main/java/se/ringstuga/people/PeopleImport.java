package se.ringstuga.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a register was imported, with its figures. */
@Entity
@Table(name = "people_import")
@SuppressWarnings("NullAway.Init")
class PeopleImport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "organization_id")
    long organizationId;

    @Column(name = "imported_at")
    Instant importedAt;

    @Column(name = "imported_by")
    String importedBy;

    boolean complete;

    @Column(name = "row_count")
    int rowCount;

    int created;
    int updated;
    int unchanged;
    int rejected;
    int missing;

    @Column(name = "file_hash")
    byte[] fileHash;

    int problems;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "ended_by")
    @Nullable
    String endedBy;

    @Column(name = "undone_at")
    @Nullable
    Instant undoneAt;

    @Column(name = "undone_by")
    @Nullable
    String undoneBy;

    /** Records who took the import back. */
    void undo(Instant at, String by) {
        undoneAt = at;
        undoneBy = by;
    }

    /** Records who confirmed that the missing have left; once. */
    void end(Instant at, String by) {
        if (endedAt != null) {
            throw new MembershipsNotEnded("were ended already", missing);
        }
        endedAt = at;
        endedBy = by;
    }
}
