package se.ringstuga.segments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/** A saved, named filter, kept as it was written. */
@Entity
@SuppressWarnings("NullAway.Init")
class Segment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "organization_id")
    long organizationId;

    String title;

    @ColumnTransformer(write = "cast(? as jsonb)")
    String filter;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    void define(String title, String filter, Instant at) {
        this.title = title;
        this.filter = filter;
        this.updatedAt = at;
    }
}
