package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The e-mails that landed in the sandbox instead of with somebody, newest first. */
@ApplicationScoped
class SandboxMailbox {

    private static final int SHOWN = 50;

    private static final NamedSql LATEST = NamedSql.of("""
            select e.*, m.person_id from sandbox_email e left join message m on m.id = e.message_id
            where e.organization_id = :organization and e.id < :before order by e.id desc limit :most""");

    private final Sql sql;
    private final AccessLog accessLog;

    SandboxMailbox(Sql sql, AccessLog accessLog) {
        this.sql = sql;
        this.accessLog = accessLog;
    }

    /**
     * One e-mail as it would have come.
     *
     * @param personId whom it was for; null for a code to an address alone
     * @param unsubscribe where a mail program would post to; null where the e-mail offers none
     */
    record Mail(
            long id,
            @Nullable Long personId,
            String sender,
            @Nullable String replyTo,
            String recipient,
            String subject,
            String text,
            @Nullable String unsubscribe,
            Instant at) {}

    /** @param before the number of the last one seen; the greatest there is to begin with */
    List<Mail> latest(long organizationId, long before) {
        var mails = sql.list(
                LATEST,
                Map.of("organization", organizationId, "before", before, "most", SHOWN),
                row -> new Mail(
                        row.number("id"),
                        row.numberOrNull("person_id"),
                        row.text("sender"),
                        row.textOrNull("reply_to"),
                        row.text("recipient"),
                        row.text("subject"),
                        row.text("text"),
                        row.textOrNull("unsubscribe"),
                        row.instant("at")));
        accessLog.record(
                "sandbox.mail",
                null,
                mails.stream()
                        .flatMap(mail -> Stream.ofNullable(mail.personId()))
                        .distinct()
                        .toList());
        return mails;
    }

    static boolean mayHaveMore(List<Mail> mails) {
        return mails.size() == SHOWN;
    }
}
