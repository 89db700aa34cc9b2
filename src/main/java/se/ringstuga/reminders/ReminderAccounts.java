package se.ringstuga.reminders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What has become of the reminders of an event: in numbers, one by one, and who is left to be called. */
@ApplicationScoped
class ReminderAccounts {

    /** Once in line the message knows. */
    private static final String OUTCOME = "case when r.state = 'QUEUED' then m.state else r.state end";

    private static final String WHY = "coalesce(r.reason, m.reason, m.code)";

    private static final NamedSql COUNTS =
            NamedSql.of("select r.rule_id, u.title, " + OUTCOME + " as outcome, " + WHY + """
             as why, count(*) as people from reminder r join reminder_rule u on u.id = r.rule_id
            left join message m on m.id = r.message_id
            where r.event_id = :event group by 1, 2, 3, 4 order by 1, 3, 4 nulls first limit 500""");

    private static final NamedSql PAGE =
            NamedSql.of("select r.id, r.rule_id, u.title, r.starts_at, p.due_at, r.message_id, m.channel, "
                    + OUTCOME + " as outcome, " + WHY + """
             as why, q.id as person_id, q.given_name, q.family_name
            from reminder r join reminder_rule u on u.id = r.rule_id join reminder_plan p on p.id = r.plan_id
            join person q on q.id = r.person_id left join message m on m.id = r.message_id
            where r.event_id = :event and r.id > :after and (q.restricted_at is null or :administrator)
              and (cast(:rule as bigint) is null or r.rule_id = :rule) and (cast(:person as bigint) is null or r.person_id = :person)
            order by r.id limit :rows""");

    /** Whom no channel reached in time about the event as it stands now, and guests, who are in no register. */
    private static final NamedSql LEFT = NamedSql.of("""
            select * from (select * from (
              select distinct on (p.id) p.id as ref, p.sort_name, p.given_name || ' ' || p.family_name as name, p.phone, p.email,
                     s.state as sign_up, u.title, coalesce(r.reason, m.reason, m.code, m.state) as why
              from event e join reminder r on r.event_id = e.id and r.starts_at = e.starts_at
              join reminder_rule u on u.id = r.rule_id join person p on p.id = r.person_id
              left join message m on m.id = r.message_id left join sign_up s on s.event_id = e.id and s.person_id = p.id
              where e.id = :event and (p.restricted_at is null or :administrator) and p.stopped_at is null
                and (r.state = 'UNREACHED' and r.reason in ('NO_ADDRESS', 'OPTED_OUT', 'SUPPRESSED_ADDRESS', 'NO_CARRIER', 'QUIET_HOURS')
                     or r.state = 'QUEUED' and (m.state in ('FAILED', 'EXPIRED')
                       or m.state = 'SKIPPED' and m.reason in ('NO_ADDRESS', 'OPTED_OUT', 'SUPPRESSED_ADDRESS', 'NO_TIME')))
              order by p.id, r.id desc) known
            union all
            select -s.id, lower(s.guest_name), s.guest_name, case when s.guest_address like '+%' then s.guest_address end,
                   case when s.guest_address like '%@%' then s.guest_address end, s.state, '', 'GUEST'
            from sign_up s where s.event_id = :event and s.person_id is null and s.state in ('SIGNED_UP', 'WAITING')) listed
            where (sort_name, ref) > (:name, :after) order by sort_name, ref limit :rows""");

    private final Sql sql;
    private final Access access;
    private final AccessLog accessLog;

    ReminderAccounts(Sql sql, Access access, AccessLog accessLog) {
        this.sql = sql;
        this.access = access;
        this.accessLog = accessLog;
    }

    /**
     * How many.
     *
     * @param state PLANNED, SKIPPED, UNREACHED, or what became of the message
     * @param reason why it was skipped, or why nothing arrived
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Count(
            long ruleId,
            String rule,
            String state,
            @Nullable String reason,
            long people) {}

    List<Count> counts(long eventId) {
        return sql.list(
                COUNTS,
                Map.of("event", eventId),
                row -> new Count(
                        row.number("rule_id"),
                        row.text("title"),
                        row.text("outcome"),
                        row.textOrNull("why"),
                        row.number("people")));
    }

    /**
     * One reminder or notice.
     *
     * @param eventStartsAt the start that it is for
     * @param channel by which it went, or is to go
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long id,
            long ruleId,
            String rule,
            long personId,
            String name,
            Instant eventStartsAt,
            Instant dueAt,
            String state,
            @Nullable String reason,
            @Nullable Channel channel,
            @Nullable Long messageId) {

        private static Line of(Row row) {
            var channel = row.textOrNull("channel");
            return new Line(
                    row.number("id"),
                    row.number("rule_id"),
                    row.text("title"),
                    row.number("person_id"),
                    (row.text("given_name") + " " + row.text("family_name")).strip(),
                    row.instant("starts_at"),
                    row.instant("due_at"),
                    row.text("outcome"),
                    row.textOrNull("why"),
                    channel == null ? null : Channel.valueOf(channel),
                    row.numberOrNull("message_id"));
        }
    }

    /** Which of them; null for all. */
    record Wanted(@Nullable Long ruleId, @Nullable Long personId) {}

    Page<Line> page(long eventId, Wanted wanted, PageRequest page) {
        var parameters = new HashMap<String, Object>(Map.of(
                "event",
                eventId,
                "administrator",
                access.administrator(),
                "after",
                page.after().map(Cursor::id).orElse(0L),
                "rows",
                page.limit() + 1));
        parameters.put("rule", wanted.ruleId());
        parameters.put("person", wanted.personId());
        var shown = Page.of(sql.list(PAGE, parameters, Line::of), page.limit(), last -> new Cursor("", last.id()));
        accessLog.record(
                "reminder.list",
                "event:" + eventId,
                shown.items().stream().map(Line::personId).toList());
        return shown;
    }

    /**
     * Somebody to call instead.
     *
     * @param personId null for a guest
     * @param signUp the state of the sign-up; null without any
     * @param reason why nothing reached them; GUEST for a guest
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Left(
            @Nullable Long personId,
            @JsonIgnore long ref,
            @JsonIgnore String sortName,
            String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String signUp,
            String rule,
            String reason) {

        private static Left of(Row row) {
            var ref = row.number("ref");
            return new Left(
                    ref > 0 ? ref : null,
                    ref,
                    row.text("sort_name"),
                    row.text("name").strip(),
                    row.textOrNull("phone"),
                    row.textOrNull("email"),
                    row.textOrNull("sign_up"),
                    row.text("title"),
                    row.text("why"));
        }
    }

    Page<Left> left(long eventId, PageRequest page) {
        var parameters = Map.<String, Object>of(
                "event", eventId,
                "administrator", access.administrator(),
                "name", page.after().map(Cursor::sortKey).orElse(""),
                "after", page.after().map(Cursor::id).orElse(Long.MIN_VALUE),
                "rows", page.limit() + 1);
        var shown = Page.of(
                sql.list(LEFT, parameters, Left::of), page.limit(), last -> new Cursor(last.sortName(), last.ref()));
        accessLog.record(
                "reminder.left",
                "event:" + eventId,
                shown.items().stream()
                        .filter(one -> one.ref() > 0)
                        .map(Left::ref)
                        .toList());
        return shown;
    }
}
