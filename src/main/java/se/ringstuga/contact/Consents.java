package se.ringstuga.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The log of what people decided about being contacted, its latest state, and the numbers that said no. */
@ApplicationScoped
public class Consents {

    /** CORRECTED takes back a decision that was noted by mistake: as if nothing had been said. */
    public enum Decision {
        GRANTED,
        WITHDRAWN,
        CORRECTED
    }

    private static final NamedSql RECORD = NamedSql.of("""
            with said as (
              insert into contact_consent (organization_id, person_id, channel, purpose, decision, source, actor, at)
              values (:organization, :person, 'CALL', 'ANY', :decision, :source, :actor, :now)
              returning organization_id, person_id, channel, purpose, decision, at)
            insert into contact_state (organization_id, person_id, channel, purpose, decision, since)
            select organization_id, person_id, channel, purpose, decision, at from said
            on conflict (person_id, channel, purpose) do update set decision = excluded.decision, since = excluded.since""");

    private static final NamedSql BEFORE = NamedSql.of("""
            select decision from contact_consent
            where person_id = :person and channel = 'CALL' and purpose = 'ANY' and source <> :source
            order by id desc limit 1""");

    private static final NamedSql SUPPRESS = NamedSql.of("""
            insert into suppression (root_id, channel, hmac, since, source) values (:root, 'CALL', :hmac, :now, :source)
            on conflict do nothing""");

    private static final NamedSql LIFT =
            NamedSql.of("delete from suppression where root_id = :root and channel = 'CALL' and hmac = :hmac");

    private final Sql sql;
    private final Suppression suppression;
    private final Clock clock;

    Consents(Sql sql, Suppression suppression, Clock clock) {
        this.sql = sql;
        this.suppression = suppression;
        this.clock = clock;
    }

    /** Logs a decision about calls of every purpose, and keeps the state with it. */
    public void recordForCalls(Person person, Decision decision, String source, String actor) {
        sql.update(
                RECORD,
                Map.of(
                        "organization",
                        person.organizationId(),
                        "person",
                        person.id(),
                        "decision",
                        decision,
                        "source",
                        source,
                        "actor",
                        actor,
                        "now",
                        clock.instant()));
    }

    /** Takes back what was noted from this source by mistake: what was said before holds again. */
    public void takeBackForCalls(Person person, String source, String actor) {
        var before = sql.first(
                        BEFORE,
                        Map.of("person", person.id(), "source", source),
                        row -> Decision.valueOf(row.text("decision")))
                .orElse(Decision.CORRECTED);
        recordForCalls(person, before, source, actor);
    }

    /** Nobody in the tree calls this number any more; false when that was so before. */
    public boolean suppress(long rootId, String phone, String source) {
        var parameters =
                Map.of("root", rootId, "hmac", suppression.hmac(phone), "now", clock.instant(), "source", source);
        return sql.update(SUPPRESS, parameters) == 1;
    }

    /** Takes back a suppression that was a mistake. */
    public void liftSuppression(long rootId, String phone) {
        sql.update(LIFT, Map.of("root", rootId, "hmac", suppression.hmac(phone)));
    }

    /** Whose decision it is. */
    public record Person(long organizationId, long id) {}
}
