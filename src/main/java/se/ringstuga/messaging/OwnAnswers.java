package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import se.ringstuga.accounts.Actor;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.sms.SmsGateways;

/** What the product answers by itself to a text: that an opt-out is in force. */
@ApplicationScoped
public class OwnAnswers {

    /** Later than this nobody remembers having asked. */
    private static final Duration LIFE = Duration.ofHours(24);

    private static final NamedSql ADD = NamedSql.of("""
            with person_answered as materialized (
              select p.organization_id, p.id, {refusal} as refusal from person p
              where p.id = :person and cast(:phone as text) ~ :policy_mobile)
            insert into message (organization_id, root_id, lane_id, source, source_id, channel, purpose, person_organization,
                                 person_id, address, template, state, rank, reason, not_before, not_after, ended_at, created_at,
                                 created_by)
            select :organization, :policy_root, :lane, 'ANSWER', :text_id, 'SMS', 'REQUESTED', p.organization_id, p.id, :phone, :text,
                   case when p.refusal is null then 'QUEUED' else 'SKIPPED' end, case when p.refusal is null then 10 else 35 end,
                   p.refusal, :now, :until, case when p.refusal is not null then :now end, :now, :actor
            from person_answered p on conflict do nothing""".replace(
                    "{refusal}", MessagePolicy.refusal(Channel.SMS, "'" + Purpose.REQUESTED + "'", "true", ":phone")));

    private final Sql sql;
    private final MessagePolicy policy;
    private final MessagingSettings settings;
    private final Lanes lanes;
    private final SmsGateways gateways;
    private final Clock clock;

    OwnAnswers(
            Sql sql, MessagePolicy policy, MessagingSettings settings, Lanes lanes, SmsGateways gateways, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.settings = settings;
        this.lanes = lanes;
        this.gateways = gateways;
        this.clock = clock;
    }

    /**
     * Where the answer comes from.
     *
     * @param rootId the top of the organization's tree
     * @param senderId that was texted to
     */
    public record From(long organizationId, long rootId, long senderId) {}

    /**
     * One answer.
     *
     * @param textId the text that is answered: each is answered once at most
     * @param phone that it came from
     * @param text may have fields
     */
    public record Answer(long textId, Consents.Person to, String phone, String text) {}

    /**
     * Puts a confirmation of an opt-out in line, at whatever hour; call it in the opt-out's own transaction. Nothing happens
     * where nobody carries messages, and for numbers that are sent none (rule 23).
     */
    public void confirm(From from, Answer answer) {
        if (gateways.configured().isEmpty()) {
            return;
        }
        var now = clock.instant();
        var lane =
                lanes.at(new Lanes.Place(from.organizationId(), Channel.SMS, from.senderId(), Lanes.URGENT, null), now);
        var circumstances = settings.of(from.organizationId()).circumstances(from.rootId(), now);
        var parameters = new HashMap<>(policy.parameters(circumstances));
        parameters.put("organization", from.organizationId());
        parameters.put("lane", lane);
        parameters.put("text_id", answer.textId());
        parameters.put("person", answer.to().id());
        parameters.put("phone", answer.phone());
        parameters.put("text", answer.text());
        parameters.put("now", now);
        parameters.put("until", now.plus(LIFE));
        parameters.put("actor", Actor.SYSTEM.toString());
        if (sql.update(ADD, parameters) > 0) {
            lanes.expect(lane, now);
        }
    }
}
