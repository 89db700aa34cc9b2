package se.ringstuga.messaging;

import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.database.NamedSql;

/** The statements by which messages leave the queue. */
final class ClaimedMessageSql {

    /** The address was frozen with the message; whoever has another by now is not written to on the old one. */
    private static final String PICK = """
            with picked as materialized (
              select m.id, m.person_id, m.organization_id, m.attempt, m.address, m.template, m.subject, m.not_after, m.purpose, m.source,
                     m.created_by, m.payer_id is not null as paid,
                     m.beyond_budget or m.source = 'ANSWER' or (m.purpose = 'REMINDER' and m.not_after <= :tomorrow) as anyway,
                     case when m.source = 'BROADCAST' then m.source_id end as broadcast_id,
                     case when m.source = 'SURVEY' then m.source_id end as survey_link
              from message m
              where m.lane_id = :lane and m.state = 'QUEUED' and m.not_before <= :now
              order by m.not_before, m.id limit :most for update of m skip locked)
            select m.id, m.attempt, m.address, coalesce(b.text, m.template) as template, coalesce(b.subject, m.subject) as subject,
                   m.not_after, m.paid, m.anyway, m.purpose, m.survey_link, o.name as organization,
                   p.id as person_id, p.given_name, p.family_name, p.city,
                   case when w.words ~* '[{] *(avsändare|sender)'
                     then (select s.name from staff s where s.id = {author}) end as author,
                   case when w.words ~* '[{] *(om|if) +tag'
                     then array(select t.title from person_tag pt join tag t on t.id = pt.tag_id
                                join organization_closure c on c.ancestor_id = t.organization_id and c.descendant_id = m.organization_id
                                where pt.person_id = p.id)
                     else cast('{}' as text[]) end as tags,
                   case when m.address not in ({theirs}) then 'NO_ADDRESS' else {refusal} end as refusal
            from picked m join person p on p.id = m.person_id join organization o on o.id = m.organization_id
            left join broadcast b on b.id = m.broadcast_id
            cross join lateral (
              select concat_ws(' ', coalesce(b.text, m.template), coalesce(b.subject, m.subject)) as words) w""";

    private static final String NUMBERS = """
            coalesce(case when p.phone_wrong_at is null then p.phone end, ''),
            coalesce(case when p.alt_phone_wrong_at is null then p.alt_phone end, '')""";

    private static final String EMAIL = "coalesce(case when p.email_wrong_at is null then p.email end, '')";

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

    static String pick(Channel channel) {
        return PICK.replace("{theirs}", channel == Channel.SMS ? NUMBERS : EMAIL)
                .replace("{author}", Authors.id("coalesce(b.created_by, m.created_by)"))
                .replace("{refusal}", MessagePolicy.refusal(channel, "m.purpose", "m.source = 'ANSWER'"));
    }
}
