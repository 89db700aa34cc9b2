package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;

/**
 * A notice by SMS goes by e-mail to whoever cannot be sent the SMS: because they said no to SMS, because somebody on their
 * number did, because they have no mobile number (rule 20), or because they may be under 16 (rule 5). The e-mail is a row of its own that replaces the skipped one,
 * so each person still counts once. Of those who share an address one gets a text that is the same for all.
 */
@ApplicationScoped
class NoticeByEmail {

    private static final String REASONS = "('OPTED_OUT', 'SUPPRESSED_ADDRESS', 'NO_ADDRESS', 'MAY_BE_UNDER_16')";

    private static final String FREEZE = """
            with left_out as materialized (
              select p.id, p.organization_id, {address} as address, {refusal} as refusal
              from message m join person p on p.id = m.person_id
              where m.source = 'BROADCAST' and m.source_id = :broadcast and m.channel = 'SMS' and m.state = 'SKIPPED'
                and m.reason in {reasons}),
            placed as (
              select *, row_number() over (partition by address order by id) as place from left_out where refusal is null),
            instead as (
              insert into message (organization_id, root_id, lane_id, source, source_id, occurrence, channel, purpose,
                                   person_organization, person_id, address, subject, state, rank, reason, not_before, not_after,
                                   ended_at, created_at, created_by)
              select :organization, :policy_root, :lane, 'BROADCAST', :broadcast,
                     case when place > 1 then cast(place as text) else '' end, 'EMAIL', 'NOTICE', organization_id, id, address, :subject,
                     case when place = 1 or :personal then 'QUEUED' else 'SKIPPED' end,
                     case when place = 1 or :personal then 10 else 35 end,
                     case when place = 1 or :personal then null else 'SHARED_NUMBER' end,
                     :not_before, :not_after, case when place = 1 or :personal then null else :now end, :now, :actor
              from placed returning id, person_id)
            update message m set replaced_by = instead.id from instead
            where m.source = 'BROADCAST' and m.source_id = :broadcast and m.channel = 'SMS' and m.person_id = instead.person_id""";

    private static final String COUNT = """
            with meant as materialized (
              select p.id, {by_sms} as reason, {address} as address, {refusal} as refusal
              from person p where ({base}) and ({wanted})),
            placed as (
              select reason, row_number() over (partition by address order by id) as place
              from meant where reason in {reasons} and refusal is null)
            select reason, place > 1 and not :personal as shared, count(*) as people from placed group by 1, 2""";

    /**
     * One look each into the index of addresses: nobody counts a broadcast's e-mails to find who has one already. A refused
     * SMS has failed instead of being skipped. Who shares its number was to read it there and has lost it too.
     */
    private static final String STAND_IN = """
            with lost as materialized (
              select m.id, m.address from message m
              where m.id = any (cast(:ids as bigint[])) and m.source = 'BROADCAST' and m.channel = 'SMS' and m.purpose = 'NOTICE'
                and (m.state = 'FAILED' or m.state = 'SKIPPED' and m.reason in {reasons})
                and m.not_after > :now and m.replaced_by is null),
            concerned as materialized (
              select id from lost
              union
              select s.id from lost join message s on s.source_id = :broadcast and s.address = lost.address
              where s.source = 'BROADCAST' and s.reason = 'SHARED_NUMBER' and s.channel = 'SMS' and s.replaced_by is null),
            left_out as materialized (
              select m.id as sms, m.root_id, m.source_id, m.not_after, b.title, b.personal, b.approved_by, p.id, p.organization_id,
                     {address} as address, {refusal} as refusal
              from concerned c join message m on m.id = c.id join broadcast b on b.id = m.source_id join person p on p.id = m.person_id
              where b.cancelled_at is null),
            placed as (
              select l.*, row_number() over (partition by l.address order by l.id) = 1
                       and not exists (select from message e where e.source = 'BROADCAST' and e.source_id = l.source_id and e.occurrence = ''
                                         and e.channel = 'EMAIL' and e.address = l.address and e.state <> 'SKIPPED') as first
              from left_out l where l.refusal is null),
            instead as (
              insert into message (organization_id, root_id, lane_id, source, source_id, occurrence, channel, purpose,
                                   person_organization, person_id, address, subject, state, rank, reason, not_before, not_after,
                                   ended_at, created_at, created_by)
              select :organization, root_id, :lane, 'BROADCAST', source_id, case when first then '' else 'p' || id end, 'EMAIL', 'NOTICE',
                     organization_id, id, address, title, case when first or personal then 'QUEUED' else 'SKIPPED' end,
                     case when first or personal then 10 else 35 end, case when first or personal then null else 'SHARED_NUMBER' end,
                     :now, not_after, case when first or personal then null else :now end, :now, approved_by
              from placed on conflict do nothing returning id, person_id)
            update message m set replaced_by = instead.id
            from instead join placed on placed.id = instead.person_id where m.id = placed.sms""";

    private static final NamedSql BROADCAST = NamedSql.of("select broadcast_id from send_lane where id = :lane");

