package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.people.CurrentMember;
import se.ringstuga.people.VisiblePeople;
import se.ringstuga.segments.Condition;

/** Whether an event is for somebody, as it is at this moment. */
@ApplicationScoped
class Standing {

    private static final String PERSON =
            """
                    select p.stopped_at is null as reachable, {seen} as seen,
                      exists (select from organization mine join organization its on its.root_id = mine.root_id
                              where mine.id = p.organization_id and its.id = :organization) as of_tree,
                      {member} as member,
                      {fits} as fits
                    from person p where p.id = :person""".replace("{seen}", VisiblePeople.from(":organization")).replace("{member}", CurrentMember.on(":today"));

    private final Sql sql;
    private final InvitedPeople invitedPeople;
    private final Clock clock;

    Standing(Sql sql, InvitedPeople invitedPeople, Clock clock) {
        this.sql = sql;
        this.invitedPeople = invitedPeople;
        this.clock = clock;
    }

    /**
     * Whether somebody may come.
     *
     * @param invited by name
     * @param bound to the event's own terms; who adds others by hand is not
     */
    boolean mayCome(EventRow event, Attendee who, boolean invited, boolean bound) {
        return switch (who) {
            case Attendee.Guest _ -> !bound || event.content().visibility() == Visibility.PUBLIC;
            case Attendee.Known(var person) -> mayCome(event, person, invited, bound);
        };
    }

    private boolean mayCome(EventRow event, Consents.Person person, boolean invited, boolean bound) {
        var parameters = new HashMap<String, Object>();
        var segment = invitedPeople.of(event);
        segment.ifPresent(people -> parameters.putAll(people.parameters()));
        var fits = segment.map(Condition::sql).orElse("false");
        parameters.putAll(Map.of(
                "person", person.id(),
                "organization", event.organizationId(),
                "today", clock.instant().atZone(event.zone()).toLocalDate()));
        return sql.first(sql.statement(PERSON.replace("{fits}", fits)), parameters, Standing::read)
                .filter(Person::reachable)
                .filter(found -> bound ? found.meant(event, invited) : found.seen())
                .isPresent();
    }

    private static Person read(Row row) {
        return new Person(row.is("reachable"), row.is("seen"), row.is("of_tree"), row.is("member"), row.is("fits"));
    }

    /**
     * What is known of them.
     *
     * @param reachable nobody has said that they are dead, or never were a member
     * @param fits stands in the segment of those who are invited
     */
    private record Person(boolean reachable, boolean seen, boolean ofTree, boolean member, boolean fits) {

        boolean meant(EventRow event, boolean invited) {
            return switch (event.content().visibility()) {
                case PUBLIC -> ofTree;
                case MEMBERS -> (seen && member) || (invited && ofTree);
                case INVITED -> (invited && ofTree) || fits;
            };
        }
    }
}
