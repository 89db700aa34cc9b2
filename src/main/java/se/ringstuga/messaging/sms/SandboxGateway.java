package se.ringstuga.messaging.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.Outcome;

/**
 * Carries nothing anywhere: messages land on a page that looks like the recipients' phones. What a provider might answer can
 * be provoked by a word in the text, or chosen for a phone; what it tells afterwards comes through the same door as
 * everybody's.
 */
@ApplicationScoped
public class SandboxGateway implements SmsGateway {

    public static final String NAME = "sandbox";

    private static final NamedSql CHOSEN = NamedSql.of("""
            select s.behaviour from message m join sandbox_phone s on s.organization_id = m.organization_id and s.phone = :phone
            where m.id = :message""");

    private static final NamedSql LAND = NamedSql.of("""
            with landed as (
              insert into sandbox_sms (organization_id, message_id, attempt, sender, phone, text, at, outgoing)
              select organization_id, id, :attempt, :sender, :phone, :text, :now, true from message where id = :message
              union all
              select organization_id, null, :attempt, :sender, :phone, :text, :now, true from code_message where id = -:message
              returning id),
            told as (
              insert into provider_hook (gateway, path, query, body, received_at)
              select 'sandbox', '/hooks/sandbox/status', :query, 'id=s' || id || '&status=' || :status || :code, :now from landed
              where :message > 0)
            select id from landed""");

    private final Sql sql;
    private final Clock clock;

    SandboxGateway(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Outcome send(OutgoingSms sms) {
        var behaviour = SandboxBehaviour.askedFor(sms.text()).orElseGet(() -> chosen(sms));
        return behaviour.atOnce().orElseGet(() -> new Outcome.Accepted("s" + land(sms, behaviour)));
    }

    private SandboxBehaviour chosen(OutgoingSms sms) {
        return sql.first(
                        CHOSEN,
                        Map.of("message", sms.messageId(), "phone", sms.to()),
                        row -> SandboxBehaviour.valueOf(row.text("behaviour")))
                .orElse(SandboxBehaviour.DELIVERED);
    }

    private long land(OutgoingSms sms, SandboxBehaviour behaviour) {
        var status = behaviour.afterwards();
        var parameters = new HashMap<String, Object>(Map.of(
                "message", sms.messageId(),
                "attempt", sms.attempt(),
                "sender", sms.sender(),
                "phone", sms.to(),
                "text", sms.text(),
                "status", status,
                "code", status == DeliveryStatus.FAILED ? "&code=" + behaviour.code() : "",
                "query", CallbackQuery.of(sms).substring(1),
                "now", clock.instant()));
        return sql.first(LAND, parameters, row -> row.number("id")).orElseThrow();
    }
}
