package se.ringstuga.reminders;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.SignUpSource;
import se.ringstuga.events.SignUps;
import se.ringstuga.events.Wishes;
import se.ringstuga.messaging.SendingFixtures;

/** Base of the tests about reminders: an association with members, events in Stockholm's time, and rules that the test names. */
abstract class ReminderTest extends ApiTest {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Inject
    SendingFixtures sending;

    @Inject
    ReminderRounds rounds;

    @Inject
    SignUps signUps;

    @Inject
    Consents consents;

    @Inject
    Sql sql;

    String token;
    long solna;
    long kind;

    @BeforeEach
    void anAssociation() {
        clock.set(at("2026-11-20T12:00"));
        solna = a.organization("solna");
        token = a.token("solna");
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 10_000))
                .post(in("solna", "/sms-senders"))
                .then()
                .statusCode(201);
        kind = number("""
                insert into event_kind (organization_id, title, created_at, created_by)
                select id, 'Möte', created_at, 'staff:1' from organization where slug = 'solna' returning id as n""");
        rounds.run();
        withoutRules();
    }

    /** The rules that came with the kind are switched off: each test says which there are. */
    void withoutRules() {
        change("update reminder_rule set switched_off_at = created_at, switched_off_by = 'staff:1'");
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    long number(String question) {
        return sql.first(NamedSql.of(question), Map.of(), row -> row.number("n"))
                .orElseThrow();
    }

    void change(String statement) {
        QuarkusTransaction.requiringNew().run(() -> sql.update(NamedSql.of(statement), Map.of()));
    }

    long member(int number) {
        return as(token)
                .body(Map.of("givenName", "Anna", "familyName", "Ek", "phone", "+467017406%02d".formatted(number)))
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** Published, two hours long. */
    long event(String local) {
        return event(at(local), "uid-" + local);
    }

    long event(Instant start, String uid) {
        Map<String, Object> parameters =
                Map.of("organization", solna, "kind", kind, "start", start, "now", clock.instant(), "uid", uid);
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(NamedSql.of("""
                        insert into event (organization_id, kind_organization, kind_id, title, place, starts_at, ends_at, sign_up_closes,
                                           visibility, published_at, published_by, uid, changed_at, created_at, created_by)
                        values (:organization, :organization, :kind, 'Medlemsmöte', 'Folkets hus', :start, cast(:start as timestamptz) + interval '2 hours',
                                :start, 'MEMBERS', :now, 'staff:1', :uid, :now, :now, 'staff:1') returning id"""), parameters, row -> row.number("id"))
                        .orElseThrow());
    }

    void move(long event, String local) {
        move(event, at(local));
    }

    void move(long event, Instant start) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        sql.update(NamedSql.of("""
                                update event set moved_from = starts_at, moved_at = :now, starts_at = :start,
                                  ends_at = cast(:start as timestamptz) + (ends_at - starts_at), sign_up_closes = :start, sequence = sequence + 1
                                where id = :event"""), Map.of("event", event, "start", start, "now", clock.instant())));
    }

    void cancel(long event) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        NamedSql.of("update event set cancelled_at = :now, cancelled_by = 'staff:1' where id = :event"),
                        Map.of("event", event, "now", clock.instant())));
    }

    void signUp(long event, long person) {
        QuarkusTransaction.requiringNew()
                .run(() -> signUps.signUp(
                        event,
                        new Consents.Person(solna, person),
                        new SignUps.By(SignUpSource.ORGANIZER, "staff:1"),
                        Wishes.NONE));
    }

    void signOff(long event, long person) {
        QuarkusTransaction.requiringNew()
                .run(() -> signUps.cancel(
                        event, new Consents.Person(solna, person), new SignUps.By(SignUpSource.ORGANIZER, "staff:1")));
    }

    void no(long person, Channel channel) {
        QuarkusTransaction.requiringNew()
                .run(() -> consents.record(
                        new Consents.Person(solna, person),
                        Consents.Topic.any(channel),
                        new Consents.Said(Consents.Decision.WITHDRAWN, "test", "staff:1")));
    }

    /** A rule of the kind, by the API. */
    long rule(Map<String, ?> rule) {
        var body = new HashMap<String, Object>(Map.of(
                "kindId", kind, "title", "Regel", "channel", "SMS", "smsText", "{möte} {dag} kl {tid}, {plats}"));
        body.putAll(rule);
        return as(token)
                .body(body)
                .post(in("solna", "/reminder-rules"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    long dayBefore() {
        return rule(Map.of("occasion", "BEFORE", "timing", Map.of("days", 1, "localTime", "17:00")));
    }

    long minutesBefore(int minutes) {
        return rule(Map.of("occasion", "BEFORE", "timing", Map.of("minutes", minutes)));
    }

    long whenIt(Occasion occasion) {
        return rule(Map.of("occasion", occasion, "smsText", occasion + ": {möte} {dag} kl {tid}"));
    }

    /** What the jobs and the dispatcher do at this moment. */
    void work() {
        rounds.run();
        sending.sendAll();
    }

    void workAt(String local) {
        clock.set(at(local));
        work();
    }

    /** What stands on the sandbox's phones. */
    List<String> arrived() {
        return sql.list(
                NamedSql.of("select text from sandbox_sms where outgoing order by id"),
                Map.of(),
                row -> row.text("text").replace("solna: ", ""));
    }

    /** The states of all reminders of the event, with the reason where there is one. */
    List<String> states(long event) {
        return sql.list(NamedSql.of("""
                        select r.state || coalesce(' ' || r.reason, '') as state from reminder r where event_id = :event
                        order by r.id"""), Map.of("event", event), row -> row.text("state"));
    }
}
