package se.ringstuga.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** What organizations chose about their messages, kept among their settings. */
@ApplicationScoped
class MessagingSettings {

    /** Of what stands above, each choice of the nearest organization: the last of equal keys stays. */
    private static final NamedSql READ = NamedSql.of("""
            select o.id, o.version, o.time_zone, coalesce(cast(o.settings ->> 'callUnder16' as boolean), false) as under_16,
                   own.choices as own, above.choices as above, coalesce(payer.id, o.root_id) as payer, coalesce(payer.time_zone, root.time_zone) as payer_zone
            from organization o join organization root on root.id = o.root_id
            cross join lateral (
              select cast(coalesce(jsonb_object_agg(e.key, e.value), '{}') as text) as choices
              from jsonb_each(o.settings) e where e.key = any (:keys)) own
            cross join lateral (
              select cast(coalesce(jsonb_object_agg(e.key, e.value order by c.depth desc), '{}') as text) as choices
              from organization_closure c join organization u on u.id = c.ancestor_id cross join jsonb_each(u.settings) e
              where c.descendant_id = o.id and c.depth > 0 and e.key = any (:keys)) above
            left join lateral (
              select u.id, u.time_zone from organization_closure c join organization u on u.id = c.ancestor_id
              where c.descendant_id = o.id and jsonb_exists(u.settings, 'smsMonthlyBudget') order by c.depth limit 1) payer on true
            where o.id = :organization""");

    private static final NamedSql LOCK =
            NamedSql.of("select version from organization where id = :organization for no key update");

    private static final NamedSql WRITE = NamedSql.of("""
            update organization set settings = (settings - cast(:keys as text[])) || jsonb_strip_nulls(cast(:own as jsonb)), version = version + 1
            where id = :organization""");

    private final Sql sql;
    private final ObjectMapper json;

    MessagingSettings(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * What an organization chose itself and what it follows otherwise.
     *
     * @param version of the organization's row
     */
    record Chosen(MessagingChoices own, MessagingChoices inherited, int version) {

        MessagingChoices effective() {
            return own.or(inherited);
        }
    }

    SendingRules of(long organizationId) {
        return sql.first(READ, Map.of("organization", organizationId, "keys", MessagingChoices.KEYS), this::rules)
                .orElseThrow();
    }

    Chosen chosen(long organizationId) {
        return sql.first(READ, Map.of("organization", organizationId, "keys", MessagingChoices.KEYS), this::chosen)
                .orElseThrow();
    }

    /** Keeps others from changing them until the end of the transaction. */
    Chosen locked(long organizationId) {
        sql.first(LOCK, Map.of("organization", organizationId), row -> row.count("version"));
        return chosen(organizationId);
    }

    void write(long organizationId, MessagingChoices own) {
        sql.update(WRITE, Map.of("organization", organizationId, "keys", MessagingChoices.KEYS, "own", written(own)));
    }

    private Chosen chosen(Row row) {
        return new Chosen(
                read(row.text("own")), read(row.text("above")).or(MessagingChoices.USUAL), row.count("version"));
    }

    private SendingRules rules(Row row) {
        return SendingRules.of(
                new SendingRules.Sender(row.number("id"), ZoneId.of(row.text("time_zone"))),
                chosen(row).effective(),
                row.is("under_16"),
                new SendingRules.Payer(row.number("payer"), ZoneId.of(row.text("payer_zone"))));
    }

    private MessagingChoices read(String text) {
        try {
            return json.readValue(text, MessagingChoices.class);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private String written(MessagingChoices choices) {
        try {
            return json.writeValueAsString(choices);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
