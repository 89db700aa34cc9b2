package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.PersonalMessages.By;

/** Thousands who come to a line that was empty when the first were put in it. */
@QuarkusTest
class FullLineTest extends SmsCostTest {

    private static final int ONE_BY_ONE = 12;
    private static final int TOGETHER = 300;
    private static final int IN_LINE = 20_000;

    @Inject
    PersonalMessages messages;

    private long solna;
    private List<Long> people;

    @BeforeEach
    void membersAndAnEmptyLine() {
        solna = number("select id as n from organization where slug = 'solna'");
        sql.update(NamedSql.of("""
                with people as (
                  insert into person (organization_id, given_name, phone, phone_kind, created_at, updated_at)
                  select :solna, 'P' || n, '+46701' || lpad(cast(n as text), 6, '0'), 'MOBILE', :now, :now from generate_series(1, :people) n
                  returning organization_id, id)
                insert into membership (organization_id, person_id, joined_on)
                select organization_id, id, cast(:now as date) from people"""), Map.of("solna", solna, "people", ONE_BY_ONE + TOGETHER, "now", clock.instant()));
        people = sql.list(
                NamedSql.of("select id from person where given_name like 'P%' order by id"),
                Map.of(),
                row -> row.number("id"));
        sql.update(NamedSql.of("vacuum (analyze) message"), Map.of());
    }

    @Test
    void nobodysTurnGoesThroughTheWholeLine() {
        var read = QuarkusTransaction.requiringNew().call(() -> {
            for (var person : people.subList(0, ONE_BY_ONE)) {
                put(List.of(person));
            }
            fill();
            var before = readThrough();
            assertThat(put(people.subList(ONE_BY_ONE, people.size())))
                    .hasSize(TOGETHER)
                    .allMatch(PersonalMessages.Put.InLine.class::isInstance);
            return readThrough() - before;
        });

        assertThat(read).isLessThanOrEqualTo(2 * IN_LINE);
    }

    private List<PersonalMessages.Put> put(List<Long> who) {
        return messages.put(
                new PersonalMessages.From(solna, "AUTOMATION", true),
                who.stream()
                        .map(person -> new PersonalMessages.Wanted(
                                person,
                                person,
                                "",
                                Purpose.WELCOME,
                                By.SMS,
                                new PersonalMessages.Words("Välkommen!", "", "", "test"),
                                clock.instant(),
                                clock.instant().plus(Duration.ofHours(6)),
                                false))
                        .toList());
    }

    /** As a large send does. */
    private void fill() {
        sql.update(NamedSql.of("""
                insert into message (organization_id, root_id, lane_id, source, source_id, channel, purpose, person_organization, person_id,
                                     address, template, state, rank, not_before, not_after, created_at, created_by)
                select m.organization_id, m.root_id, m.lane_id, 'BROADCAST', n, 'SMS', 'NOTICE', m.person_organization, m.person_id,
                       m.address, m.template, 'QUEUED', 10, m.not_before, m.not_after, m.created_at, m.created_by
                from (select * from message order by id limit 1) m, generate_series(1, :many) n"""), Map.of("many", IN_LINE));
    }

    /** Rows of the table that this transaction has come across without an index. */
    private long readThrough() {
        return number("select seq_tup_read as n from pg_stat_xact_user_tables where relname = 'message'");
    }

    private long number(String question) {
        return sql.first(NamedSql.of(question), Map.of(), row -> row.number("n"))
                .orElseThrow();
    }
}
