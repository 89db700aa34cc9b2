package se.ringstuga.contact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Base of the tests about who may be contacted: one member with a mobile number and an address, to whom things happen. */
abstract class PolicyTest extends ApiTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Inject
    Sql sql;

    @Inject
    MessagePolicy messages;

    @Inject
    ContactPolicy calls;

    @Inject
    Suppression suppression;

    private long organization;

    @BeforeEach
    void aMember() {
        organization = a.organization("solna");
        as(a.token("solna"))
                .body(Map.of(
                        "givenName", "Anna", "familyName", "Ek", "phone", "+46701740605", "email", "anna@example.org"))
                .post(in("solna", "/people"))
                .then()
                .statusCode(201);
    }

    static String said(String channel, String purpose, String decision) {
        return "insert into contact_state (organization_id, person_id, channel, purpose, decision, since) "
                + "select organization_id, id, '%s', '%s', '%s', created_at from person"
                        .formatted(channel, purpose, decision);
    }

    static String suppressed(Channel channel) {
        return "insert into suppression (root_id, channel, hmac, since, source) "
                + "select organization_id, '%s', :%s, created_at, 'test' from person"
                        .formatted(channel, channel == Channel.EMAIL ? "address" : "number");
    }

    static String messages(String purpose, int count, String at) {
        return """
            insert into message (organization_id, root_id, lane_id, source, source_id, channel, purpose, person_organization, person_id,
                                 address, state, rank, not_before, not_after, contacted_at, created_at, created_by)
            select organization_id, organization_id, 1, 'SINGLE', p.id * 1000 + n, channel, '%s', organization_id, p.id,
                   case channel when 'SMS' then phone else email end, 'SENT', 50, created_at, created_at, '%s', created_at, 'test'
            from person p, generate_series(1, %d) n, unnest(array['SMS']) channel""".formatted(purpose, at, count);
    }

    static String called(String at) {
        return called(1, at);
    }

    /** Calls without an assignment, which the tests about calls have. */
    static String called(int times, String at) {
        return """
            set local session_replication_role = replica; insert into call (id, organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone,
                              secret_nonce, state, claimed_by, claimed_at, lease_until, attempt_at)
            select n, organization_id, organization_id, 1, 1, organization_id, id, phone, '', 'ENDED', 'caller:1', '%s', '%s', '%s'
            from person, generate_series(1, %d) n; insert into call_number (call_id, root_id, phone, open, attempted_at)
            select id, root_id, phone, false, attempt_at from call""".formatted(at, at, at, times);
    }

    /** One statement or several, in one transaction. */
    void change(String statements) {
        QuarkusTransaction.requiringNew()
                .run(() -> Pattern.compile("; ").splitAsStream(statements).forEach(this::run));
    }

    private void run(String statement) {
        var parameters = Map.of(
                "number", suppression.hmac(Channel.SMS, "+46701740605"),
                "address", suppression.hmac(Channel.EMAIL, "anna@example.org"));
        if (!statement.startsWith("select")) {
            sql.update(NamedSql.of(statement), parameters);
        }
    }

    String refusal(Channel channel, Purpose purpose) {
        var limits = new MessagePolicy.Limits(false, MessagePolicy.Limits.SWEDISH_MOBILES, 3, Duration.ofDays(1));
        return asked(
                MessagePolicy.refusal(channel, purpose),
                messages.parameters(new MessagePolicy.Circumstances(
                        organization, organization, clock.instant(), STOCKHOLM, limits)));
    }

    String refusalOfCalls() {
        return askedOfCalls("coalesce(" + ContactPolicy.REFUSAL + ", case when " + ContactPolicy.CAP_REACHED
                + " is not null then 'WEEKLY_CAP' end)");
    }

    /** The contact that fills the week; empty while there is room. */
    String capReached() {
        return askedOfCalls("cast(" + ContactPolicy.CAP_REACHED + " as text)");
    }

    /** When the person was last called within two days; empty when they were not. */
    String lastCall() {
        return askedOfCalls("cast(" + ContactPolicy.LAST_ATTEMPT + " as text)");
    }

    private String askedOfCalls(String text) {
        return asked(text, ofCalls());
    }

    /** What is asked about calls. */
    Map<String, Object> ofCalls() {
        return calls.parameters(new ContactPolicy.Circumstances(
                organization, clock.instant(), STOCKHOLM, false, 3, Duration.ofDays(2)));
    }

    /** Empty when the person may be contacted. */
    private String asked(String text, Map<String, Object> parameters) {
        var all = new HashMap<>(parameters);
        return sql.first(
                        NamedSql.of("select coalesce(" + text
                                + ", '') as refusal from person p where p.given_name = 'Anna'"),
                        all,
                        row -> row.text("refusal"))
                .orElseThrow();
    }
}
