package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Who stands with an event by name, for its pages: searched, narrowed and page by page; never with a number or an address. */
@ApplicationScoped
class Comers {

    /** More than this come to a congress, where a door has several lists. */
    static final int MOST_AT_DOOR = 1000;

    private static final String NAMED = """
            with named as (
              select u.id, u.person_id, u.state, u.needs, u.remark, u.attended_at,
                     coalesce(u.guest_name, nullif(btrim(concat_ws(' ', p.given_name, p.family_name)), ''), '–') as name,
                     u.person_id is null as guest,
                     case when :waiting then to_char(u.signed_up_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')
                          else coalesce(p.sort_name, lower(u.guest_name)) end collate "C" as sort_key
              from sign_up u left join person p on p.id = u.person_id
              where u.event_id = :event and (p.restricted_at is null or :administrator)
                and u.state = any (cast(:states as text[])))
            """;

    private static final NamedSql PAGE = NamedSql.of(NAMED + """
            select * from named where lower(name) like :pattern and (sort_key, id) > (cast(:after as text) collate "C", :after_id)
            order by sort_key, id limit :rows""");

    /** Those who are expected before those who wait, so that none of them is left out for one who is not. */
    private static final NamedSql ALL = NamedSql.of(NAMED
            + "select * from named order by state in ('WAITING', 'INVITED', 'CANCELLED'), sort_key, id limit :rows");

    private static final NamedSql COUNT = NamedSql.of(NAMED + """
            select count(*) as listed, count(*) filter (where state = 'ATTENDED') as here,
                   count(*) filter (where state in ('SIGNED_UP', 'ATTENDED', 'ABSENT')) as expected from named""");

    private static final NamedSql ONE =
            NamedSql.of(NAMED + "select * from named where person_id = :person order by id limit :rows");

    private final Sql sql;

    Comers(Sql sql) {
        this.sql = sql;
    }

    /** @param guest in no register */
    record Comer(
            long id,
            @Nullable Long personId,
            String name,
            boolean guest,
            SignUpState state,
            List<Need> needs,
            @Nullable String remark,
            String sortKey) {

        static Comer of(Row row) {
            return new Comer(
                    row.number("id"),
                    row.numberOrNull("person_id"),
                    row.text("name"),
                    row.is("guest"),
                    SignUpState.valueOf(row.text("state")),
                    row.texts("needs").stream().map(Need::valueOf).sorted().toList(),
                    row.textOrNull("remark"),
                    row.text("sort_key"));
        }
    }

    /**
     * Which of them.
     *
     * @param administrator whether people with a protected identity are among them
     */
    record Which(long eventId, List<SignUpState> states, boolean administrator) {

        private Map<String, Object> parameters(int rows) {
            return new HashMap<>(Map.of(
                    "event", eventId,
                    "states", states.stream().map(SignUpState::name).toList(),
                    "administrator", administrator,
                    "waiting", states.equals(List.of(SignUpState.WAITING)),
                    "rows", rows));
        }
    }

    /** By name; those who wait in their turn. */
    Page<Comer> page(Which which, String search, PageRequest page) {
        var parameters = which.parameters(page.limit() + 1);
        parameters.put("pattern", "%" + escaped(search.toLowerCase(Locale.ROOT)) + "%");
        parameters.put("after", page.after().map(Cursor::sortKey).orElse(""));
        parameters.put("after_id", page.after().map(Cursor::id).orElse(0L));
        return Page.of(
                sql.list(PAGE, parameters, Comer::of), page.limit(), last -> new Cursor(last.sortKey(), last.id()));
    }

    /** @param listed all of them, however many of them fit in a list */
    record Count(long listed, long here, long expected) {}

    Count count(Which which) {
        var parameters = which.parameters(0);
        parameters.remove("rows");
        return sql.first(
                        COUNT,
                        parameters,
                        row -> new Count(row.number("listed"), row.number("here"), row.number("expected")))
                .orElseThrow();
    }

    /** At most {@link #MOST_AT_DOOR}, those who are expected first. */
    List<Comer> all(Which which) {
        return sql.list(ALL, which.parameters(MOST_AT_DOOR), Comer::of);
    }

    Optional<Comer> ofPerson(Which which, long personId) {
        var parameters = which.parameters(1);
        parameters.put("person", personId);
        return sql.first(ONE, parameters, Comer::of);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
