package se.ringstuga.organizations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A node of the tree; everything else belongs to one. Made through {@link Organizations#create}, which keeps the tree. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Organization {

    /** From the whole country down to the neighbours. */
    public enum Kind {
        NATIONAL,
        DISTRICT,
        ASSOCIATION,
        LOCAL_GROUP
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public long id;

    @Nullable
    @Column(name = "parent_id")
    public Long parentId;

    @Column(name = "root_id")
    public long rootId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String name;

    public String slug;

    @Column(name = "time_zone")
    public String timeZone;

    @Nullable
    @Column(name = "calling_from")
    public LocalTime callingFrom;

    @Nullable
    @Column(name = "calling_to")
    public LocalTime callingTo;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> settings;

    @Column(name = "created_at")
    public Instant createdAt;

    @Version
    public int version;

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
