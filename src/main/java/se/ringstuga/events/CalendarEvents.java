package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Events for those who read calendars: published ones alone. */
@ApplicationScoped
class CalendarEvents {

    /** More than a calendar program, or a year on a wall, can make use of. */
    static final int MOST = 2000;

    /** What is going on since longer than this is not looked for. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private static final String COLUMNS = """
            select e.id, e.organization_id, o.slug, o.name as organization, o.time_zone, k.title as kind, k.key as kind_key, e.title, e.text, e.place,
                   e.address, e.online_link, e.starts_at, e.ends_at, e.published_at, e.moved_from, e.cancelled_at, e.cancelled_why,
                   e.uid, e.sequence, e.created_at, e.changed_at, e.visibility, e.contact_phone, e.contact_email, st.name as contact_name,\s""";

    private static final String TABLES = """
            from event e
            join organization o on o.id = e.organization_id
            join event_kind k on k.organization_id = e.kind_organization and k.id = e.kind_id
            left join staff st on st.id = {contact}
            """.replace("{contact}", EventRow.CONTACT);

    private static final String SCOPE = """
            where e.organization_id in (select descendant_id from organization_closure
                                        where ancestor_id = :organization and (depth = 0 or :below))
              and e.published_at is not null
              and (not :everybody or (e.visibility = 'PUBLIC' and coalesce(cast(o.settings ->> 'publicCalendar' as boolean), true)))
            """;

    private static final String IN_SCOPE = COLUMNS + "false as signed_up\n" + TABLES + SCOPE;

    /** Of more than there is room for, what is ahead comes first, and of what has been the latest. */
    private static final String NEAREST = """
            order by e.starts_at < :now, abs(extract(epoch from e.starts_at - cast(:now as timestamptz))), e.id limit :most) nearest
            order by starts_at, id""";

    private static final NamedSql BETWEEN =
            NamedSql.of("select * from (" + IN_SCOPE + "and e.starts_at >= :from and e.starts_at < :to " + NEAREST);

    private static final NamedSql UPCOMING = NamedSql.of(IN_SCOPE + """
            and e.starts_at >= :from and e.ends_at > :now and (e.starts_at, e.id) > (:after, :after_id)
            order by e.starts_at, e.id limit :most""");

    private static final NamedSql ONE = NamedSql.of(IN_SCOPE + "and e.id = :event");

    /** Those of a person's own organizations and of all above these, and whatever they are invited to, wait for or have a place at. */
    private static final NamedSql OF_PERSON =
            NamedSql.of("""
                    with here as (
                      select distinct c.ancestor_id as id from organization_closure c
                      where c.descendant_id in (select organization_id from person where id = :person
                                                union all select connected_to from person_connection where person_id = :person)),
                    theirs as (
                      select e.id, coalesce(s.state in ('SIGNED_UP', 'ATTENDED'), false) as signed_up from event e
                      left join sign_up s on s.event_id = e.id and s.person_id = :person
                      where e.organization_id in (select id from here) and e.starts_at >= :from and e.starts_at < :to
                        and e.published_at is not null
                        and (e.visibility = 'PUBLIC' or (e.visibility = 'MEMBERS' and :member) or s.state in ('INVITED', 'SIGNED_UP', 'WAITING', 'ATTENDED'))
                        and coalesce(s.state, '') <> 'CANCELLED'
                      union
                      select e.id, s.state in ('SIGNED_UP', 'ATTENDED') from sign_up s join event e on e.id = s.event_id
                      where s.person_id = :person and s.state in ('INVITED', 'SIGNED_UP', 'WAITING', 'ATTENDED')
                        and e.starts_at >= :from and e.starts_at < :to and e.published_at is not null)
                    select * from (""" + COLUMNS + "t.signed_up\n" + TABLES + "join theirs t on t.id = e.id " + NEAREST);

    private final Sql sql;
    private final Clock clock;

    CalendarEvents(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those that begin within a stretch of time, in order, cancelled ones among them; at most {@link #MOST}, those ahead first. */
    List<CalendarEvent> between(CalendarScope scope, Instant from, Instant to) {
        var parameters = scope.parameters();
        parameters.putAll(Map.of("from", from, "to", to, "most", MOST, "now", clock.instant()));
        return sql.list(BETWEEN, parameters, CalendarEvent::of);
    }

    /** What is going on or to come, a page at a time. */
    Page<CalendarEvent> upcoming(CalendarScope scope, PageRequest page) {
        var now = clock.instant();
        var from = now.minus(LONGEST);
        var parameters = scope.parameters();
        parameters.putAll(Map.of(
                "from",
                from,
                "now",
                now,
                "after",
                page.after().map(Cursor::moment).orElse(from),
                "after_id",
                page.after().map(Cursor::id).orElse(0L),
                "most",
                page.limit() + 1));
        return Page.of(
                sql.list(UPCOMING, parameters, CalendarEvent::of),
                page.limit(),
                last -> new Cursor(last.startsAt().toString(), last.id()));
    }

    Optional<CalendarEvent> find(CalendarScope scope, long eventId) {
        var parameters = scope.parameters();
        parameters.put("event", eventId);
        return sql.first(ONE, parameters, CalendarEvent::of);
    }

    /** @param member whether what is for members is for this person */
    List<CalendarEvent> ofPerson(long personId, boolean member, Instant from, Instant to) {
        return sql.list(
                OF_PERSON,
                Map.of(
                        "person", personId,
                        "member", member,
                        "from", from,
                        "to", to,
                        "most", MOST,
                        "now", clock.instant()),
                CalendarEvent::of);
    }
}
