package se.ringstuga.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ringstuga.TestDatabase;
import se.ringstuga.calling.Browser;
import se.ringstuga.calling.Callers;
import se.ringstuga.calling.JoinResult;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The product as {@code bin/dev} starts it the first time. */
@QuarkusTest
@TestProfile(DemonstrationTest.Demo.class)
@QuarkusTestResource(TestDatabase.class)
class DemonstrationTest {

    private static final Path DIRECTORY = Path.of("target/demonstration-test");
    private static final String SIGN_INS = "demo-sign-ins.txt";
    private static final Pattern STAFF = Pattern.compile("(\\S+@example\\.org)\\s+(\\S+)");
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/r/(\\S+)");

    public static class Demo implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ringstuga.demo", "true", "ringstuga.data-dir", DIRECTORY.toString());
        }
    }

    @Inject
    Demonstration demonstration;

    @Inject
    Callers callers;

    @Inject
    Sql sql;

    @Test
    void theFirstStartMakesAWholeOrganizationAtWork() {
        assertThat(count("organization")).isEqualTo(5);
        assertThat(count("person")).isEqualTo(InventedRegister.HAGERSTEN + InventedRegister.SOLNA);
        assertThat(count("person where restricted_at is not null")).isEqualTo(2);
        assertThat(count("membership where left_on is not null")).isEqualTo(InventedRegister.LEAVERS);
        assertThat(count("membership where joined_on > date '2026-11-24' - 60")).isGreaterThan(50);
        assertThat(count("(select phone from person where phone is not null group by phone having count(*) > 1) s"))
                .isGreaterThan(5);
        assertThat(count("tag")).isEqualTo(3);
        assertThat(count("segment")).isEqualTo(5);
        assertThat(count("caller")).isEqualTo(3);
        assertThat(count("call where state = 'REPORTED'")).isEqualTo(DemoEvenings.CALLS);
        assertThat(count("submission")).isGreaterThan(10);
        assertThat(count("question_option o where not exists (select from answer a where a.option_id = o.id)"))
                .as("options nobody chose")
                .isZero();
        assertThat(count("submission where not complete")).isEqualTo(1);
        assertThat(count("organizer_message where handled_at is null")).isEqualTo(1);
        assertThat(count("call_note")).isGreaterThan(5);
        assertThat(count("call_queue_entry where done_at is null and not_before is null and attempts = 0"))
                .isGreaterThanOrEqualTo(InventedRegister.LATECOMERS);
    }

    @Test
    void whoeverSignsInCanTryAMessageAtOnce() {
        assertThat(count("sms_sender")).isEqualTo(1);
        assertThat(count("""
                        person p where phone is not null and restricted_at is null
                          and exists (select from staff s where s.email = p.email)""")).isEqualTo(2);
    }

    @Test
    void itsCallsLieInThePast() {
        assertThat(count("call where reported_at > timestamptz '2026-11-23 22:00:00Z' or reported_at < dialled_at"))
                .isZero();
        assertThat(count("submission where submitted_at > timestamptz '2026-11-23 22:00:00Z'"))
                .isZero();
        assertThat(count("call_number where attempted_at > timestamptz '2026-11-23 22:00:00Z'"))
                .isZero();
    }

    @Test
    void itsAccessLogTellsOfTheSameEvenings() {
        assertThat(count("access_log where actor like 'caller:%'")).isGreaterThanOrEqualTo(2 * DemoEvenings.CALLS);
        assertThat(count("access_log where actor like 'caller:%' and at > timestamptz '2026-11-23 22:00:00Z'"))
                .isZero();
        assertThat(count("""
                        call k where not exists (
                          select from access_log l where l.action = 'call.claimed' and l.actor = 'caller:' || k.caller_id
                            and l.person_ids = array[k.person_id] and l.at = k.claimed_at)"""))
                .as("calls whose beginning is not in the log at its time")
                .isZero();
        assertThat(count("""
                        access_log where action not like 'call.%'
                          and at > (select min(claimed_at) from call) and at < timestamptz '2026-11-24'"""))
                .as("what was prepared, but for the newest register")
                .isZero();
    }

    @Test
    void itHoldsNoNumberThatMayBelongToAnybody() {
        var numbers = texts("""
                select phone as text from person where phone is not null
                union all select alt_phone from person where alt_phone is not null
                union all select phone from call_number""");

        assertThat(numbers)
                .hasSizeGreaterThan(150)
                .allMatch(number -> number.matches(
                        "\\+(467017406(0[5-9]|[1-9]\\d)|468465004\\d\\d|463139006\\d\\d|464062804\\d\\d)"));
        assertThat(texts("select email as text from person where email is not null"))
                .allMatch(address -> address.endsWith("@example.org"));
    }

    @Test
    void itsStaffSignInWithThePasswordAlone() throws IOException {
        var staff = STAFF.matcher(signIns()).results().toList();

        assertThat(staff).hasSize(2).allSatisfy(one -> {
            var session = browser()
                    .formParam("email", one.group(1))
                    .formParam("password", one.group(2))
                    .post("/sign-in")
                    .then()
                    .statusCode(303)
                    .extract()
                    .cookie("ringstuga");
            browser()
                    .cookie("ringstuga", session)
                    .get("/")
                    .then()
                    .statusCode(200)
                    .body(containsString("Hej "));
        });
    }

    @Test
    void itsVolunteersComeInByTheirLinks() throws IOException {
        assertThat(LINK.matcher(signIns()).results().map(found -> found.group(1)))
                .hasSize(3)
                .allSatisfy(link -> assertThat(tried(link)).isInstanceOf(JoinResult.Joined.class));
    }

    /** Joins and takes it back, for a link belongs to the first browser. */
    private JoinResult tried(String link) {
        QuarkusTransaction.begin();
        try {
            return callers.join(link, new Browser("firefox", null));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void onlyTheOwnerReadsTheSignIns() throws IOException {
        assertThat(Files.getPosixFilePermissions(DIRECTORY.resolve(SIGN_INS)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSecondStartChangesNothingAndTellsTheSame() throws IOException {
        var before = everything();

        assertThat(demonstration.run(DIRECTORY)).isEqualTo(signIns());

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aStartOnAnotherPortTellsLinksThatWorkThere() throws IOException {
        var told = signIns();
        Files.writeString(DIRECTORY.resolve(SIGN_INS), told.replaceAll("http://[^/]+/", "http://localhost:9/"));

        assertThat(demonstration.run(DIRECTORY)).isEqualTo(told).doesNotContain("localhost:9/");
        assertThat(signIns()).isEqualTo(told);
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused() {
        update("update organization set settings = '{}' where parent_id is null");
        try {
            assertThatThrownBy(() -> demonstration.run(DIRECTORY)).hasMessageContaining("no demonstration");
        } finally {
            update("update organization set settings = '{\"demo\": true}' where parent_id is null");
        }
    }

    private static String signIns() throws IOException {
        return Files.readString(DIRECTORY.resolve(SIGN_INS));
    }

    private static RequestSpecification browser() {
        return given().header("Sec-Fetch-Site", "same-origin")
                .accept("text/html, */*;q=0.8")
                .redirects()
                .follow(false);
    }

    private void update(String statement) {
        QuarkusTransaction.requiringNew().run(() -> sql.update(NamedSql.of(statement), Map.of()));
    }

    private long count(String from) {
        return Long.parseLong(
                texts("select cast(count(*) as text) as text from " + from).getFirst());
    }

    private List<String> texts(String statement) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.list(NamedSql.of(statement), Map.of(), row -> row.text("text")));
    }

    /** A fingerprint of each table but those of sessions and of the scheduler. */
    private Map<String, String> everything() {
        var fingerprints = new TreeMap<String, String>();
        texts("""
                        select tablename as text from pg_tables
                        where schemaname = 'public' and tablename not like 'qrtz%' and tablename not in ('session', 'rate_limit')""")
                .forEach(table -> fingerprints.put(
                        table,
                        texts(
                                        "select coalesce(md5(string_agg(r, ',' order by r)), '') as text from (select cast(t as text) as r from \""
                                                + table + "\" t) rows")
                                .getFirst()));
        return fingerprints;
    }
}
