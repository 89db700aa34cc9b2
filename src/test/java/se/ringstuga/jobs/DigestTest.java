package se.ringstuga.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The digest to organizers. It is Tuesday 24 November 2026; mornings are at 07:00Z. */
@QuarkusTest
class DigestTest extends ApiTest {

    private static final String ANNA = "anna@example.org";
    private static final Instant TUESDAY = Instant.parse("2026-11-24T07:30:00Z");

    @Inject
    DigestJob job;

    @Inject
    StaffFixtures staff;

    @Inject
    MockMailbox mailbox;

    @Inject
    Sql sql;

    private String token;
    private long anna;

    @BeforeEach
    void anOrganizer() {
        mailbox.clear();
        clock.set(TUESDAY);
        a.organization("solna");
        token = a.token("solna");
        anna = staff.staff(ANNA, "solna", Role.ORGANIZER);
    }

    private void waits(String slug, String phone) {
        sql.update(NamedSql.of("""
                insert into conversation (organization_id, phone, sender, received_at, text, waiting, waiting_since)
                select id, :phone, '+46701740699', :now, 'Hej', 1, :now from organization where slug = :slug"""), Map.of("phone", phone, "now", clock.instant(), "slug", slug));
    }

    private void chosen(String digest) {
        as(token)
                .body(Map.of("digest", digest))
                .patch(in("solna", ""))
                .then()
                .statusCode(200)
                .body("digest", equalTo(digest));
    }

    private List<String> mails(String to) {
        return mailbox.getMailsSentTo(to).stream().map(mail -> mail.getText()).toList();
    }

    @Test
    void whatWaitsIsToldOnceAWeekUnlessChosenOtherwise() {
        waits("solna", "+46701740605");
        assertThat(job.run()).isEqualTo(1);
        assertThat(job.run()).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(job.run()).isZero();
        clock.advance(Duration.ofDays(5));
        assertThat(job.run()).isEqualTo(1);

        assertThat(mails(ANNA))
                .hasSize(2)
                .allMatch(text -> text.contains("Det här väntar hos solna: ett obesvarat sms-samtal."));
    }

    @Test
    void aDailyOneComesEachMorningAndNoneWhereItIsSwitchedOff() {
        waits("solna", "+46701740605");
        chosen("DAILY");
        assertThat(job.run()).isEqualTo(1);
        clock.set(Instant.parse("2026-11-25T06:59:00Z"));
        assertThat(job.run()).isZero();
        clock.set(Instant.parse("2026-11-25T07:00:00Z"));
        assertThat(job.run()).isEqualTo(1);

        chosen("OFF");
        clock.advance(Duration.ofDays(7));
        assertThat(job.run()).isZero();
    }

