package se.ringstuga.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.automations.AutomationTick;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.reminders.ReminderRounds;

/**
 * {@code bin/bench jobs}: what the recurring work around events takes, on a clock that is moved and a PostgreSQL of its own. Two
 * hundred events with a hundred sign-ups each make twenty thousand reminders that fall due within one hour; the hour is gone
 * through as the job does, every ten seconds. Five thousand people come into an automation and go on a day later. All of it in
 * an association of ten thousand and in one of a hundred thousand.
 */
@QuarkusTest
class JobsBench extends ApiTest {

    private static final int FEW = 10_000;
    private static final int MANY = 100_000;
    private static final int EVENTS = 200;
    private static final int SIGN_UPS = 100;
    private static final int IN_AUTOMATIONS = 5_000;
    private static final int ROUNDS = 5;
    private static final int IDLE_TICKS = 200;
    private static final double FLAT_ENOUGH = 0.8;
    private static final double IDLE_ENOUGH_MS = 50;
    private static final Duration EVERY = Duration.ofSeconds(10);

    @Inject
    ReminderRounds rounds;

    @Inject
    AutomationTick automations;

    @Inject
    Sql sql;

    @Inject
    DataSource dataSource;

    private static final Map<String, ?> FLOW = Map.of(
            "trigger",
            Map.of("type", "joined"),
            "steps",
            List.of(
                    Map.of("type", "wait", "days", 1),
                    Map.of("type", "sms", "purpose", "welcome", "text", "Välkommen {förnamn|du}!")));

    private final Figures figures = new Figures();
    private int people;

