package se.ringstuga.reminders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Whose message it is when another reminder told of this one as well. */
    private static final String MESSAGES = """
            left join reminder l on l.id = r.together_id
            left join message m on m.id = coalesce(l.message_id, r.message_id)
            left join code_message c on c.id = coalesce(l.code_message_id, r.code_message_id)""" + "\n";

    /** Once in line the message knows; what a guest was sent is forgotten in time. */
    private static final String OUTCOME =
            "case when r.state = 'QUEUED' then coalesce(m.state, nullif(c.state, 'DROPPED'), case when c.state is null"
                    + " then 'ACCEPTED' else 'SKIPPED' end) else r.state end";

    private static final String OF_GUEST = """
            case c.why when 'said no' then 'OPTED_OUT' when 'too late' then 'NO_TIME' when 'no sender' then 'NO_CARRIER'
                        when 'over the budget' then 'BUDGET' else c.why end""";

    private static final String WHY = "coalesce(r.reason, m.reason, m.code, " + OF_GUEST + ")";

    private static final NamedSql COUNTS =
            NamedSql.of("select r.rule_id, u.title, " + OUTCOME + " as outcome, " + WHY + """
                     as why, count(*) as people from reminder r join reminder_rule u on u.id = r.rule_id
                    """ + MESSAGES
                    + "where r.event_id = :event group by 1, 2, 3, 4 order by 1, 3, 4 nulls first limit 500");

    private static final NamedSql PAGE = NamedSql.of(
            "select r.id, r.rule_id, u.title, r.starts_at, p.due_at, r.message_id, coalesce(m.channel, c.channel) as"
                    + " channel, "
                    + OUTCOME + " as outcome, " + WHY + """
                     as why, q.id as person_id, coalesce(g.guest_name, q.given_name || ' ' || q.family_name) as name
                    from reminder r join reminder_rule u on u.id = r.rule_id join reminder_plan p on p.id = r.plan_id
                    left join person q on q.id = r.person_id left join sign_up g on g.id = r.guest_id
                    """ + MESSAGES + """
                            where r.event_id = :event and r.id > :after and (q.restricted_at is null or :administrator)
                              and (cast(:rule as bigint) is null or r.rule_id = :rule) and (cast(:person as bigint) is null or r.person_id = :person)
                            order by r.id limit :rows""");

    /** Those whose latest word of the event as it stands now did not arrive. */
    private static final String FAILED = """
            (latest.state = 'UNREACHED' and latest.reason in ('NO_ADDRESS', 'OPTED_OUT', 'SUPPRESSED_ADDRESS', 'NO_CARRIER', 'QUIET_HOURS')
             or latest.state <> 'UNREACHED' and (
               latest.message_state in ('FAILED', 'EXPIRED', 'DROPPED')
               or latest.message_state = 'SKIPPED' and latest.why in ('NO_ADDRESS', 'OPTED_OUT', 'SUPPRESSED_ADDRESS', 'NO_TIME')))""";

    /** Whom it still concerns: not those who said no meanwhile, or whose invitation is answered. */
    private static final String CONCERNED = """
            (latest.cancelled_at is null or latest.occasion = 'CANCELLED')
              and case when latest.occasion = 'BEFORE' and latest.audience = 'UNANSWERED' then coalesce(latest.sign_up, 'INVITED') = 'INVITED'
                       when latest.occasion = 'BEFORE' and latest.audience = 'SEGMENT' then coalesce(latest.sign_up, '') <> 'CANCELLED'
                       when latest.occasion in ('BEFORE', 'PROMOTED') then latest.sign_up = 'SIGNED_UP'
                       else latest.sign_up in ('SIGNED_UP', 'WAITING') end""";

    /** Whom no channel reached, and guests who never showed that their address is theirs. */
    private static final NamedSql LEFT = NamedSql.of("""
            select * from (
              select ref, sort_name, name, phone, email, sign_up, title, coalesce(why, 'GUEST') as why from (
                select distinct on (r.who) r.who as ref, coalesce(p.sort_name, lower(g.guest_name)) as sort_name,
                       coalesce(g.guest_name, p.given_name || ' ' || p.family_name) as name,
                       coalesce(p.phone, case when g.guest_address like '+%' then g.guest_address end) as phone,
                       coalesce(p.email, case when g.guest_address like '%@%' then g.guest_address end) as email,
                       coalesce(s.state, g.state) as sign_up, u.title, r.state, r.reason, u.occasion, u.audience, e.cancelled_at,
                       coalesce(m.state, c.state) as message_state, {why} as why
                from event e join reminder r on r.event_id = e.id and r.starts_at = e.starts_at
                join reminder_rule u on u.id = r.rule_id and u.occasion <> 'AFTER'
                left join person p on p.id = r.person_id left join sign_up s on s.event_id = e.id and s.person_id = p.id
                left join sign_up g on g.id = r.guest_id
                {messages}
                where e.id = :event and (p.restricted_at is null or :administrator) and p.stopped_at is null
                  and (r.state in ('QUEUED', 'UNREACHED') or r.reason = 'TOLD_TOGETHER')
                order by r.who, r.id desc) latest
              where {failed} and {concerned}
              union all
              select -s.id, lower(s.guest_name), s.guest_name, case when s.guest_address like '+%' then s.guest_address end,
                     case when s.guest_address like '%@%' then s.guest_address end, s.state, '', 'GUEST'
              from sign_up s
              where s.event_id = :event and s.person_id is null and s.guest_confirmed_at is null and s.state in ('SIGNED_UP', 'WAITING')) listed
            where (sort_name, ref) > (:name, :after) order by sort_name, ref limit :rows""".replace("{messages}", MESSAGES)
            .replace("{why}", "coalesce(m.reason, m.code, " + OF_GUEST + ", r.reason, m.state)")
            .replace("{failed}", FAILED)
            .replace("{concerned}", CONCERNED));

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
     * @param personId null for a guest
     * @param eventStartsAt the start that it is for
     * @param channel by which it went, or is to go
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long id,
            long ruleId,
            String rule,
            @Nullable Long personId,
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
                    row.numberOrNull("person_id"),
                    row.text("name").strip(),
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
                shown.items().stream()
                        .flatMap(line -> Stream.ofNullable(line.personId()))
                        .toList());
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
