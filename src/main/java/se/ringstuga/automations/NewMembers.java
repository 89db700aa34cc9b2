package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.FunnelSql.Stage;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;

/** Those who joined in a period, and how far they have come. */
@ApplicationScoped
class NewMembers {

    private final Sql sql;

    NewMembers(Sql sql) {
        this.sql = sql;
    }

    /** Who joined between the two days, both included, as an organization sees them at a moment. */
    record Joined(Scope scope, LocalDate from, LocalDate to, LocalDate today) {}

    /** How many came to each stage. */
    record Counted(long joined, List<AtStage> stages) {}

    /** @param medianSeconds from joining to the stage; means nothing where nobody came to it */
    record AtStage(Stage stage, long people, double medianSeconds) {}

    /** Somebody with whom nobody has spoken. */
    record Waiting(
            long personId,
            String givenName,
            String familyName,
            LocalDate joinedOn,
            @Nullable Instant welcomedAt,
            @Nullable Instant calledAt) {}

    /** @param day and {@code id} of the last one that was shown */
    record After(LocalDate day, long id) {}

    Counted counted(Joined joined) {
        var parameters = parameters(joined);
        return sql.first(sql.statement(FunnelSql.funnel(base(joined, parameters))), parameters, NewMembers::counted)
                .orElseThrow();
    }

    private static Counted counted(Row row) {
        var stages = new ArrayList<AtStage>();
        for (var stage : Stage.values()) {
            var people = row.number(stage.column());
            stages.add(new AtStage(stage, people, people == 0 ? 0 : row.decimal(stage.column() + "_median")));
        }
        return new Counted(row.number("joined"), stages);
    }

    /** Those who joined up to a day and with whom nobody has spoken, the longest first. */
    List<Waiting> waiting(Joined joined, LocalDate late, After after, int rows) {
        var parameters = parameters(joined);
        parameters.put("late", late);
        parameters.put("after_day", after.day());
        parameters.put("after_id", after.id());
        parameters.put("rows", rows);
        return sql.list(
                sql.statement(FunnelSql.late(base(joined, parameters))),
                parameters,
                row -> new Waiting(
                        row.number("id"),
                        row.text("given_name"),
                        row.text("family_name"),
                        Objects.requireNonNull(row.dateOrNull("joined_on")),
                        row.instantOrNull("welcomed"),
                        row.instantOrNull("called")));
    }

    private static Map<String, Object> parameters(Joined joined) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", joined.scope().organizationId());
        parameters.put("zone", joined.scope().zone().getId());
        parameters.put("from", joined.from());
        parameters.put("to", joined.to());
        parameters.put("today", joined.today());
        return parameters;
    }

    private static String base(Joined joined, Map<String, Object> parameters) {
        var base = SegmentSql.base("base_", joined.scope());
        parameters.putAll(base.parameters());
        return base.sql();
    }
}