    private final Sql sql;
    private final MessagePolicy policy;
    private final Lanes lanes;
    private final Carriers carriers;

    NoticeByEmail(Sql sql, MessagePolicy policy, Lanes lanes, Carriers carriers) {
        this.sql = sql;
        this.policy = policy;
        this.lanes = lanes;
        this.carriers = carriers;
    }

    /** Without anybody who carries e-mail all of them stand on the list of letters. */
    boolean standsIn(Channel channel, Purpose purpose) {
        return channel == Channel.SMS && purpose == Purpose.NOTICE && carriers.carries(Channel.EMAIL);
    }

    /**
     * After the SMS are frozen, in the same transaction.
     *
     * @param byEmail the same broadcast as e-mail: without quiet hours
     */
    void freeze(Freezing.Wanted byEmail, MessagePolicy.Circumstances now, Place where) {
        if (!byEmail.room()) {
            return;
        }
        var place = new Lanes.Place(byEmail.organizationId(), Channel.EMAIL, null, Lanes.BULK, where.broadcast());
        var lane = lanes.at(place, now.at());
        var parameters = new HashMap<>(policy.parameters(now));
        parameters.put("organization", byEmail.organizationId());
        parameters.put("lane", lane);
        parameters.put("broadcast", where.broadcast());
        parameters.put("subject", where.subject());
        parameters.put("personal", byEmail.personal());
        parameters.put("not_before", byEmail.notBefore());
        parameters.put("not_after", byEmail.notAfter());
        parameters.put("now", now.at());
        parameters.put("actor", where.actor());
        if (sql.update(sql.statement(byEmail(FREEZE)), parameters) > 0) {
            lanes.expect(lane, byEmail.notBefore());
        }
    }

    /**
     * For those who said no, or lost their number, after the approval: in the transaction that skips their SMS. Whom no e-mail
     * reaches either stands on the list of letters.
     *
     * @param lane of the SMS, locked
     * @param skipped SMS of this lane, just skipped for whatever reason
     */
    void insteadOf(LaneTurns.Lane lane, List<Long> skipped, MessagePolicy.Circumstances now) {
        if (skipped.isEmpty() || !lane.bulk() || lane.channel() != Channel.SMS) {
            return;
        }
        var broadcast = sql.first(
                        BROADCAST,
                        Map.of("lane", lane.id()),
                        row -> Optional.ofNullable(row.numberOrNull("broadcast_id")))
                .flatMap(Function.identity())
                .orElseThrow();
        standIn(new Whose(lane.organizationId(), broadcast), skipped, now);
    }

    /** Whose notice it is. */
    record Whose(long organizationId, long broadcast) {}

    /** @param sms of this broadcast, whose lanes are locked: skipped, or refused for the number's sake */
    void standIn(Whose notice, List<Long> sms, MessagePolicy.Circumstances now) {
        if (!standsIn(Channel.SMS, Purpose.NOTICE)) {
            return;
        }
        var beside = lanes.at(
                new Lanes.Place(notice.organizationId(), Channel.EMAIL, null, Lanes.BULK, notice.broadcast()),
                now.at());
        var parameters = new HashMap<>(policy.parameters(now));
        parameters.put("ids", sms);
        parameters.put("broadcast", notice.broadcast());
        parameters.put("organization", notice.organizationId());
        parameters.put("lane", beside);
        parameters.put("now", now.at());
        if (sql.update(sql.statement(byEmail(STAND_IN)), parameters) > 0) {
            lanes.expect(beside, now.at());
        }
    }

    /**
     * Which broadcast, and who approved it.
     *
     * @param subject the broadcast's title: an SMS has no subject
     */
    record Place(long broadcast, String actor, String subject) {}

    /** How many of those who are skipped by SMS would get the e-mail; nothing is written. */
    List<BroadcastAccount.Instead> instead(Freezing.Wanted byEmail, MessagePolicy.Circumstances now) {
        if (!byEmail.room()) {
            return List.of();
        }
        var scope = new Scope(byEmail.organizationId(), now.at(), now.zone());
        var base = SegmentSql.base("base_", scope);
        var wanted = SegmentSql.condition(byEmail.filter(), "wanted_", scope);
        var parameters = new HashMap<>(policy.parameters(now));
        parameters.putAll(base.parameters());
        parameters.putAll(wanted.parameters());
        parameters.put("personal", byEmail.personal());
        return sql.list(
                statement(base.sql(), wanted.sql()),
                parameters,
                row -> new BroadcastAccount.Instead(row.text("reason"), row.is("shared"), row.number("people")));
    }

    private NamedSql statement(String base, String wanted) {
        return sql.statement(byEmail(COUNT)
                .replace("{by_sms}", MessagePolicy.refusal(Channel.SMS, Purpose.NOTICE))
                .replace("{base}", base)
                .replace("{wanted}", wanted));
    }

    private static String byEmail(String text) {
        return text.replace("{address}", MessagePolicy.address(Channel.EMAIL))
                .replace("{refusal}", MessagePolicy.refusal(Channel.EMAIL, Purpose.NOTICE))
                .replace("{reasons}", REASONS);
    }
}
