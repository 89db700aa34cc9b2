package se.ringstuga.segments;

import java.time.ZoneId;
import se.ringstuga.segments.Filter.Broadcasted;
import se.ringstuga.segments.Filter.Fate;
import se.ringstuga.segments.Filter.Messaged;

/** The messages of the organization and those below it to the person, as SQL. */
public final class MessageSql {

    /**
     * Why a recipient got nothing, over a message {@code m}: the name under which the account of a broadcast counts it, its lists
     * open it, and filters and letters find it. What else stands with a message whose time passed is of an attempt before.
     */
    public static final String WHY = """
            case when m.state = 'CANCELLED' then m.state
                 when m.state = 'EXPIRED' and coalesce(m.code, '') not in ('BUDGET', 'QUIET_HOURS', 'CLOSED_DAYS', 'NO_TIME') then m.state
                 else coalesce(m.reason, m.code, '') end""";

    private MessageSql() {}

    /** From the broadcast's message to the person if it fits. */
    static String fits(Broadcasted filter, SqlWriter writer) {
        var reasons = filter.reasons().isEmpty()
                ? ""
                : " and " + WHY + " = any(cast("
                        + writer.parameter(filter.reasons().toArray(String[]::new)) + " as text[]))";
        var fate = filter.fate();
        return ofBroadcast(filter, writer) + (fate == null ? "" : " and " + states(fate)) + reasons;
    }

    /** The row that counts: of a person who got an e-mail instead, the e-mail. */
    private static String ofBroadcast(Broadcasted filter, SqlWriter writer) {
        return "from message m where m.source = 'BROADCAST' and m.source_id = " + writer.parameter(filter.broadcastId())
                + " and m.person_id = p.id and m.replaced_by is null and m.organization_id in " + writer.below();
    }

    private static String states(Fate fate) {
        return switch (fate) {
            case DELIVERED -> "m.state = 'DELIVERED'";
            case SENT -> "m.state in ('ACCEPTED', 'SENT')";
            case FAILED -> "m.state in ('FAILED', 'EXPIRED')";
            case SKIPPED -> "m.state in ('SKIPPED', 'CANCELLED')";
            case WAITING -> "m.state in ('QUEUED', 'DISPATCHING')";
            case UNKNOWN -> "m.state = 'UNKNOWN'";
            case NOT_REACHED ->
                "m.state in ('FAILED', 'EXPIRED', 'CANCELLED', 'SKIPPED', 'UNKNOWN')"
                        + " and coalesce(m.reason, '') <> 'SHARED_NUMBER'";
        };
    }

    /** From the messages that went out; where nobody knows, nothing is claimed. */
    static String sent(Messaged filter, SqlWriter writer) {
        var channel = filter.channel();
        var days = filter.withinDays();
        return "from message m where m.person_id = p.id and m.state in ('ACCEPTED', 'SENT', 'DELIVERED')"
                + " and m.organization_id in " + writer.below()
                + (channel == null ? "" : " and m.channel = " + writer.parameter(channel.name()))
                + (days == null ? "" : " and m.contacted_at >= " + writer.since(days));
    }

    /** Where the person stands in the account, in words. */
    static String fate(Broadcasted filter, SqlWriter writer) {
        return "(select concat_ws(' ', m.channel, lower(m.state), coalesce(m.reason, m.code)) "
                + ofBroadcast(filter, writer) + " limit 1)";
    }

    static String latest(Messaged filter, SqlWriter writer, ZoneId zone) {
        return "(select count(*) || ' sent' || coalesce(', latest ' || to_char(max(m.contacted_at) at time zone "
                + writer.parameter(zone.getId()) + ", 'YYYY-MM-DD'), '') " + sent(filter, writer) + ")";
    }
}
