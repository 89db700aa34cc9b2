package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.webhooks.WebhookType;

/** What other tools are told of people who come to a step. */
@ApplicationScoped
class ToldTools {

    private static final NamedSql TELL = NamedSql.of("""
            select webhook_tell_each(:organization, :type,
                     array_agg(jsonb_build_object('automationId', e.automation_id, 'enrolmentId', e.id, 'personId', e.person_id)), :now)
            from automation_enrolment e where e.id = any (cast(:ids as bigint[]))""");

    private final Sql sql;

    ToldTools(Sql sql) {
        this.sql = sql;
    }

    /** @param enrolments of those whose turn it is */
    void tell(long organizationId, List<Long> enrolments, Instant now) {
        sql.list(
                TELL,
                Map.of(
                        "organization", organizationId,
                        "type", WebhookType.AUTOMATION_STEP.written(),
                        "ids", enrolments,
                        "now", now),
                _ -> true);
    }
}
