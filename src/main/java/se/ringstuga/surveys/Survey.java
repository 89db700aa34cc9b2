package se.ringstuga.surveys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;

/** A survey's lasting part; its questions stand in numbered versions that never change. */
@Entity
@SuppressWarnings("NullAway.Init")
class Survey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "organization_id")
    long organizationId;

    String title;

    @Column(name = "current_version")
    int currentVersion;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Nullable
    @Column(name = "closed_at")
    private Instant closedAt;

    @Nullable
    @Column(name = "closed_by")
    private String closedBy;

    @Version
    int version;

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    /** From now on only callers who already talk to somebody may still send answers; closing twice changes nothing. */
    void close(Actor by, Instant at) {
        if (closedAt == null) {
            closedAt = at;
            closedBy = by.toString();
        }
    }

    void reopen() {
        closedAt = null;
        closedBy = null;
    }
}
