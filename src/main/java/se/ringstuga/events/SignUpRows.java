package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** Sign-ups as rows. Whoever writes here has locked the event's row before. */
@ApplicationScoped
class SignUpRows {

    private static final NamedSql FIND = NamedSql.of("select * from sign_up where event_id = :event and id = :id");

    private static final NamedSql OF_PERSON =
            NamedSql.of("select * from sign_up where event_id = :event and person_id = :person");

    private static final NamedSql OF_GUEST = NamedSql.of("""
            select * from sign_up
            where event_id = :event and person_id is null and lower(guest_address) = lower(:address) and lower(guest_name) = lower(:name)""");

    private static final NamedSql TAKEN = NamedSql.of(
            "select count(*) as taken from sign_up where event_id = :event and state in ('SIGNED_UP', 'ATTENDED')");

    private static final NamedSql PLACE = NamedSql.of("""
            select count(*) as place from sign_up w join sign_up me on me.id = :id
            where w.event_id = me.event_id and w.state = 'WAITING' and (w.signed_up_at, w.id) <= (me.signed_up_at, me.id)""");

    private static final NamedSql ADD = NamedSql.of("""
            insert into sign_up (organization_id, event_id, person_organization, person_id, guest_name, guest_address,
              state, source, invited_at, signed_up_at, cancelled_at, attended_at, needs, remark, created_at, changed_at, changed_by)
            select e.organization_id, e.id, cast(:person_organization as bigint), cast(:person as bigint), cast(:name as text),
              cast(:address as text), :state, :source,
              case when :state = 'INVITED' then cast(:now as timestamptz) end,
              case when :state in ('SIGNED_UP', 'WAITING') then cast(:now as timestamptz) end,
              case when :state = 'CANCELLED' then cast(:now as timestamptz) end,
              case when :state = 'ATTENDED' then cast(:now as timestamptz) end,
              coalesce(cast(:needs as text[]), '{}'), cast(:remark as text), :now, :now, :actor
            from event e where e.id = :event
            returning id""");

    private static final NamedSql MOVE = NamedSql.of("""
            update sign_up set state = :state,
              source = case when 'ATTENDED' in (:state, state) then source else :source end,
              invited_at = case when :state = 'INVITED' then coalesce(invited_at, :now) else invited_at end,
              signed_up_at = case when :state in ('SIGNED_UP', 'WAITING') and state not in ('ATTENDED', 'ABSENT') then :now
                                  else signed_up_at end,
              confirmed_at = case when :state in ('SIGNED_UP', 'WAITING') and state not in ('ATTENDED', 'ABSENT') then null
                                  else confirmed_at end,
              cancelled_at = case when :state = 'CANCELLED' then :now else cancelled_at end,
              attended_at = case when :state = 'ATTENDED' then :now when state = 'ATTENDED' then null else attended_at end,
              state_at_door = case when :state = 'ATTENDED' then nullif(replace(state, 'ABSENT', 'SIGNED_UP'), 'ATTENDED') end,
              needs = coalesce(cast(:needs as text[]), needs), remark = coalesce(cast(:remark as text), remark),
              changed_at = :now, changed_by = :actor, version = version + 1
            where id = :id""");

    private static final NamedSql REMOVE = NamedSql.of("delete from sign_up where id = :id");

    private static final NamedSql NOTE = NamedSql.of("""
            update sign_up set needs = coalesce(cast(:needs as text[]), needs), remark = nullif(coalesce(cast(:remark as text), remark), ''),
              changed_at = :now, changed_by = :actor, version = version + 1
            where id = :id""");

    private static final NamedSql CONFIRM = NamedSql.of("""
            update sign_up set confirmed_at = :now, changed_at = :now, changed_by = :actor, version = version + 1
            where event_id = :event and person_id = :person and state = 'SIGNED_UP'""");

    private final Sql sql;

    SignUpRows(Sql sql) {
        this.sql = sql;
    }

    Optional<SignUp> find(long eventId, long id) {
        return sql.first(FIND, Map.of("event", eventId, "id", id), SignUp::of);
    }

    Optional<SignUp> find(long eventId, Attendee who) {
        return switch (who) {
            case Attendee.Known known ->
                sql.first(
                        OF_PERSON,
                        Map.of("event", eventId, "person", known.person().id()),
                        SignUp::of);
            case Attendee.Guest guest ->
                sql.first(
                        OF_GUEST,
                        Map.of("event", eventId, "address", guest.address(), "name", guest.name()),
                        SignUp::of);
        };
    }

    /** How many places are given away. */
    int taken(long eventId) {
        return sql.first(TAKEN, Map.of("event", eventId), row -> row.count("taken"))
                .orElse(0);
    }

    /** In the line of those who wait. */
    int place(long id) {
        return sql.first(PLACE, Map.of("id", id), row -> row.count("place")).orElse(0);
    }

    /** What is written of somebody, by whom and when. */
    record Entry(SignUpState state, SignUps.By by, Wishes wishes, Instant now) {

        private Map<String, Object> parameters() {
            var parameters = new HashMap<String, Object>();
            parameters.put("state", state);
            parameters.put("source", by.source());
            parameters.put("actor", by.actor());
            parameters.put("needs", names(wishes));
            parameters.put("remark", wishes.remark());
            parameters.put("now", now);
            return parameters;
        }

        private static @Nullable List<String> names(Wishes wishes) {
            return wishes.needs() == null
                    ? null
                    : wishes.needs().stream().map(Need::name).sorted().toList();
        }
    }

    long add(long eventId, Attendee who, Entry entry) {
        var parameters = entry.parameters();
        parameters.put("event", eventId);
        var known = who instanceof Attendee.Known(var person) ? person : null;
        var guest = who instanceof Attendee.Guest someone ? someone : null;
        parameters.put("person_organization", known == null ? null : known.organizationId());
        parameters.put("person", known == null ? null : known.id());
        parameters.put("name", guest == null ? null : guest.name());
        parameters.put("address", guest == null ? null : guest.address());
        return sql.first(ADD, parameters, row -> row.number("id")).orElseThrow();
    }

    void move(long id, Entry entry) {
        var parameters = entry.parameters();
        parameters.put("id", id);
        sql.update(MOVE, parameters);
    }

    /** Of somebody of whom nothing was known but a mistake. */
    void remove(long id) {
        sql.update(REMOVE, Map.of("id", id));
    }

    /** New wishes; an empty remark takes the old one away. */
    void note(long id, Entry entry) {
        var parameters = entry.parameters();
        parameters.put("id", id);
        sql.update(NOTE, parameters);
    }

    /** False when the person has no place. */
    boolean confirm(long eventId, Consents.Person person, Entry entry) {
        return sql.update(
                        CONFIRM,
                        Map.of(
                                "event", eventId,
                                "person", person.id(),
                                "actor", entry.by().actor(),
                                "now", entry.now()))
                == 1;
    }

    /** One row of a set-based change. */
    record Moved(long id, long eventId, long organizationId, Consents.@Nullable Person person, SignUpState before) {

        SignUpChanged news(SignUpState now, SignUps.By by) {
            return new SignUpChanged(
                    id,
                    eventId,
                    organizationId,
                    person,
                    before,
                    now,
                    by.source().name());
        }

        static Moved of(Row row) {
            var person = row.numberOrNull("person_id");
            return new Moved(
                    row.number("id"),
                    row.number("event_id"),
                    row.number("organization_id"),
                    person == null ? null : new Consents.Person(row.number("person_organization"), person),
                    SignUpState.valueOf(row.text("before")));
        }
    }
}
