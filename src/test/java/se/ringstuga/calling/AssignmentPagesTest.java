package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.StaffFixtures;

/** The list of assignments, the page of one, and inviting those who call. */
@QuarkusTest
class AssignmentPagesTest extends OrganizersOfCalls {

    @Test
    void anEmptyListSaysWhatToDoAndAFullOneHowFarItHasCome() {
        assertThat(page(LISTS)).contains("Ni har ingen ringlista än", "Gör den första ringlistan");
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        calls.person(SOLNA, "Bo", CallFixtures.number(1));
        var assignment = assignment("");
        report(claimed(assignment).getLong("id"), outcome("REACHED")).statusCode(200);
        report(claimed(assignment).getLong("id"), "{\"outcome\":\"BUSY\",\"organizerMessage\":\"Ring du\"}")
                .statusCode(200);

        assertThat(page(LISTS)).contains("Ring alla", ">öppen<", "1 av 2 klara", "1 väntar på dig");
        as(token)
                .get(in(SOLNA, "/call-assignments"))
                .then()
                .body("items[0].people", equalTo(2))
                .body("items[0].done", equalTo(1))
                .body("items[0].waitingForOrganizer", equalTo(1));
        assertThat(inEnglish(LISTS)).contains("Call lists", "1 of 2 done");
    }

    @Test
    void thePageTellsWhereEverybodyIsAndHowTheCallsWent() {
        for (int i = 0; i < 3; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
        calls.person(SOLNA, "Utan nummer", null);
        var assignment = assignment("");
        report(claimed(assignment).getLong("id"), outcome("REACHED")).statusCode(200);
        report(claimed(assignment).getLong("id"), outcome("NO_ANSWER")).statusCode(200);

        var shown = page(list(assignment));
        assertThat(shown)
                .contains("Var alla är", "Hur samtalen gick: 2 samtal, 1 nådda", "Inget svar", "Kväll för kväll", "Kim")
                .contains("1 har blivit uppringda nyligen", "1 har nått målet")
                .contains("role=\"img\"", "<table>", "/o/solna/ringstugor")
                .doesNotContain("Person 0", CallFixtures.number(0).substring(6));
        statistics(assignment)
                .body("evenings", hasSize(1))
                .body("evenings[0].calls", equalTo(2))
                .body("evenings[0].reached", equalTo(1))
                .body("doneBecause.GOAL", equalTo(1));
        assertThat(page(list(assignment("")))).contains("Ingen har ringt än").doesNotContain("role=\"img\"");
    }

    @Test
    void itIsPausedGoneOnWithAndClosedAfterAQuestion() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var mine = list(assignment(""));

        assertThat(post(mine + "/do/pause", Map.of()).statusCode()).isEqualTo(303);
        assertThat(page(mine)).contains(">pausad<", "Fortsätt");
        post(mine + "/do/resumption", Map.of());
        assertThat(page(mine)).contains(">öppen<", "Pausa");
        assertThat(page(mine + "/do/closing")).contains("Avsluta Ring alla?", "1 i listan är inte klara");
        assertThat(post(mine + "/do/closing", Map.of()).statusCode()).isEqualTo(303);
        assertThat(page(mine)).contains(">avslutad<").doesNotContain("Bjud in ringare", mine + "/edit");
    }

    @Test
    void anInvitationIsALinkThatIsShownOnce() {
        var assignment = assignment("");
        var mine = list(assignment) + "/callers";
        assertThat(page(mine)).contains("Ingen är inbjuden än");

        var made = post(mine, Map.of("key", "k", "name", "Noor")).asString();
        var link = Pattern.compile("/r/[A-Za-z0-9_-]{20,}").matcher(made);
        assertThat(made).contains("Länken till Noor", "<svg");
        assertThat(link.find()).isTrue();
        assertThat(post(mine, Map.of("key", "k", "name", "Noor")).asString())
                .contains("Länken visades när den gjordes")
                .doesNotContain("/r/");
        assertThat(page(mine)).contains("Noor", "har inte öppnat länken").doesNotContain("/r/");
        var caller = callerNamed("Noor");
        assertThat(post(mine + "/" + caller + "/link", Map.of()).asString()).contains("/r/");
        assertThat(post(mine, Map.of("key", "l", "name", "x".repeat(101))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCallerIsRemovedAndEverybodyTheyHaveSeenIsNamed() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var assignment = assignment("");
        var caller = caller(assignment);
        claim(assignment, caller).statusCode(201);
        var one = list(assignment) + "/caller/" + caller;

        assertThat(page(one + "/seen")).contains("Vilka Kim har sett", "Anna Test", "Fick se numret");
        assertThat(post(one + "/removal", Map.of()).asString()).contains("Kim är borttagen", "Anna Test");
        assertThat(page(list(assignment) + "/callers")).contains(">borttagen<");
        claim(assignment, caller).statusCode(409);
        assertThat(calls.count("select count(*) from access_log where action = 'call.seen-list'"))
                .isEqualTo(2);
    }

    @Test
    void aLimitIsLiftedOnTheCallersPage() {
        for (int i = 0; i < 5; i++) {
            calls.person(SOLNA, "Person " + i, CallFixtures.number(i));
        }
        var assignment = assignment("");
        var caller = caller(assignment);
        calls.change("update caller set limit_reached = 'SKIPS_IN_A_ROW' where id = :id", Map.of("id", caller));
        var mine = list(assignment) + "/callers";

        assertThat(page(mine)).contains("Har hoppat över tre i rad", "Låt hen fortsätta");
        post(list(assignment) + "/caller/" + caller + "/limit", Map.of());
        assertThat(page(mine)).doesNotContain("Har hoppat över tre i rad");
    }

    @Test
    void strangersAreSentToSignInAndOthersListsAreNotThere() {
        a.organization("nacka");
        var theirs = calls.assignment(a.token("nacka"), "nacka", "");
        var mine = assignment("");
        for (var path : List.of("", "/callers", "/do/closing", "/edit", "/calls", "/follow-ups", "/rules")) {
            StaffFixtures.visitor()
                    .get(list(mine) + path)
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/sign-in"));
            assertThat(get(list(theirs) + path).statusCode()).as(path).isEqualTo(404);
            assertThat(get(list(mine).replace("solna", "nacka") + path).statusCode())
                    .as(path)
                    .isIn(403, 404);
        }
        for (var path : List.of("/do/pause", "/do/resumption", "/do/closing", "/callers", "/edit", "/rules")) {
            Response answer = post(list(theirs) + path, Map.of("name", "x"));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
    }
}
