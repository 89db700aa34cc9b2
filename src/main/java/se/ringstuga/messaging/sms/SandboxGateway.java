package se.ringstuga.messaging.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;

/**
 * Carries nothing anywhere: messages land on a page that looks like the recipients' phones. What a provider might answer can
 * be provoked by a word in the text; what it tells afterwards comes through the same door as everybody's.
 */
@ApplicationScoped
public class SandboxGateway implements SmsGateway {

    public static final String NAME = "sandbox";

    private static final NamedSql LAND = NamedSql.of("""
            with landed as (
              insert into sandbox_sms (message_id, attempt, sender, phone, text, at, outgoing)
              values (:message, :attempt, :sender, :phone, :text, :now, true) returning id)
            insert into provider_hook (gateway, path, query, body, received_at)
            select 'sandbox', '/hooks/sandbox/status', :query, 'id=s' || id || '&status=' || :status, :now
            from landed returning (select id from landed) as id""");

    private final Sql sql;
    private final Clock clock;

    SandboxGateway(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a word in a text provokes. */
    private enum Provoked {
        DELIVERED,
        FAILED,
        REFUSED,
        BUSY,
        SILENT;

        static Provoked by(String text) {
            for (var provoked : values()) {
                if (text.contains("[" + provoked + "]")) {
                    return provoked;
                }
            }
            return DELIVERED;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Outcome send(OutgoingSms sms) {
        var provoked = Provoked.by(sms.text());
        return switch (provoked) {
            case REFUSED -> new Outcome.Refused("sandbox-refused", Refusal.OTHER);
            case BUSY -> new Outcome.TryLater(Duration.ofSeconds(30), "sandbox-busy");
            case SILENT -> new Outcome.Unknown("sandbox-silent");
            case DELIVERED, FAILED -> new Outcome.Accepted("s" + land(sms, provoked));
        };
    }

    private long land(OutgoingSms sms, Provoked status) {
        var parameters = new HashMap<String, Object>(Map.of(
                "message", sms.messageId(),
                "attempt", sms.attempt(),
                "sender", sms.sender(),
                "phone", sms.to(),
                "text", sms.text(),
                "status", status,
                "query", CallbackQuery.of(sms).substring(1),
                "now", clock.instant()));
        return sql.first(LAND, parameters, row -> row.number("id")).orElseThrow();
    }
}
