package se.ringstuga.phonebanks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The doors and pages of an evening, without script. */
@QuarkusTest
class RoomPagesTest extends PhoneBankTest {

    @Inject
    StaffFixtures staff;

    @Inject
    Sql sql;

    private RequestSpecification visitor() {
        return StaffFixtures.visitor();
    }

    private static RequestSpecification form(RequestSpecification browser) {
        return using(browser).contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    /** A request of its own by this browser, which shows redirects. */
    private static RequestSpecification using(RequestSpecification browser) {
        return given().spec(browser).redirects().follow(false);
    }

    @Test
    void theDoorShowsNothingOfAnEveningBeforeTheYes() {
        var bank = open();
        var link = URI.create(bank.getString("joinLink")).getPath();
        for (var door : new String[] {"/r", link, "/j/guess"}) {
            visitor()
                    .get(door)
                    .then()
                    .statusCode(200)
                    .body(containsString("Be att få komma in"), not(containsString("Ring nya")));
        }
        var session = form(visitor()).formParam("name", "Noor").post(link);
        session.then()
                .statusCode(303)
                .header("Location", endsWith("/r/waiting"))
                .header("Set-Cookie", containsString("HttpOnly"));
        visitor()
                .cookie("room-waiting", session.getCookie("room-waiting"))
                .get("/r/waiting")
                .then()
                .statusCode(200)
                .body(containsString("Din siffra är"), not(containsString("Ring nya")));
    }

    @Test
    void whoeverGuessesACodeIsToldNothingAndAfterTwentyMissesToWait() {
        var code = open().getString("code");
        for (int i = 0; i < 20; i++) {
            ask("AAAAA" + (char) ('A' + i)).statusCode(404).body(containsString("Kontrollera koden"));
        }
        ask(code).statusCode(429);
    }

    @Test
    void aWholeRoomBehindOneAddressIsNotToldToWait() {
        var code = open().getString("code");
        for (int i = 0; i < 60; i++) {
            ask(code).statusCode(i < WaitingRoom.MOST ? 303 : 409);
        }
    }

    @Test
    void oneBrowserThatAsksOverAndOverIsAndTheOthersBesideItAreNot() {
        var code = open().getString("code");
        var browser = ask(code).extract().cookie("room-browser");
        for (int i = 0; i < 12; i++) {
            askAs(browser, code).statusCode(303).cookie("room-browser", browser);
        }
        askAs(browser, code).statusCode(429);
        ask(code).statusCode(303);

        clock.advance(Duration.ofMinutes(1));
        askAs(browser, code).statusCode(303);
    }

    @Test
    void anAddressHasALimitTooHoweverManyBrowsersItSaysItHas() {
        var code = open().getString("code");
        ask(code).statusCode(303);
        sql.update(NamedSql.of("update rate_limit set hits = 599 where key like 'room-ask:%'"), Map.of());

        ask(code).statusCode(303);
        ask(code).statusCode(429);
    }

    private ValidatableResponse askAs(String browser, String code) {
        return form(visitor().cookie("room-browser", browser))
                .formParam("code", code)
                .formParam("name", "Noor")
                .post("/r")
                .then();
    }

    @Test
    void whoeverAsksAnewGivesTheFirstNumberBack() {
        var bank = open();
        var first = ask(bank.getString("code")).extract().cookie("room-waiting");
        form(visitor().cookie("room-waiting", first))
                .formParam("code", bank.getString("code"))
                .formParam("name", "Noor Ali")
                .post("/r")
                .then()
                .statusCode(303);

        as(token).get(at(bank.getLong("id"), "/waiting")).then().body("name", contains("Noor Ali"));
        assertThat(looks(first)).isInstanceOf(Answer.Refused.class);
    }

    private ValidatableResponse ask(String code) {
        return form(visitor())
                .formParam("code", code)
                .formParam("name", "Noor")
                .post("/r")
                .then();
    }

    @Test
    void withoutANameNobodyWaitsAndWhatWasTypedStays() {
        var code = open().getString("code");
        form(visitor())
                .formParam("code", code)
                .formParam("name", " ")
                .post("/r")
                .then()
                .statusCode(400)
                .body(containsString(code), containsString("Skriv vad du heter"));
        visitor().get("/r/waiting").then().statusCode(303).header("Location", endsWith("/r"));
    }

    @Test
    void theWallIsReadOnlyRevocableAndNamesNoMember() {
        var bank = open();
        var caller = comesIn(bank, "Noor");
        claims.claim(caller, assignment, caller.caller());
        var wall = URI.create(bank.getString("wallLink")).getPath();
        visitor()
                .get(wall)
                .then()
                .statusCode(200)
                .body(
                        containsString("Noor"),
                        containsString(RoomCode.shown(bank.getString("code"))),
                        not(containsString("Fatima")),
                        not(containsString("Göran")),
                        not(containsString("Maj-Britt")),
                        not(containsString("<form")));
        as(token).delete(at(bank.getLong("id"), "/wall")).then().statusCode(204);
        visitor().get(wall).then().statusCode(404);
        visitor().get(wall + "/live").then().statusCode(404);
    }

    @Test
    void whatALeaderMayNotIsNotThere() {
        var bank = open().getLong("id");
        var link = URI.create(as(token)
                        .body(Map.of("name", "Ali"))
                        .post(at(bank, "/leaders"))
                        .jsonPath()
                        .getString("link"))
                .getPath();
        visitor().get(link).then().statusCode(200).body(containsString("Börja leda"));
        var cookie = visitor().post(link).getCookie("room-leader");
        visitor().post(link).then().statusCode(200).body(containsString("redan öppnad"));
        var ali = visitor().cookie("room-leader", cookie);

        using(ali).get("/lead").then().statusCode(200).body(containsString("Ali"), not(containsString("Ringtider")));
        for (var act : new String[] {"wall", "dark", "code", "link", "open"}) {
            using(ali).post("/lead/do/act/" + act).then().statusCode(404);
        }
        using(ali).post("/lead/do/act/pause").then().statusCode(303);
        using(ali).post("/lead/do/act/resume").then().statusCode(303);
        using(ali).post("/lead/do/act/extend").then().statusCode(303);
        form(ali).formParam("text", "Fika").post("/lead/do/message").then().statusCode(303);
        form(ali)
                .formParam("text", "x".repeat(501))
                .post("/lead/do/message")
                .then()
                .statusCode(400);
        form(ali)
                .formParam("waiting", 1)
                .formParam("number", 17)
                .post("/lead/do/admit")
                .then()
                .statusCode(404);
        using(ali).get("/lead/do/closing").then().statusCode(200);
        using(ali).get("/lead/do/callers/1").then().statusCode(404);
        using(ali).post("/lead/do/callers/1").then().statusCode(404);
        using(ali).post("/lead/do/help/1").then().statusCode(404);
        using(ali).post("/lead/do/act/close").then().statusCode(303);
        using(ali).get("/lead").then().statusCode(200).body(containsString("Stängd"));
        for (var page : new String[] {"/lead", "/lead/live", "/lead/do/closing", "/lead/do/callers/1"}) {
            visitor().get(page).then().statusCode(401);
        }
    }

    @Test
    void theOrganizersPagesAreThereForWhoeverMayAndNobodyElse() {
        var bank = open().getLong("id");
        a.organization("nacka");
        var theirs = staff.browserOf("bo@example.org", "nacka", Role.ADMINISTRATOR);
        for (var page : new String[] {"", "/live", "/result.svg", "/do/closing", "/do/callers/1"}) {
            using(theirs).get("/o/nacka/ringstugor/" + bank + page).then().statusCode(404);
            using(theirs).get("/o/solna/ringstugor/" + bank + page).then().statusCode(404);
            visitor().get("/o/solna/ringstugor/" + bank + page).then().statusCode(303);
        }
        var own = staff.browserOf("anna@example.org", SOLNA, Role.ORGANIZER);
        using(own).get("/o/solna/ringstugor").then().statusCode(200).body(containsString("Ring nya medlemmar"));
        using(own).get("/o/solna/ringstugor/new").then().statusCode(200);
        for (var act : new String[] {"wall", "dark", "code", "link", "pause", "resume", "extend"}) {
            using(own)
                    .post("/o/solna/ringstugor/" + bank + "/do/act/" + act)
                    .then()
                    .statusCode(303);
        }
        form(own)
                .formParam("from", "10:00")
                .formParam("to", "21:30")
                .post("/o/solna/ringstugor/" + bank + "/do/hours")
                .then()
                .statusCode(303);
        using(own).get("/o/solna/ringstugor/" + bank).then().body(containsString("21:30"));
        form(own)
                .formParam("from", "kl tio")
                .formParam("to", "21:30")
                .post("/o/solna/ringstugor/" + bank + "/do/hours")
                .then()
                .statusCode(400)
                .body(containsString("två klockslag"));
        form(own)
                .formParam("name", "")
                .post("/o/solna/ringstugor/" + bank + "/do/leaders")
                .then()
                .statusCode(400);
        form(own)
                .formParam("name", "Ali")
                .post("/o/solna/ringstugor/" + bank + "/do/leaders")
                .then()
                .statusCode(200)
                .body(containsString("/lead/in/"));
    }

    @Test
    void aFormWithFaultsKeepsWhatWasTyped() {
        var own = staff.browserOf("anna@example.org", SOLNA, Role.ORGANIZER);
        form(own)
                .formParam("assignment", assignment)
                .formParam("title", "Tisdag")
                .formParam("goal", "många")
                .formParam("closes", "2026-11-24T20:30")
                .post("/o/solna/ringstugor/new")
                .then()
                .statusCode(400)
                .body(containsString("Tisdag"), containsString("1 och 100 000"));
        form(own)
                .formParam("assignment", assignment)
                .formParam("closes", "")
                .post("/o/solna/ringstugor/new")
                .then()
                .statusCode(400)
                .body(containsString("tolv timmar"));
        form(own)
                .formParam("assignment", 999)
                .formParam("closes", "2026-11-24T20:30")
                .post("/o/solna/ringstugor/new")
                .then()
                .statusCode(400)
                .body(containsString("Välj en ringlista"));
        form(own)
                .formParam("assignment", assignment)
                .formParam("closes", "2026-11-24T20:30")
                .post("/o/solna/ringstugor/new")
                .then()
                .statusCode(303);
        form(own)
                .formParam("assignment", assignment)
                .formParam("closes", "2026-11-24T20:30")
                .post("/o/solna/ringstugor/new")
                .then()
                .statusCode(400)
                .body(containsString("redan en ringstuga"));
    }

    @Test
    void theSharedPictureHoldsNoNamesAndNoFigureAboutFewerThanFive() {
        var bank = open().getLong("id");
        var caller = comesIn(as(token).get(at(bank, "")).jsonPath(), "Noor");
        var claim = claims.claim(caller, assignment, caller.caller()).claim();
        as(token)
                .body(Map.of("outcome", "REACHED"))
                .put(in(SOLNA, "/claims/" + claim.id() + "/report"))
                .then()
                .statusCode(200);
        as(token).put(at(bank, "/closing")).then().statusCode(200);
        var own = staff.browserOf("anna@example.org", SOLNA, Role.ORGANIZER);
        var picture = using(own).get("/o/solna/ringstugor/" + bank + "/result.svg");

        picture.then().statusCode(200).contentType(containsString("image/svg+xml"));
        assertThat(picture.asString()).startsWith("<svg").doesNotContain("Noor", "Fatima", "Göran", "Maj-Britt", ">1<");
    }
}
