package se.ringstuga.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.people.MembershipsEnded;

/**
 * Notes down what happened for whoever listens, in the transaction in which it happens: what is rolled back is not told, and
 * what is committed is. People, calls, answers, opt-outs, messages, meetings and sign-ups are noted by the
 * database itself, since they are written in many places.
 */
@ApplicationScoped
public class Outbox {

    private static final NamedSql TELL =
            NamedSql.of("select webhook_tell(:organization, :type, cast(:ids as jsonb), :now)");

    private static final NamedSql TELL_EACH = NamedSql.of("""
            select webhook_tell_each(:organization, :type, array_agg(jsonb_build_object(cast(:name as text), id)), :now)
            from unnest(cast(:ids as bigint[])) id""");

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Tells the endpoints of the organization and of those above it that have chosen this type.
     *
     * @param ids of what it is about, by the names that they have in the API: {@code eventId}, {@code personId}
     */
    public void tell(long organizationId, WebhookType type, Map<String, Long> ids) {
        var parameters = Map.of(
                "organization", organizationId, "type", type.written(), "ids", written(ids), "now", clock.instant());
        sql.list(TELL, parameters, _ -> true);
    }

    /** The same about each of these, in one statement. */
    public void tellEach(long organizationId, WebhookType type, String name, List<Long> ids) {
        var parameters = Map.of(
                "organization",
                organizationId,
                "type",
                type.written(),
                "name",
                name,
                "ids",
                ids,
                "now",
                clock.instant());
        sql.list(TELL_EACH, parameters, _ -> true);
    }

    /** A membership's row does not say when it ended, so the database cannot tell. */
    void on(@Observes MembershipsEnded news) {
        tellEach(news.organizationId(), WebhookType.MEMBERSHIP_ENDED, "personId", news.personIds());
    }

    private String written(Map<String, Long> ids) {
        try {
            return json.writeValueAsString(ids);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
