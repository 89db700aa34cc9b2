package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** Reads the {@link SendingRules} of an organization. */
@ApplicationScoped
class MessagingSettings {

    private static final int WEEKLY_CAP = 3;
    private static final int HOURS_AFTER_CALL = 24;
    private static final long APPROVAL_LIMIT = 500;

    /** Each setting from the nearest organization that has it. */
    private static final NamedSql RULES = NamedSql.of("""
            with up as materialized (
              select u.settings, u.time_zone, c.depth from organization_closure c join organization u on u.id = c.ancestor_id
              where c.descendant_id = :organization)
            select (select time_zone from up where depth = 0) as time_zone,
                   (select coalesce(cast(settings ->> 'callUnder16' as boolean), false) from up where depth = 0) as under_16,
                   (select settings ->> 'quietFrom' from up where jsonb_exists(settings, 'quietFrom') order by depth limit 1) as quiet_from,
                   (select settings ->> 'quietUntil' from up where jsonb_exists(settings, 'quietUntil') order by depth limit 1) as quiet_until,
                   (select cast(settings ->> 'weeklyCap' as bigint) from up where jsonb_exists(settings, 'weeklyCap') order by depth limit 1)
                     as weekly_cap,
                   (select cast(settings ->> 'hoursAfterCall' as bigint) from up where jsonb_exists(settings, 'hoursAfterCall')
                    order by depth limit 1) as hours_after_call,
                   (select cast(settings ->> 'approvalLimit' as bigint) from up where jsonb_exists(settings, 'approvalLimit')
                    order by depth limit 1) as approval_limit""");

    private final Sql sql;

    MessagingSettings(Sql sql) {
        this.sql = sql;
    }

    SendingRules of(long organizationId) {
        return sql.first(RULES, Map.of("organization", organizationId), MessagingSettings::rules)
                .orElseThrow();
    }

    private static SendingRules rules(Row row) {
        var quiet = new QuietHours(
                time(row, "quiet_from").orElse(QuietHours.DEFAULT_FROM),
                time(row, "quiet_until").orElse(QuietHours.DEFAULT_UNTIL),
                ZoneId.of(row.text("time_zone")));
        var cap = Optional.ofNullable(row.numberOrNull("weekly_cap")).orElse((long) WEEKLY_CAP);
        var hours = Optional.ofNullable(row.numberOrNull("hours_after_call")).orElse((long) HOURS_AFTER_CALL);
        return new SendingRules(
                quiet,
                new MessagePolicy.Limits(
                        row.is("under_16"),
                        MessagePolicy.Limits.SWEDISH_MOBILES,
                        Math.toIntExact(cap),
                        Duration.ofHours(hours)),
                Optional.ofNullable(row.numberOrNull("approval_limit")).orElse(APPROVAL_LIMIT));
    }

    private static Optional<LocalTime> time(Row row, String column) {
        return Optional.ofNullable(row.textOrNull(column)).map(LocalTime::parse);
    }
}
