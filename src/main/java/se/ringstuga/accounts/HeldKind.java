package se.ringstuga.accounts;

import org.jspecify.annotations.Nullable;

/**
 * What somebody of the staff can have under way: in which table it stands, whose it is, and what makes it another's (rule 40).
 * Of what was made with a token the token's maker is the holder.
 */
enum HeldKind {
    /** Is never handed over: whoever made it knows it by heart. */
    TOKEN("api_token", "t.title", "'staff:' || t.staff_id", "t.revoked_at is null and t.expires_at > :now", null),
    ASSIGNMENT(
            "call_assignment",
            "t.title",
            "t.created_by",
            "t.closed_at is null and t.expires_at > :now",
            "created_by = :taker"),
    ASSIGNMENT_DRAFT(
            "call_assignment_draft",
            "coalesce(t.content -> 'title' ->> 0, '')",
            "t.created_by",
            "t.assignment_id is null",
            "created_by = :taker"),
    /** What a call left to decide, which they have said that they see to. */
    FOLLOW_UP("call_follow_up_taking", "t.taken_by", "true", "taken_by = :taker"),
    RINGSTUGA("phone_bank", "t.title", "t.created_by", "t.closed_at is null", "created_by = :taker"),
    BROADCAST_DRAFT(
            "broadcast",
            "t.title",
            "t.created_by",
            "t.approved_at is null and t.cancelled_at is null and coalesce(t.not_after > :now, true)",
            "created_by = :taker, version = version + 1"),
    /** Approved and not begun: it goes out as it was approved, in the name of whoever wrote it. */
    BROADCAST(
            "broadcast",
            "t.title",
            "t.created_by",
            "t.approved_at is not null and t.cancelled_at is null and t.send_at > :now",
            null),
    /** Nobody has approved beforehand what they have not written: whoever takes over does so themselves. */
    RECURRING(
            "recurring_broadcast",
            "t.title",
            "t.changed_by",
            "t.ended_at is null",
            "created_by = :taker, changed_by = :taker, by_itself = false, version = version + 1"),
    /** Whom to ask, with the taker's name and not the number of whoever had it: the chosen one, else whoever made it, or the series that it was laid out of. */
    EVENT(
            "event",
            "t.title",
            """
            coalesce('staff:' || t.contact_staff,
                     case when t.created_by like 'staff:%' or t.created_by like 'token:%' then t.created_by end,
                     (select m.created_by from event_series m where m.id = t.series_id))""",
            "t.cancelled_at is null and t.ends_at > :now",
            "contact_staff = :taker_id, contact_phone = null, contact_email = null, changed_at = :now, version = version + 1"),
    SERIES(
            "event_series",
            "t.title",
            "coalesce('staff:' || t.contact_staff, t.created_by)",
            "t.ended_at is null",
            "contact_staff = :taker_id, contact_phone = null, contact_email = null, version = version + 1"),
    AUTOMATION("automation", "t.title", "t.activated_by", "t.activated_at is not null", "activated_by = :taker"),
    AUTOMATION_DRAFT("automation_draft", "t.title", "t.changed_by", "true", "changed_by = :taker"),
    WEBHOOK(
            "webhook_endpoint",
            "t.title",
            "t.created_by",
            "t.switched_off_at is null and t.removed_at is null",
            "created_by = :taker"),
    SURVEY("survey", "t.title", "t.created_by", "t.closed_at is null", "created_by = :taker");

    private final String table;
    private final String id;
    private final String title;
    private final String organization;
    private final String holder;
    private final String underWay;
    private final @Nullable String change;

    HeldKind(String table, String title, String holder, String underWay, @Nullable String change) {
        this.table = table;
        this.id = "t.id";
        this.title = title;
        this.organization = "t.organization_id";
        this.holder = holder;
        this.underWay = underWay;
        this.change = change;
    }

    /** Of something within an assignment, which has neither a name nor an organization of its own. */
    HeldKind(String table, String holder, String underWay, String change) {
        this.table = table;
        this.id = "t.item_id";
        this.title = "(select a.title from call_assignment a where a.id = t.assignment_id)";
        this.organization = "(select a.organization_id from call_assignment a where a.id = t.assignment_id)";
        this.holder = holder;
        this.underWay = underWay;
        this.change = change;
    }

    /** Whether somebody else can take it over. */
    boolean passesOn() {
        return change != null;
    }

    /** A query: {@code kind}, {@code id}, {@code title}, {@code organization_id} and {@code holder}, an actor. */
    String rows() {
        return "select '%s' as kind, %s as id, %s as title, %s as organization_id, %s as holder from %s t where %s"
                .formatted(name(), id, title, organization, holder, table, underWay);
    }

    /**
     * A statement that makes it the taker's, answering {@code id} and {@code organization_id}.
     *
     * @param where whose, as {@code %s} of the holder and then of the organization
     */
    String handOver(String where) {
        return "update %s t set %s where %s and %s returning %s as id, %s as organization_id"
                .formatted(table, change, underWay, where.formatted(holder, organization), id, organization);
    }
}
