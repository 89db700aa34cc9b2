package se.ringstuga.messaging;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/**
 * What SMS cost by day and month of whoever pays (rule 23). Every statement that changes a message's state notes what that
 * changes of the cost (V015); here the notes are added up. Lock order: lane, sender, messages, then the payer.
 */
@ApplicationScoped
class Budgets {

    private static final BigDecimal WARNED_FROM = new BigDecimal("0.8");

    /** Its row among the organizations stands for the budget: whoever changes the limits waits too. */
    private static final NamedSql LOCK = NamedSql.of("select id from organization where id = :payer for no key update");

    private static final NamedSql ADD_UP = NamedSql.of("""
            with noted as (
              delete from sms_cost where organization_id = :payer returning on_day, reserved, spent),
            periods as (
              select 'DAY' as period, on_day as begins_on, reserved, spent from noted
              union all select 'MONTH', cast(date_trunc('month', on_day) as date), reserved, spent from noted)
            insert into sms_budget (organization_id, period, begins_on, reserved, spent)
            select :payer, period, begins_on, sum(reserved), sum(spent) from periods group by period, begins_on
            on conflict (organization_id, period, begins_on) do update
              set reserved = sms_budget.reserved + excluded.reserved, spent = sms_budget.spent + excluded.spent""");

    private static final NamedSql READ = NamedSql.of("""
            select period, begins_on, reserved, spent from sms_budget
            where organization_id = :payer
              and ((period = 'DAY' and begins_on = any (cast(:days as date[])))
                or (period = 'MONTH' and begins_on in (select cast(date_trunc('month', d) as date) from unnest(cast(:days as date[])) d)))
            order by period, begins_on""");

    /** The same without a lock, with what nobody has added up yet. */
    private static final NamedSql LOOK = NamedSql.of("""
            select period, cast(min(begins_on) as date) as begins_on, sum(reserved) as reserved, sum(spent) as spent from (
              select period, begins_on, reserved, spent from sms_budget
              where organization_id = :payer and (period, begins_on) in (('DAY', :day), ('MONTH', :month))
              union all select 'DAY', :day, reserved, spent from sms_cost where organization_id = :payer and on_day = :day
              union all select 'MONTH', :month, reserved, spent from sms_cost
                where organization_id = :payer and on_day >= :month and on_day < :next_month
              union all values ('DAY', :day, 0, 0), ('MONTH', :month, 0, 0)) counted
            group by period order by period""");

    private static final NamedSql WARN = NamedSql.of("""
            update sms_budget set warned_at = :now
            where organization_id = :payer and begins_on >= :since and warned_at is null
              and reserved + spent >= case period when 'DAY' then cast(:daily as numeric) else cast(:monthly as numeric) end
            returning period, begins_on, reserved, spent""");

    private static final NamedSql WITH_NEWS =
            NamedSql.of("select distinct organization_id from sms_cost order by organization_id limit 100");

    private final Sql sql;
    private final Clock clock;

    Budgets(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How a budget is divided. */
    enum Period {
        DAY,
        MONTH
    }

    /**
     * One day or month, in SEK.
     *
     * @param reserved for what waits, is under way or of unknown fate
     * @param spent for what was sent
     */
    record Used(Period period, LocalDate beginsOn, BigDecimal reserved, BigDecimal spent) {

        static Used of(Row row) {
            return new Used(
                    Period.valueOf(row.text("period")),
                    LocalDate.parse(row.text("begins_on")),
                    requireNonNull(row.decimalOrNull("reserved")),
                    requireNonNull(row.decimalOrNull("spent")));
        }

        BigDecimal total() {
            return reserved.add(spent);
        }
    }

    /** Adds up, and lets nobody else set anything aside until the end of the transaction: these days and their months. */
    List<Used> locked(SendingRules.Payer payer, Collection<LocalDate> days) {
        var id = Map.of("payer", payer.organizationId());
        sql.first(LOCK, id, row -> row.number("id"));
        sql.update(ADD_UP, id);
        return sql.list(
                READ,
                Map.of(
                        "payer",
                        payer.organizationId(),
                        "days",
                        days.stream().map(LocalDate::toString).toList()),
                Used::of);
    }

    /** A day and its month as they are now, nothing locked; the day first. */
    List<Used> look(SendingRules.Payer payer, LocalDate day) {
        var month = day.withDayOfMonth(1);
        return sql.list(
                LOOK,
                Map.of("payer", payer.organizationId(), "day", day, "month", month, "next_month", month.plusMonths(1)),
                Used::of);
    }

    /** Once a period, what has reached four fifths of its limit; marked as told. Call it after {@link #locked}. */
    List<Used> toWarnOf(SendingRules.SmsBudget budget) {
        if (budget.monthly().isEmpty() && budget.daily().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var parameters = new HashMap<String, Object>(Map.of(
                "payer",
                budget.payer().organizationId(),
                "since",
                now.atZone(budget.payer().zone()).toLocalDate().withDayOfMonth(1),
                "now",
                now));
        parameters.put("daily", budget.daily().map(WARNED_FROM::multiply).orElse(null));
        parameters.put("monthly", budget.monthly().map(WARNED_FROM::multiply).orElse(null));
        return sql.list(WARN, parameters, Used::of);
    }

    /** Whose costs have changed since they were last added up, at most a hundred. */
    List<Long> withNews() {
        return sql.list(WITH_NEWS, Map.of(), row -> row.number("organization_id"));
    }
}
