package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.automations.FlowReading.Kind;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What flows point at, as far as an organization may: its own things and those of the ones above it that are still open. */
@ApplicationScoped
class FlowThings {

    private static final String ABOVE = """
            select t.id from {table} t join organization_closure c on c.ancestor_id = t.organization_id
            where c.descendant_id = :organization and t.id = any (cast(:ids as bigint[])) {more}""";

    private static final NamedSql TAGS = above("tag", "");
    private static final NamedSql SURVEYS = above("survey", "and t.closed_at is null");
    private static final NamedSql QUESTIONS = above("question", "and t.type = 'DATE'");
    private static final NamedSql OPTIONS = above("question_option", "");
    private static final NamedSql EVENT_KINDS = above("event_kind", "and t.archived_at is null");

    private static final NamedSql ASSIGNMENTS = NamedSql.of("""
            select id from call_assignment
            where organization_id = :organization and id = any (cast(:ids as bigint[])) and closed_at is null and expires_at > :now""");

    private static final NamedSql OF_SURVEY = NamedSql.of("""
            select o.id from question q join question_option o on o.question_id = q.id
            where q.survey_id = :survey and o.id = any (cast(:ids as bigint[]))""");

    private final Sql sql;

    FlowThings(Sql sql) {
        this.sql = sql;
    }

    private static NamedSql above(String table, String more) {
        return NamedSql.of(ABOVE.replace("{table}", table).replace("{more}", more));
    }

    /** Those of them that there are for the organization. */
    Set<Long> known(Kind kind, List<Long> ids, long organizationId, Instant now) {
        return new HashSet<>(sql.list(
                statement(kind),
                Map.of("organization", organizationId, "ids", ids, "now", now),
                row -> row.number("id")));
    }

    /** Those of the options that are the survey's. */
    Set<Long> optionsOf(long survey, List<Long> options) {
        return new HashSet<>(sql.list(OF_SURVEY, Map.of("survey", survey, "ids", options), row -> row.number("id")));
    }

    private static NamedSql statement(Kind kind) {
        return switch (kind) {
            case TAG -> TAGS;
            case SURVEY -> SURVEYS;
            case QUESTION -> QUESTIONS;
            case OPTION -> OPTIONS;
            case ASSIGNMENT -> ASSIGNMENTS;
            case EVENT_KIND -> EVENT_KINDS;
        };
    }
}
