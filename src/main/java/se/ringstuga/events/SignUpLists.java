package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Who stands with an event, and with what events a person does. People with a protected identity are shown to administrators alone. */
@ApplicationScoped
class SignUpLists {

    private static final String FROM = """
             from sign_up u join event e on e.id = u.event_id left join person p on p.id = u.person_id
            where (p.restricted_at is null or :administrator)""";

    private static final NamedSql OF_EVENT =
            NamedSql.of("select " + SignUpView.COLUMNS + FROM + """
             and u.event_id = :event and u.id > :after
              and (cast(:since as timestamptz) is null or u.changed_at >= :since)
              and (cast(:status as text) is null or""" + " " + RegistrationStatus.SQL + """
             = :status)
            order by u.id limit :rows""");

    private static final NamedSql OF_PERSON = NamedSql.of("select " + SignUpView.COLUMNS + FROM + """
             and u.person_id = :person and (cast(:after as bigint) is null or u.id < :after)
              and u.organization_id in (select c.descendant_id from organization_closure c where c.ancestor_id = :organization)
            order by u.id desc limit :rows""");

    private static final NamedSql ONE =
            NamedSql.of("select " + SignUpView.COLUMNS + FROM + " and u.event_id = :event and u.id = :id");

    private final Sql sql;

    SignUpLists(Sql sql) {
        this.sql = sql;
    }

    /**
     * What a list is narrowed to.
     *
     * @param updatedSince those that changed at or after this
     */
    record Search(
            @QueryParam("status") @Nullable RegistrationStatus status,
            @QueryParam("updatedSince") @Nullable Instant updatedSince) {}

    /** In the order in which they were first written down. */
    Page<SignUpView> ofEvent(long eventId, Search search, boolean administrator, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of(
                "event",
                eventId,
                "administrator",
                administrator,
                "after",
                page.after().map(Cursor::id).orElse(0L),
                "rows",
                page.limit() + 1));
        parameters.put("status", search.status());
        parameters.put("since", search.updatedSince());
        return page(sql.list(OF_EVENT, parameters, SignUpView::of), page);
    }

    /** Of the organization's events and of those below it, the latest first. */
    Page<SignUpView> ofPerson(long organizationId, long personId, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of(
                "organization", organizationId, "person", personId, "administrator", true, "rows", page.limit() + 1));
        parameters.put("after", page.after().map(Cursor::id).orElse(null));
        return page(sql.list(OF_PERSON, parameters, SignUpView::of), page);
    }

    Optional<SignUpView> find(long eventId, long id, boolean administrator) {
        return sql.first(ONE, Map.of("event", eventId, "id", id, "administrator", administrator), SignUpView::of);
    }

    private static Page<SignUpView> page(List<SignUpView> rows, PageRequest page) {
        return Page.of(rows, page.limit(), last -> new Cursor("", last.id()));
    }
}
