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
import java.util.HashMap;
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

    /** The queue's SQL reads this key too. */
    private static final String CALL_UNDER_16 = "callUnder16";

    /** The digests' SQL reads this key too. */
    private static final String DIGEST = "digest";

    /** The calendar's SQL reads this key too. */
    private static final String PUBLIC_CALENDAR = "publicCalendar";

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

    /** Whether people who may be under 16 by their birth year may stand in call lists (rule 5). */
    public boolean callsUnder16() {
        return Boolean.TRUE.equals(settings.get(CALL_UNDER_16));
    }

    /** How often those who work here are told what waits for them. */
    public enum Digest {
        OFF,
        DAILY,
        WEEKLY
    }

    public Digest digest() {
        return settings.get(DIGEST) instanceof String chosen ? Digest.valueOf(chosen) : Digest.WEEKLY;
    }

    /** Whether its public events are shown to everybody; they are until it says no. */
    public boolean hasPublicCalendar() {
        return !Boolean.FALSE.equals(settings.get(PUBLIC_CALENDAR));
    }

    void change(OrganizationChanges changes) {
        var rules = new OrganizationRules().timeZone(changes.timeZone());
        if (changes.callingHours() != null) {
            change(changes.callingHours(), rules);
        }
        rules.check();
        name = changes.name() == null ? name : changes.name().strip();
        timeZone = changes.timeZone() == null ? timeZone : changes.timeZone();
        if (changes.callUnder16() != null) {
            set(CALL_UNDER_16, changes.callUnder16());
        }
        if (changes.digest() != null) {
            set(DIGEST, changes.digest().name());
        }
        if (changes.publicCalendar() != null) {
            set(PUBLIC_CALENDAR, changes.publicCalendar());
        }
    }

    private void set(String key, Object value) {
        settings = new HashMap<>(settings);
        settings.put(key, value);
    }

    private void change(OrganizationChanges.Hours hours, OrganizationRules rules) {
        var inherited = Boolean.TRUE.equals(hours.inherited());
        rules.require(
                inherited != (hours.from() != null || hours.to() != null),
                "callingHours",
                "give both `from` and `to`, or `inherited` alone");
        rules.hours("callingHours.to", hours.from(), hours.to());
        callingFrom = hours.from();
        callingTo = hours.to();
    }
}
