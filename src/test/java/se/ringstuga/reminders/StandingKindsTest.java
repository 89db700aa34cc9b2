package se.ringstuga.reminders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** Kinds of events that stood before there was a rule for new places have it afterwards, as they have that for new times. */
@QuarkusTest
class StandingKindsTest extends ReminderTest {

    private static final String MIGRATION = "/db/migration/V083__new_places.sql";

    private static final String WORDS = """
            select cast(to_jsonb(r) - '{id,created_at,changed_at,switched_off_at,switched_off_by}'::text[] as text) as t
            from reminder_rule r where r.kind_id = (select max(id) from event_kind) and r.key = 'ny-plats'""";

    private String asNewKindsHaveIt;

    @BeforeEach
    void aKindWithoutTheRule() {
        asNewKindsHaveIt = one(WORDS);
        change("delete from reminder_exception");
        change("delete from reminder_rule where key = 'ny-plats'");
    }

    @Test
    void theyGetTheRuleThatNewKindsAreMadeWith() throws IOException {
        copied();

        assertThat(one(WORDS)).isEqualTo(asNewKindsHaveIt);
        assertThat(standing("channel || '/' || (switched_off_at is null)")).isEqualTo("FIRST_ALLOWED/false");
    }

    @Test
    void itIsOnWhereTheOtherIsAndGoesTheSameWay() throws IOException {
        change(
                "update reminder_rule set switched_off_at = null, switched_off_by = null, channel = 'SMS' where key = 'flyttat'");
        copied();

        assertThat(standing("channel || '/' || (switched_off_at is null)")).isEqualTo("SMS/true");
    }

    @Test
    void anEventThatIsLeftOutOfTheOneIsLeftOutOfBoth() throws IOException {
        var event = event("2026-11-24T18:30");
        event("2026-11-25T18:30");
        change("""
                insert into reminder_exception (organization_id, event_id, rule_id, created_at, created_by)
                select organization_id, %d, id, created_at, 'staff:1' from reminder_rule where kind_id = %d and key = 'flyttat'""".formatted(event, kind));
        copied();

        assertThat(list(
                        "select cast(x.event_id as text) as t from reminder_exception x join reminder_rule r on r.id = x.rule_id"
                                + " where r.key = 'ny-plats'"))
                .containsExactly(String.valueOf(event));
    }

    @Test
    void whoHasArchivedTheOneDoesNotGetTheOther() throws IOException {
        change("update reminder_rule set archived_at = created_at where key = 'flyttat'");
        copied();

        assertThat(list("select title as t from reminder_rule where key = 'ny-plats'"))
                .isEmpty();
    }

    /** What the migration inserts, as it stands there. */
    private void copied() throws IOException {
        try (var file = Objects.requireNonNull(StandingKindsTest.class.getResourceAsStream(MIGRATION))) {
            for (var statement : new String(file.readAllBytes(), UTF_8).split(";\n", -1)) {
                var start = statement.indexOf("insert into");
                if (start >= 0) {
                    change(statement.substring(start));
                }
            }
        }
    }

    private String standing(String what) {
        return one("select " + what + " as t from reminder_rule where key = 'ny-plats' and kind_id = " + kind);
    }

    private String one(String question) {
        return list(question).getFirst();
    }

    private List<String> list(String question) {
        return sql.list(NamedSql.of(question), Map.of(), row -> row.text("t"));
    }
}
