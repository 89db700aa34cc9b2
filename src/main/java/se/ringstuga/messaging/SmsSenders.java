package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** The numbers and names that SMS come from. Those of an organization above may be used, not changed. */
@ApplicationScoped
public class SmsSenders {

    private static final NamedSql USABLE = NamedSql.of("""
            select s.id, s.organization_id, s.address, s.per_second from sms_sender s
            join organization_closure c on c.ancestor_id = s.organization_id
            where c.descendant_id = :organization and (cast(:id as bigint) is null or s.id = :id)
            order by c.depth, s.id limit 100""");

    private static final NamedSql ADD = NamedSql.of("""
            insert into sms_sender (organization_id, address, per_second, tokens, refilled_at, created_at, created_by)
            values (:organization, :address, :per_second, greatest(:per_second, 1), :now, :now, :actor)
            on conflict do nothing returning id""");

    private final Sql sql;
    private final Clock clock;

    SmsSenders(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Nearest first. */
    List<SmsSender> usable(long organizationId) {
        return sql.list(USABLE, parameters(organizationId, null), SmsSenders::sender);
    }

    /** @param id null for the nearest */
    Optional<SmsSender> usable(long organizationId, @Nullable Long id) {
        return sql.first(USABLE, parameters(organizationId, id), SmsSenders::sender);
    }

    /** Empty when the organization has it already. */
    Optional<Long> add(long organizationId, NewSmsSender wanted, String actor) {
        return sql.first(
                ADD,
                Map.of(
                        "organization", organizationId,
                        "address", wanted.address(),
                        "per_second", wanted.rate(),
                        "now", clock.instant(),
                        "actor", actor),
                row -> row.number("id"));
    }

    /** A number that an organization has from its beginning, at the usual pace. */
    public void add(long organizationId, String number, Actor actor) {
        add(organizationId, new NewSmsSender(number, null), actor.toString());
    }

    private static Map<String, Object> parameters(long organizationId, @Nullable Long id) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", organizationId);
        parameters.put("id", id);
        return parameters;
    }

    private static SmsSender sender(Row row) {
        return new SmsSender(
                row.number("id"), row.number("organization_id"), row.text("address"), row.decimal("per_second"));
    }
}
