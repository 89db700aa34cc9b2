package se.ringstuga.messaging;

import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.database.NamedSql;

/** The statement that puts many messages in line, each on the first channel that its person may be reached by. */
final class PersonalMessageSql {

    /** Said yes to the one and not to the other: that is a choice of channel. */
    private static final String EMAIL_RATHER = """
            exists (select from contact_state s where s.person_id = p.id and s.channel = 'EMAIL'
                      and s.purpose in (w.purpose, 'ANY') and s.decision = 'GRANTED')
            and not exists (select from contact_state s where s.person_id = p.id and s.channel = 'SMS'
                              and s.purpose in (w.purpose, 'ANY') and s.decision = 'GRANTED')""";

    /** Thousands may come to a line that was empty a moment ago. */
    static final NamedSql PUT = NamedSql.of("""
            with words as materialized (
              select * from unnest(cast(:sms_texts as text[]), cast(:subjects as text[]), cast(:email_texts as text[]), cast(:actors as text[]))
                with ordinality t(sms_text, subject, email_text, actor, place)),
            wanted as materialized (
              select * from unnest(cast(:people as bigint[]), cast(:source_ids as bigint[]), cast(:occurrences as text[]),
                                   cast(:purposes as text[]), cast(:bys as text[]), cast(:words as bigint[]), cast(:froms as timestamptz[]),
                                   cast(:sms_froms as timestamptz[]), cast(:untils as timestamptz[]), cast(:anyways as boolean[]))
                t(person, source_id, occurrence, purpose, by_channel, words, starts, sms_starts, ends, anyway)),
            judged as materialized (
              select w.*, p.id as person_id, p.organization_id as person_organization, {phone} as phone, {mailbox} as mailbox,
                     {email_rather} as email_rather,
                     case when w.by_channel = 'EMAIL' then cast(null as text)
                          when cast(:sms_lane as bigint) is null then 'NO_CARRIER'
                          when w.sms_starts >= w.ends then 'QUIET_HOURS'
                          else {sms_refusal} end as sms_refusal,
                     case when w.by_channel = 'SMS' then cast(null as text)
                          when cast(:email_lane as bigint) is null then 'NO_CARRIER'
                          when w.starts >= w.ends then 'NO_TIME'
                          else {email_refusal} end as email_refusal
              from wanted w join person p on p.id = w.person),
            chosen as materialized (
              select *, case when by_channel <> 'SMS' and email_refusal is null and (email_rather or by_channel = 'EMAIL') then 'EMAIL'
                             when by_channel <> 'EMAIL' and sms_refusal is null then 'SMS'
                             when by_channel <> 'SMS' and email_refusal is null then 'EMAIL' end as chosen
              from judged),
            put as (
              insert into message (organization_id, root_id, lane_id, source, source_id, occurrence, channel, purpose, person_organization,
                                   person_id, address, template, subject, state, rank, not_before, not_after, beyond_budget, created_at,
                                   created_by)
              select :organization, :policy_root, case c.chosen when 'SMS' then cast(:sms_lane as bigint) else cast(:email_lane as bigint) end,
                     :source, c.source_id, c.occurrence, c.chosen, c.purpose, c.person_organization, c.person_id,
                     case c.chosen when 'SMS' then c.phone else c.mailbox end,
                     case c.chosen when 'SMS' then t.sms_text else t.email_text end, case c.chosen when 'EMAIL' then t.subject end,
                     'QUEUED', 10, case c.chosen when 'SMS' then c.sms_starts else c.starts end, c.ends, c.anyway, :now, t.actor
              from chosen c join words t on t.place = c.words
              where c.chosen is not null on conflict do nothing
              returning id, source_id, occurrence, person_id)
            select c.source_id, c.person_id, c.chosen, c.sms_refusal, c.email_refusal, m.id as message_id
            from chosen c left join put m on m.source_id = c.source_id and m.occurrence = c.occurrence and m.person_id = c.person_id""".replace("{phone}", MessagePolicy.address(Channel.SMS))
                    .replace("{mailbox}", MessagePolicy.address(Channel.EMAIL))
                    .replace("{email_rather}", EMAIL_RATHER)
                    .replace("{sms_refusal}", MessagePolicy.refusal(Channel.SMS, "w.purpose"))
                    .replace("{email_refusal}", MessagePolicy.refusal(Channel.EMAIL, "w.purpose")))
            .anew();

    static final NamedSql TAKE_BACK = NamedSql.of("""
            with waiting as materialized (
              select m.id, d.reason from unnest(cast(:ids as bigint[]), cast(:reasons as text[])) d(source_id, reason)
              join message m on m.source = :source and m.source_id = d.source_id and m.state = 'QUEUED'
              order by m.id for update of m skip locked)
            update message m set state = 'SKIPPED', rank = 35, reason = w.reason, ended_at = :now
            from waiting w where m.id = w.id
            returning m.source_id""");

    static final NamedSql IN_LINE = NamedSql.of("""
            select distinct m.source_id from send_lane l join message m on m.lane_id = l.id
            where l.organization_id = :organization and m.source = :source and m.state = 'QUEUED'""");

    static final NamedSql PROLONG = NamedSql.of("""
            with waiting as materialized (
              select m.id from message m
              where m.source = :source and m.source_id = any (cast(:ids as bigint[])) and m.state = 'QUEUED'
              order by m.id for no key update)
            update message m set not_after = m.not_after + cast(:by as interval) from waiting w where m.id = w.id""");

    private PersonalMessageSql() {}
}
