package se.ringstuga.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** Who sees what of an association's calendar. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class CalendarPagesTest extends ApiTest {

    @Inject
    CalendarFixtures events;

    @Inject
    StaffFixtures staff;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
    }

    private static String page(String path) {
        return StaffFixtures.visitor()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/solna", "/a/solna/month/2026-12", "/a/solna/year/2026"})
    void strangersSeeWhatIsPublishedForEverybodyAndNothingElse(String path) {
        events.event("solna", "Öppet torgmöte").save();
        events.event("solna", "Styrelsen").with("visibility", "MEMBERS").save();
        events.event("solna", "Utvalda").with("visibility", "INVITED").save();
        events.event("solna", "Utkast").draft().save();

        assertThat(page(path))
                .contains("Öppet torgmöte")
                .doesNotContain("Styrelsen")
                .doesNotContain("Utvalda")
                .doesNotContain("Utkast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/month/2026-12", "/year/2026"})
    void organizersSeeAllThatIsPublished(String view) {
        events.event("solna", "Styrelsen").with("visibility", "MEMBERS").save();
        events.event("solna", "Utkast").draft().save();
        var asa = staff.browserOf("asa@example.org", "solna", Role.ORGANIZER);

        asa.get("/o/solna/events/calendar" + view)
                .then()
                .statusCode(200)
                .body(containsString("Styrelsen"))
                .body(not(containsString("Utkast")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/month/2026-12", "/year/2026"})
    void theOrganizersViewIsForThemAlone(String view) {
        a.organization("malmo");
        var stranger = staff.session(staff.staff("mia@example.org", "malmo", Role.ADMINISTRATOR));

        StaffFixtures.browser(stranger)
                .get("/o/solna/events/calendar" + view)
                .then()
                .statusCode(404);
        StaffFixtures.visitor()
                .get("/o/solna/events/calendar" + view)
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in"));
    }

    @Test
    void thoseBelowAreThereByChoice() {
        events.event("huvudsta", "Lokalgruppens fika").save();

        assertThat(page("/a/solna")).doesNotContain("Lokalgruppens fika").contains("/a/solna?below=true");
        assertThat(page("/a/solna?below=true")).contains("Lokalgruppens fika").contains("huvudsta");
        assertThat(page("/a/solna/year/2026?below=true")).contains("Lokalgruppens fika");
        assertThat(page("/a/huvudsta")).contains("Lokalgruppens fika").doesNotContain("below=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/month/2026-12", "/year/2026", "/calendar.ics", "/events/1"})
    void aClosedAssociationAnswersAsAnUnknownOne(String view) {
        events.event("huvudsta", "Öppet torgmöte").save();
        as(a.token("huvudsta"))
                .body(Map.of("publicCalendar", false))
                .patch("/api/organizations/huvudsta")
                .then()
                .statusCode(200)
                .body("publicCalendar", equalTo(false));

        var closed = StaffFixtures.visitor().get("/a/huvudsta" + view);
        var unknown = StaffFixtures.visitor().get("/a/nowhere" + view);
        assertThat(closed.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(closed.asString().replace("huvudsta", "nowhere")).isEqualTo(unknown.asString());
        assertThat(page("/a/solna?below=true")).doesNotContain("Öppet torgmöte");
    }

    @Test
    void whoeverMayNotChangeTheAssociationLeavesItsCalendarOpen() {
        as(a.token("solna", Permission.EVENTS_WRITE))
                .body(Map.of("publicCalendar", false))
                .patch("/api/organizations/solna")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/month/2026-13", "/month/x", "/month/1999-12", "/year/1", "/year/99999", "/year/x"})
    void whatIsNoMonthOrYearIsNoPage(String view) {
        StaffFixtures.visitor().get("/a/solna" + view).then().statusCode(404);
    }

    @Test
    void aLongListIsReadPageByPage() {
        for (int i = 1; i <= 5; i++) {
            events.event("solna", "Möte nummer " + i)
                    .at("2026-12-0" + i + "T18:00")
                    .save();
        }

        var first = page("/a/solna?limit=2");
        assertThat(first).contains("Möte nummer 1", "Möte nummer 2").doesNotContain("Möte nummer 3");
        var next = first.replaceAll("(?s).*href=\"(/a/solna\\?cursor=[^\"]+)\".*", "$1");
        assertThat(page(next + "&limit=2")).contains("Möte nummer 3", "Möte nummer 4");
        given().accept("text/html").get("/a/solna?cursor=x").then().statusCode(400);
    }

    @Test
    void whatIsOverIsGoneFromTheListAndWhatGoesOnIsNot() {
        events.event("solna", "Gårdagen").at("2026-11-23T18:00").save();
        events.event("solna", "Pågående").at("2026-11-24T17:00").save();

        assertThat(page("/a/solna")).contains("Pågående").doesNotContain("Gårdagen");
        assertThat(page("/a/solna/month/2026-11")).contains("Pågående", "Gårdagen");
    }

    @Test
    void whatIsCancelledOrMovedSaysSo() {
        long cancelled = events.event("solna", "Inställt möte").save();
        long moved = events.event("solna", "Flyttat möte").save();
        events.change(cancelled, "cancelled_at = :now, cancelled_by = 'staff:1'");
        events.change(moved, "moved_at = :now, moved_from = starts_at, starts_at = starts_at + interval '1 hour'");

        assertThat(page("/a/solna")).contains("<s>Inställt möte</s>", ">Flyttat<");
        assertThat(page("/a/solna/year/2026")).contains("<s>Inställt möte</s>", ">Flyttat<", " off\"");
    }

    @Test
    void anEventOverSeveralDaysStandsOnEachInTheMonth() {
        events.event("solna", "Kursgård")
                .at("2026-11-29T10:00")
                .lasting(Duration.ofHours(52))
                .save();

        assertThat(page("/a/solna/month/2026-12")).containsPattern("(?s)tisdag 1 december.*Kursgård");
        assertThat(page("/a/solna/month/2026-11")).containsPattern("(?s)söndag 29 november.*Kursgård.*Kursgård");
    }

    @Test
    void whatOrganizersWriteIsTextAndNeverCode() {
        events.event("solna", "<script>alert(1)</script>").kind("<b>fet</b>").save();

        for (var path : new String[] {"/a/solna", "/a/solna/month/2026-12", "/a/solna/year/2026"}) {
            assertThat(page(path)).doesNotContain("<script>alert").doesNotContain("<b>fet");
        }
    }

    @Test
    void anEmptyYearSaysSoAndHasItsWheel() {
        assertThat(page("/a/solna/year/2027")).contains("Ingenting är inplanerat 2027 än.", "<svg");
    }
}
