package se.ringstuga.messaging.email;

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
 * Sends nothing anywhere: e-mails land on a page for the organization's administrators. What a mail server might answer can
 * be provoked by a word in the subject.
 */
@ApplicationScoped
class SandboxEmail implements EmailGateway {

    static final String NAME = "sandbox-email";

    private static final NamedSql LAND = NamedSql.of("""
            insert into sandbox_email (organization_id, message_id, attempt, sender, reply_to, recipient, subject, html, text,
                                       unsubscribe, at)
            select organization_id, id, :attempt, :sender, cast(:reply_to as text), :recipient, :subject, :html, :text,
                   cast(:unsubscribe as text), :now
            from message where id = :message
            union all
            select organization_id, null, :attempt, :sender, cast(:reply_to as text), :recipient, :subject, :html, :text,
                   cast(:unsubscribe as text), :now
            from code_message where id = -:message
            returning id""");

    private final Sql sql;
    private final Clock clock;

    SandboxEmail(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Outcome send(OutgoingEmail email) {
        if (email.subject().contains("[REFUSED]")) {
            return new Outcome.Refused("sandbox-refused", Refusal.OTHER);
        }
        if (email.subject().contains("[BUSY]")) {
            return new Outcome.TryLater(Duration.ofSeconds(30), "sandbox-busy");
        }
        if (email.subject().contains("[SILENT]")) {
            return new Outcome.Unknown("sandbox-silent");
        }
        return new Outcome.Accepted("e" + land(email));
    }

    private long land(OutgoingEmail email) {
        var parameters = new HashMap<String, Object>(Map.of(
                "message", email.messageId(),
                "attempt", email.attempt(),
                "sender", email.fromName() + " <" + email.from() + ">",
                "recipient", email.to(),
                "subject", email.subject(),
                "html", email.html(),
                "text", email.text(),
                "now", clock.instant()));
        parameters.put("reply_to", email.replyTo());
        parameters.put("unsubscribe", email.oneClickUrl());
        return sql.first(LAND, parameters, row -> row.number("id")).orElseThrow();
    }
}
