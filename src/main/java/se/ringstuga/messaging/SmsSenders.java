package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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
            select s.id, s.organization_id, s.address, s.per_second, s.chosen_at is not null as chosen from sms_sender s
            join organization_closure c on c.ancestor_id = s.organization_id
            where c.descendant_id = :organization and s.retired_at is null and (cast(:id as bigint) is null or s.id = :id)
            order by c.depth, s.chosen_at, s.id limit 100""");

    private static final NamedSql ADD = NamedSql.of("""
            insert into sms_sender (organization_id, address, per_second, tokens, refilled_at, created_at, created_by)
            values (:organization, :address, :per_second, greatest(:per_second, 1), :now, :now, :actor)
            on conflict (organization_id, address) do update
              set retired_at = null, retired_by = null, per_second = excluded.per_second
              where sms_sender.retired_at is not null
            returning id""");

    /** Whole, so that nothing begins to be sent from it meanwhile. */
    private static final NamedSql LOCK = NamedSql.of("""
            select id from sms_sender where organization_id = :organization and id = :id and retired_at is null for update""");

    private static final NamedSql PACE = NamedSql.of("update sms_sender set per_second = :per_second where id = :id");

    /** One after the other: two can never be chosen, not even within the statement. */
    private static final NamedSql CHOOSE_NONE = NamedSql.of(
            "update sms_sender set chosen_at = null where organization_id = :organization and chosen_at is not null");

    private static final NamedSql CHOOSE = NamedSql.of("update sms_sender set chosen_at = :now where id = :id");

    private static final NamedSql CHOOSE_NOT = NamedSql.of("update sms_sender set chosen_at = null where id = :id");

    private static final NamedSql RETIRE = NamedSql.of(
            "update sms_sender set retired_at = :now, retired_by = :actor, chosen_at = null where id = :id");

    private static final NamedSql DELETE = NamedSql.of("delete from sms_sender where id = :id");

    private final Sql sql;
    private final Clock clock;

    SmsSenders(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Nearest first, and of one organization the one that it chose. */
    List<SmsSender> usable(long organizationId) {
        return sql.list(USABLE, parameters(organizationId, null), SmsSenders::sender);
    }

    /** @param id null for the nearest */
    Optional<SmsSender> usable(long organizationId, @Nullable Long id) {
        return sql.first(USABLE, parameters(organizationId, id), SmsSenders::sender);
    }

    /** Empty when the organization has it already; one that it had put away is back. */
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

    /** Until the end of the transaction; false for none of the organization's own. */
    boolean lock(long organizationId, long id) {
        return sql.first(LOCK, Map.of("organization", organizationId, "id", id), row -> true)
                .isPresent();
    }

    void pace(long id, BigDecimal perSecond) {
        sql.update(PACE, Map.of("id", id, "per_second", perSecond));
    }

    /** From here on the one for whoever names none, here and below. */
    void choose(long organizationId, long id) {
        sql.update(CHOOSE_NONE, Map.of("organization", organizationId));
        sql.update(CHOOSE, Map.of("id", id, "now", clock.instant()));
    }

    /** The oldest is used again, if it was this one. */
    void chooseNot(long id) {
        sql.update(CHOOSE_NOT, Map.of("id", id));
    }

    void retire(long id, String actor) {
        sql.update(RETIRE, Map.of("id", id, "now", clock.instant(), "actor", actor));
    }

    void delete(long id) {
        sql.update(DELETE, Map.of("id", id));
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
                row.number("id"),
                row.number("organization_id"),
                row.text("address"),
                row.decimal("per_second"),
                row.is("chosen"));
    }
}
