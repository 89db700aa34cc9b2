package se.ringstuga.segments;

import java.time.ZoneId;
import se.ringstuga.segments.Filter.EventHistory;
import se.ringstuga.segments.Filter.EventResult;

/** The person's sign-ups to events of the organization and those below it, as SQL. */
final class EventSql {

    private EventSql() {}

    /** From the sign-ups that fit; what was called off counts for nothing. */
    static String fits(EventHistory filter, SqlWriter writer) {
        var event = filter.eventId();
        var kind = filter.kindId();
        var begins = filter.begins();
        return "from sign_up u join event e on e.id = u.event_id where u.person_id = p.id and "
                + stands(filter.result())
                + " and e.cancelled_at is null and e.organization_id in " + writer.below()
                + (event == null ? "" : " and u.event_id = " + writer.parameter(event))
                + (kind == null ? "" : " and e.kind_id in " + alike(writer.parameter(kind)))
                + (begins == null ? "" : " and " + writer.within("e.starts_at", begins));
    }

    private static String stands(EventResult result) {
        return switch (result) {
            case INVITED -> "u.state = 'INVITED'";
            case SIGNED_UP -> "u.state in ('SIGNED_UP', 'ATTENDED', 'ABSENT') and u.signed_up_at is not null";
            case WAITING -> "u.state = 'WAITING'";
            case CANCELLED -> "u.state = 'CANCELLED'";
            case ATTENDED -> "u.state = 'ATTENDED'";
            case ABSENT -> "u.state = 'ABSENT'";
        };
    }

    /** A local group may have a list of its own with the same built-in kinds. */
    private static String alike(String kind) {
        return "(select k.id from event_kind k where k.id = " + kind
                + " union all select k.id from event_kind k join event_kind named on named.key = k.key and named.id <> k.id"
                + " where named.id = " + kind + ")";
    }

    static String latest(EventHistory filter, SqlWriter writer, ZoneId zone) {
        return "(select count(*) || ' events' || coalesce(', latest ' || to_char(max(e.starts_at) at time zone "
                + writer.parameter(zone.getId()) + ", 'YYYY-MM-DD'), '') " + fits(filter, writer) + ")";
    }
}