    @Test
    void aChoiceThatThereIsNotIsRefused() {
        as(token)
                .body(Map.of("digest", "HOURLY"))
                .patch(in("solna", ""))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("digest"));
    }

    @Test
    void emptyDigestsAreNotSent() {
        assertThat(job.run()).isZero();
        assertThat(mails(ANNA)).isEmpty();
    }

    @Test
    void whoDoesNotWantItGetsNone() {
        waits("solna", "+46701740605");
        staff.staff("bo@example.org", "solna", Role.ORGANIZER);
        StaffFixtures.browser(staff.session(anna))
                .post("/account/digests")
                .then()
                .statusCode(303);

        job.run();

        assertThat(mails(ANNA)).isEmpty();
        assertThat(mails("bo@example.org")).hasSize(1);
    }

    @Test
    void whoWantsItAgainGetsItAgain() {
        waits("solna", "+46701740605");
        var browser = staff.session(anna);
        StaffFixtures.browser(browser).post("/account/digests").then().statusCode(303);
        StaffFixtures.browser(browser)
                .formParam("wanted", "true")
                .post("/account/digests")
                .then()
                .statusCode(303);

        job.run();

        assertThat(mails(ANNA)).hasSize(1);
    }

    @Test
    void whoeverWorksAboveIsToldOfThoseBelowWhereNobodyWorks() {
        a.organizationBelow("solna", "huvudsta");
        a.organizationBelow("solna", "hagalund");
        staff.staff("bo@example.org", "hagalund", Role.ORGANIZER);
        waits("huvudsta", "+46701740605");
        waits("hagalund", "+46701740606");

        assertThat(job.run()).isEqualTo(2);

        assertThat(mails(ANNA)).hasSize(1).allMatch(text -> text.contains("solna: ett obesvarat"));
        assertThat(mails("bo@example.org")).hasSize(1).allMatch(text -> text.contains("hagalund: ett obesvarat"));
    }

    @Test
    void everyKindOfThingIsCounted() {
        sql.update(
                NamedSql.of("""
                with o as (select id from organization where slug = 'solna'),
                kind as (insert into event_kind (organization_id, title, created_at, created_by) select id, 'Möte', :now, 'staff:1' from o returning *),
                meeting as (
                  insert into event (organization_id, kind_organization, kind_id, title, starts_at, ends_at, sign_up_closes, visibility,
                                     published_at, published_by, uid, changed_at, created_at, created_by)
                  select organization_id, organization_id, id, 'Möte', :soon, :later, :soon, 'MEMBERS', :now, 'staff:1', 'u1', :now, :now, 'staff:1'
                  from kind),
                draft as (
                  insert into broadcast (organization_id, title, channel, purpose, filter, text, personal, send_at, created_at, created_by)
                  select id, 'Nyheter', 'EMAIL', 'INFORMATION', '{}', 'Hej', false, :soon, :now, 'staff:1' from o),
                person as (
                  insert into person (organization_id, given_name, created_at, updated_at) select id, 'Eva', :now, :now from o returning *),
                flow as (insert into automation (organization_id, title, created_at, created_by) select id, 'Flöde', :now, 'staff:1' from o returning *),
                steps as (
                  insert into automation_version (organization_id, automation_id, number, definition, created_at, created_by)
                  select organization_id, id, 1, '{}', :now, 'staff:1' from flow),
                stuck as (
                  insert into automation_enrolment (organization_id, automation_id, version, person_organization, person_id, state, step,
                                                    entered_at, entered_by, arrived_at, ended_at, reason, created_at)
                  select f.organization_id, f.id, 1, p.organization_id, p.id, 'FAILED', 'one', :now, 'staff:1', :now, :now, 'X', :now
                  from flow f cross join person p)
                insert into membership (organization_id, person_id, joined_on) select organization_id, id, date '2026-11-20' from person"""),
                Map.of(
                        "now", clock.instant(),
                        "soon", clock.instant().plus(Duration.ofDays(3)),
                        "later", clock.instant().plus(Duration.ofDays(4))));
        waits("solna", "+46701740605");

        job.run();

        assertThat(mails(ANNA).getFirst())
                .contains(
                        "ett obesvarat sms-samtal",
                        "ett utskick som behöver godkännas",
                        "en person som har fastnat i ett flöde",
                        "ett möte snart som ingen har anmält sig till",
                        "en ny medlem som ingen har pratat med")
                .doesNotContain("Eva", "0 ", "+46701740605");
    }

    @Test
    void onAClosedDayNothingComesAndOnTheNextOpenOneItDoes() {
        waits("solna", "+46701740605");
        as(token)
                .body(Map.of("kind", "DATES", "name", "Paus", "firstOn", "2026-11-24"))
                .post(in("solna", "/closed-days"))
                .then()
                .statusCode(201);
        assertThat(job.run()).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(job.run()).isEqualTo(1);
    }

    @Test
    void severalInstancesTellOnce() throws Exception {
        waits("solna", "+46701740605");
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = job::run;
            var told = 0;
            for (var each : instances.invokeAll(List.of(one, one, one))) {
                told += each.get();
            }
            assertThat(told).isEqualTo(1);
        }
        assertThat(mails(ANNA)).hasSize(1);
    }

    @Test
    void afterADowntimeThereIsOneAndOnlyTheLatestIsOpenOnThePages() {
        waits("solna", "+46701740605");
        chosen("DAILY");
        job.run();
        clock.advance(Duration.ofDays(3));
        assertThat(job.run()).isEqualTo(1);

        assertThat(sql.list(
                        NamedSql.of("select handled_at is null as open from notice where kind = 'digest' order by id"),
                        Map.of(),
                        row -> row.is("open")))
                .containsExactly(false, true);
    }
}