    /** What one association took, each a sample of every round. */
    private record Taken(
            List<Double> planning,
            List<Double> putting,
            List<Double> automations,
            List<Double> statements,
            List<Double> idle) {

        static Taken nothing() {
            return new Taken(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    @Test
    void measure() throws IOException {
        run("create extension if not exists pg_stat_statements", Map.of());
        figures.setting("java", Runtime.version().toString());
        figures.setting("processors", Runtime.getRuntime().availableProcessors());
        figures.setting("members", List.of(FEW, MANY));
        figures.setting("events", EVENTS);
        figures.setting("reminders", EVENTS * SIGN_UPS);
        var few = association("few", FEW);
        var many = association("many", MANY);
        round(few, Taken.nothing());
        var ofFew = Taken.nothing();
        var ofMany = Taken.nothing();
        for (var round = 0; round < ROUNDS; round++) {
            round(few, ofFew);
            round(many, ofMany);
        }
        var missed = tell(ofFew, ofMany);
        figures.write(Path.of("target/bench/jobs.json"));
        assertThat(missed).as("bounds that were missed").isZero();
    }

    /** Says how many bounds were missed. */
    private int tell(Taken few, Taken many) {
        figures.sample("planning_seconds_10k", few.planning());
        figures.sample("planning_seconds_100k", many.planning());
        figures.sample("putting_seconds_10k", few.putting());
        figures.sample("putting_seconds_100k", many.putting());
        figures.sample("automation_seconds_10k", few.automations());
        figures.sample("automation_seconds_100k", many.automations());
        figures.sample("statements_per_tick_100k", many.statements());
        figures.sample("idle_tick_ms_100k", many.idle());
        var flat = Stream.<Function<Taken, List<Double>>>of(Taken::planning, Taken::putting, Taken::automations)
                .mapToDouble(of -> Figures.median(of.apply(few)) / Figures.median(of.apply(many)))
                .min()
                .orElseThrow();
        figures.figure("planning_seconds", Figures.median(many.planning()), "s");
        figures.figure("flatness_100k_to_10k", flat, "ratio");
        figures.figure("statements_per_tick", Figures.median(many.statements()), "statements");
        figures.figure("idle_tick_ms", Figures.median(many.idle()), "ms");
        figures.figure("reminders_per_second", EVENTS * SIGN_UPS / Figures.median(many.putting()), "reminders/s");
        figures.figure(
                "automation_people_per_second", 2 * IN_AUTOMATIONS / Figures.median(many.automations()), "people/s");
        var missed = (flat < FLAT_ENOUGH ? 1 : 0) + (Figures.median(many.idle()) > IDLE_ENOUGH_MS ? 1 : 0);
        figures.figure("failures", missed, "bounds");
        return missed;
    }

    /** An association with members, a kind of events and one rule. */
    private record Association(long id, long kind) {}

    private Association association(String slug, int members) {
        var id = a.organization(slug);
        Map<String, Object> here = Map.of("organization", id, "now", clock.instant());
        run("""
                insert into sms_sender (organization_id, address, tokens, refilled_at, created_at, created_by)
                values (:organization, '+46701740699', 1, :now, :now, 'bench')""", here);
        members(id, members);
        var kind = number("""
                insert into event_kind (organization_id, title, created_at, created_by) values (:organization, 'Möte', :now, 'bench')
                returning id as n""", here);
        rounds.run();
        run(
                "update reminder_rule set switched_off_at = :now, switched_off_by = 'bench' where organization_id = :organization",
                here);
        run("""
                insert into reminder_rule (organization_id, kind_organization, kind_id, title, occasion, audience, minutes, channel, purpose,
                                           sms_text, subject, email_text, created_at, created_by, changed_at, changed_by)
                select :organization, :organization, id, 'Ett dygn före', 'BEFORE', 'SIGNED_UP', 1440, 'SMS', 'REMINDER',
                       '{möte} {dag} kl {tid}', '', '', :now, 'bench', :now, 'bench'
                from event_kind where organization_id = :organization""", here);
        automation(slug);
        return new Association(id, kind);
    }

    private void members(long organization, int members) {
        run("""
                with people as (
                  insert into person (organization_id, given_name, family_name, phone, phone_kind, created_at, updated_at)
                  select :organization, 'Anna', 'Ek', '+46701' || lpad(cast(n + :before as text), 6, '0'), 'MOBILE', :now, :now
                  from generate_series(1, :members) n returning organization_id, id)
                insert into membership (organization_id, person_id, joined_on)
                select organization_id, id, cast(:now as date) from people""", Map.of("organization", organization, "members", members, "before", people, "now", clock.instant()));
        people += members;
    }

    /** Whoever joins gets a welcome on the day after. */
    private void automation(String slug) {
        var token = a.token(slug);
        var flow = as(token)
                .body(Map.of("title", "Flöde", "definition", FLOW))
                .post(in(slug, "/automations"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .body(Map.of("existing", "FROM_NOW"))
                .post(in(slug, "/automations/" + flow + "/activation"))
                .then()
                .statusCode(200);
    }

    /** Two hundred events that begin within one hour, two days from now at noon, planned and put in line. */
    private void round(Association association, Taken taken) {
        var noon = clock.instant()
                .plus(Duration.ofDays(9))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(11));
        events(association, noon);
        clock.set(noon.minus(Duration.ofHours(26)));
        members(association.id(), IN_AUTOMATIONS);
        vacuum();
        taken.planning().add(seconds(rounds::run));
        expect("planned", number("select count(*) as n from reminder where state = 'PLANNED'"));
        var inFlow = seconds(this::goOn);
        clock.set(noon.minus(Duration.ofHours(24)));
        var putting = 0.0;
        for (var tick = 0; tick <= 360; tick++) {
            var before = statements();
            var seconds = seconds(rounds::run);
            if (statements() - before > 10) {
                putting += seconds;
                taken.statements().add(statements() - before);
            }
            clock.advance(EVERY);
        }
        taken.putting().add(putting);
        expect("in line", number("select count(*) as n from message where source = 'REMINDER' and state = 'QUEUED'"));
        clock.set(noon);
        taken.automations().add(inFlow + seconds(this::goOn));
        if (number("select count(*) as n from message where source = 'AUTOMATION'") != IN_AUTOMATIONS) {
            throw new IllegalStateException("not everybody went on");
        }
        for (var tick = 0; tick < IDLE_TICKS; tick++) {
            taken.idle()
                    .add(1000
                            * seconds(() -> {
                                rounds.run();
                                automations.run();
                            }));
        }
        forget();
    }

    private void events(Association association, Instant noon) {
        run(
                """
                with held as (
                  insert into event (organization_id, kind_organization, kind_id, title, place, starts_at, ends_at, sign_up_closes,
                                     visibility, published_at, published_by, uid, changed_at, created_at, created_by)
                  select :organization, :organization, :kind, 'Möte ' || n, 'Folkets hus', s.at, s.at + interval '2 hours', s.at, 'MEMBERS',
                         :now, 'bench', gen_random_uuid(), :now, :now, 'bench'
                  from generate_series(0, :events - 1) n cross join lateral (
                    select cast(:noon as timestamptz) + n * interval '18 seconds' as at) s
                  returning organization_id, id),
                listed as (select *, row_number() over (order by id) - 1 as place from held),
                people as (
                  select organization_id, id, row_number() over (order by id * 7919 % 1000003) - 1 as place from person
                  where organization_id = :organization)
                insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, signed_up_at, created_at,
                                     changed_at, changed_by)
                select l.organization_id, l.id, p.organization_id, p.id, 'SIGNED_UP', 'LINK', :now, :now, :now, 'bench'
                from listed l join people p on p.place % :people >= (l.place * :each) % :people
                  and p.place % :people < (l.place * :each) % :people + :each and p.place < :people""",
                Map.of(
                        "organization",
                        association.id(),
                        "kind",
                        association.kind(),
                        "now",
                        clock.instant(),
                        "noon",
                        noon,
                        "events",
                        EVENTS,
                        "each",
                        SIGN_UPS,
                        "people",
                        FEW));
    }

    /** Before the next round everything is as it was. */
    private void forget() {
        for (var table : List.of(
                "reminder",
                "reminder_plan",
                "reminder_event",
                "reminder_news",
                "message",
                "send_lane",
                "sign_up",
                "event")) {
            run("delete from " + table, Map.of());
        }
        vacuum();
    }

    /** What PostgreSQL's own housekeeping does within a minute. */
    private void vacuum() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private void goOn() {
        while (automations.run() > 0) {
            // Until nothing is due.
        }
    }

    private static double seconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private double statements() {
        return number(
                "select coalesce(sum(calls), 0) as n from pg_stat_statements where query not like '%pg_stat_statements%'");
    }

    private static void expect(String what, long count) {
        if (count != EVENTS * SIGN_UPS) {
            throw new IllegalStateException(what + ": " + count);
        }
    }

    private long number(String question) {
        return number(question, Map.of());
    }

    private long number(String question, Map<String, ?> parameters) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(NamedSql.of(question), parameters, row -> row.number("n")))
                .orElseThrow();
    }

    private void run(String statement, Map<String, ?> parameters) {
        QuarkusTransaction.requiringNew().run(() -> sql.update(NamedSql.of(statement), parameters));
    }
}
