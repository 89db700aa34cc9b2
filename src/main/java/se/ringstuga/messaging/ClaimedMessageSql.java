package se.ringstuga.messaging;

import java.util.Arrays;
import java.util.stream.Collectors;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.ContactTurns;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;

/** The statements by which messages leave the queue. */
final class ClaimedMessageSql {

    /**
     * Locks what is due, and whom it concerns: claims at the same moment about one person or number, by other senders or for a
     * call, come one after the other ({@link ContactTurns}). Locked in one order for all.
     */
    private static final String HOLD = """
            with picked as materialized (
              select m.id, m.person_id, m.address, m.purpose, m.not_before from message m
              where m.lane_id = :lane and m.state = 'QUEUED' and m.not_before <= :now and (:open or m.purpose not in ({bound}))
              order by m.not_before, m.id limit :most for update skip locked),
            concerned as materialized (
              select distinct {key} as key
              from picked m join person p on p.id = m.person_id
              cross join lateral (values (cast(p.id as text)), (m.address), (p.phone), (p.alt_phone)) w(who)
              where w.who is not null and m.purpose in ({apart}) order by 1),
            held as materialized (select cast(pg_advisory_xact_lock(key) as text) as done from concerned)
            select id from picked where (select count(*) from held) >= 0""";

    /**
     * The last SMS to the number, within the last minutes: of a broadcast whoever got it, for a message of its own only somebody
     * else of the household, since an organizer's second text to one person is part of what they have to say.
     */
    private static final String CLOSE_TO = """
            case when m.purpose in ({apart}) then
              (select max(c.contacted_at) from message c where c.root_id = :policy_root and c.address = m.address
                 and c.contacted_at > :lately and c.channel = 'SMS' and (:bulk or c.person_id <> m.person_id)) end""";

    /** Whoever is being called gets no news meanwhile: the call counts when it is told of, and the next look knows of it. */
    private static final String CALLED = "case when m.purpose in ({cooled}) and " + ContactTurns.BEING_CALLED
            + " then cast(:now as timestamptz) end";

    /**
     * The address was frozen with the message; whoever has another by now is not written to on the old one. The author and the tags are
     * looked up where a text may ask for them, however it was typed: an ä as a letter or as two, after a tab or a condition.
     */
    private static final String PICK = """
            with picked as materialized (
              select m.id, m.person_id, m.organization_id, m.attempt, m.address, m.template, m.subject, m.not_after, m.purpose, m.source,
                     m.created_by, m.payer_id is not null as paid, m.source_id,
                     m.beyond_budget or m.source = 'ANSWER' or (m.purpose = 'REMINDER' and m.not_after <= :tomorrow) as anyway,
                     case when m.source = 'BROADCAST' then m.source_id end as broadcast_id,
                     case when m.source = 'SURVEY' then m.source_id end as survey_link, m.not_before
              from message m where m.id = any(cast(:ids as bigint[])))
            select m.id, m.source, m.source_id, m.attempt, m.address, coalesce(b.text, m.template) as template, coalesce(b.subject, m.subject) as subject,
                   m.not_after, m.paid, m.anyway, m.purpose, m.survey_link, o.name as organization, b.cancelled_at is not null as cancelled,
                   p.id as person_id, p.given_name, p.family_name, p.city, p.language,
                   case when w.words ~* '[{][^{}]*(avs(ä|a\\u0308)ndare|sender)'
                     then (select s.name from staff s where s.id = {author}) end as author,
                   case when w.words ~* '[{][^{}]*tag'
                     then array(select t.title from person_tag pt join tag t on t.id = pt.tag_id
                                join organization_closure c on c.ancestor_id = t.organization_id and c.descendant_id = m.organization_id
                                where pt.person_id = p.id)
                     else cast('{}' as text[]) end as tags,
                   case when m.address not in ({theirs}) then 'NO_ADDRESS' else {refusal} end as refusal,
                   {close} as close_to
            from picked m join person p on p.id = m.person_id join organization o on o.id = m.organization_id
            left join broadcast b on b.id = m.broadcast_id
            cross join lateral (
              select concat_ws(' ', coalesce(b.text, m.template), coalesce(b.subject, m.subject)) as words) w
            order by m.not_before, m.id""";

    private static final String NUMBERS = """
            coalesce(case when p.phone_wrong_at is null then p.phone end, ''),
            coalesce(case when p.alt_phone_wrong_at is null then p.alt_phone end, '')""";

    private static final String EMAIL = "coalesce(case when p.email_wrong_at is null then p.email end, '')";

    /** What cannot be put into words holds up nobody else. */
    static final NamedSql NOT_WORDED = NamedSql.of("""
            update message set state = 'FAILED', rank = 60, code = 'NOT_WORDED', ended_at = :now
            where id = any(cast(:ids as bigint[])) and state = 'QUEUED'""");

    /** From here on the provider may have it. */
    static final NamedSql BEGIN = NamedSql.of("""
            update message m
            set state = 'DISPATCHING', rank = 20, attempt = m.attempt + 1, text = d.text,
                sent_subject = nullif(d.subject, ''), attempt_started_at = :now,
                contacted_at = :now, lease_until = :lease, parts = nullif(d.parts, 0), price = cast(nullif(d.price, '') as numeric),
                payer_id = coalesce(m.payer_id, cast(:payer as bigint)), paid_on = coalesce(m.paid_on, cast(:day as date))
            from unnest(cast(:ids as bigint[]), cast(:texts as text[]), cast(:subjects as text[]), cast(:parts as int[]), cast(:prices as text[]))
              d(id, text, subject, parts, price)
            where m.id = d.id""");

    /** Nothing is left to pay for them: the reason stays when their time passes. */
    static final NamedSql WAIT = NamedSql.of("""
            update message m set not_before = least(cast(:again as timestamptz), m.not_after), code = 'BUDGET'
            where m.id = any (:ids)""");

    private ClaimedMessageSql() {}

    /** The rule that binds the purposes to which it matters what else a person or an address gets. */
    static Purpose.Rule apart(Channel channel) {
        return channel == Channel.SMS ? Purpose.Rule.QUIET_HOURS : Purpose.Rule.COOL_DOWN;
    }

    static String boundBy(Purpose.Rule rule) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.isBoundBy(rule))
                .map(purpose -> "'" + purpose + "'")
                .collect(Collectors.joining(", "));
    }

    static String hold(Channel channel) {
        return HOLD.replace("{bound}", boundBy(Purpose.Rule.QUIET_HOURS))
                .replace("{key}", ContactTurns.key("w.who"))
                .replace("{apart}", boundBy(apart(channel)));
    }

    static String pick(Channel channel) {
        return PICK.replace("{theirs}", channel == Channel.SMS ? NUMBERS : EMAIL)
                .replace("{close}", channel == Channel.SMS ? "greatest(" + CLOSE_TO + ", " + CALLED + ")" : CALLED)
                .replace("{cooled}", boundBy(Purpose.Rule.COOL_DOWN))
                .replace("{apart}", boundBy(apart(channel)))
                .replace("{author}", Authors.id("coalesce(b.created_by, m.created_by)"))
                .replace("{refusal}", MessagePolicy.refusal(channel, "m.purpose", "m.source = 'ANSWER'", "m.address"));
    }
}
