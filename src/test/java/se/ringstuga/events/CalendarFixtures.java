package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Events as rows, for tests of what reads them. */
@ApplicationScoped
class CalendarFixtures {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static final NamedSql KIND = NamedSql.of("""
            with known as (select k.id from event_kind k join organization o on o.id = k.organization_id
                           where o.slug = :slug and k.title = :title),
            made as (insert into event_kind (organization_id, title, created_at, created_by)
                     select o.id, :title, :now, 'system:0' from organization o
                     where o.slug = :slug and not exists (select from known) returning id)
            select id from known union all select id from made""");

    private static final NamedSql EVENT = NamedSql.of("""
            insert into event (organization_id, kind_organization, kind_id, title, text, place, address, online_link, starts_at, ends_at,
                               sign_up_closes, visibility, capacity, needs, published_at, published_by, uid, changed_at, created_at, created_by)
            select o.id, o.id, :kind, :title, :text, :place, :address, :online, :from, :to, :from, :visibility, :capacity,
                   cast(string_to_array(:needs, ',') as text[]), cast(:published as timestamptz),
                   case when cast(:published as timestamptz) is not null then 'staff:1' end, :uid, :now, :now, 'staff:1'
            from organization o where o.slug = :slug returning id""");

    private static final NamedSql SIGN_UP = NamedSql.of("""
            insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, signed_up_at, created_at,
                                 changed_at, changed_by)
            select e.organization_id, e.id, p.organization_id, p.id, :state, 'LINK', :now, :now, :now, 'person:1'
            from event e, person p where e.id = :event and p.id = :person returning id""");

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Through which a transaction begins. */
    @Inject
    CalendarFixtures self;

    Planned event(String slug, String title) {
        return new Planned(slug, title);
    }

    @Transactional
    long signUp(long event, long person, String state) {
        return sql.first(
                        SIGN_UP,
                        Map.of("event", event, "person", person, "state", state, "now", clock.instant()),
                        row -> row.number("id"))
                .orElseThrow();
    }

    /** So many others like it, each so much later than the one before. */
    @Transactional
    void copies(long event, int number, Duration apart) {
        sql.update(NamedSql.of("""
                insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_closes, visibility,
                                   published_at, published_by, uid, changed_at, created_at, created_by)
                select organization_id, kind_organization, kind_id, title, starts_at + n * cast(:apart as interval),
                       ends_at + n * cast(:apart as interval), sign_up_closes + n * cast(:apart as interval), visibility, published_at,
                       published_by, uid || '-' || n, changed_at, created_at, created_by
                from event, generate_series(1, :number) n where id = :event"""), Map.of("event", event, "number", number, "apart", apart.toMinutes() + " minutes"));
    }

    /** What an organizer would do on a page: {@code "starts_at = …"}. */
    @Transactional
    void change(long event, String what) {
        sql.update(
                NamedSql.of("update event set sequence = sequence + 1, changed_at = :now, " + what + " where id = :id"),
                Map.of("id", event, "now", clock.instant()));
    }

    /** An event about to be made: public, published, two hours long, in seven days. */
    final class Planned {
        private final Map<String, @Nullable Object> values = new HashMap<>();
        private final String slug;
        private LocalDateTime from =
                LocalDateTime.ofInstant(clock.instant(), STOCKHOLM).plusDays(7);
        private Duration length = Duration.ofHours(2);
        private String kind = "Medlemsmöte";

        private Planned(String slug, String title) {
            this.slug = slug;
            values.put("title", title);
            values.put("text", "");
            values.put("place", "Folkets hus");
            values.put("address", "Storgatan 1, Solna");
            values.put("online", null);
            values.put("visibility", "PUBLIC");
            values.put("capacity", null);
            values.put("needs", "");
            values.put("published", clock.instant());
        }

        Planned at(String local) {
            from = LocalDateTime.parse(local);
            return this;
        }

        Planned lasting(Duration duration) {
            length = duration;
            return this;
        }

        Planned kind(String title) {
            kind = title;
            return this;
        }

        Planned with(String column, Object value) {
            values.put(column, value);
            return this;
        }

        Planned draft() {
            values.put("published", null);
            return this;
        }

        long save() {
            return CalendarFixtures.this.self.save(this);
        }
    }

    @Transactional
    long save(Planned planned) {
        var kind = sql.first(
                        KIND,
                        Map.of("slug", planned.slug, "title", planned.kind, "now", clock.instant()),
                        row -> row.number("id"))
                .orElseThrow();
        var values = new HashMap<String, @Nullable Object>(planned.values);
        var from = planned.from.atZone(STOCKHOLM).toInstant();
        values.put("slug", planned.slug);
        values.put("kind", kind);
        values.put("from", from);
        values.put("to", from.plus(planned.length));
        values.put("uid", UUID.randomUUID() + "@test");
        values.put("now", clock.instant());
        return sql.first(EVENT, values, row -> row.number("id")).orElseThrow();
    }
}
