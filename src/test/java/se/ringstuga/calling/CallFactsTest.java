package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from what a caller hears about a person, fact by fact (rule 10). */
@QuarkusTest
class CallFactsTest extends CallTest {

    private static final String NO_COOL_DOWN = "\"cooldownHours\":0";
    private static final Set<PersonFact> ENDS_EVERYTHING =
            Set.of(PersonFact.DECEASED, PersonFact.LEFT, PersonFact.NOT_A_MEMBER);

    @ParameterizedTest
    @EnumSource(PersonFact.class)
    void eachFactWaitsForTheOrganizerHereAndThreeOfThemStopEverythingElsewhereToo(PersonFact fact) {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var here = assignment(NO_COOL_DOWN);
        var elsewhere = assignment(NO_COOL_DOWN);
        var stops = ENDS_EVERYTHING.contains(fact);
        report(
                        claimed(here).getLong("id"),
                        "{\"outcome\":\"REACHED\",\"interrupted\":true,\"personFact\":\"" + fact + "\"}")
                .statusCode(200);

        claim(here, caller(here))
                .statusCode(409)
                .body("reasons." + (stops ? "done" : "waitingForOrganizer"), equalTo(1));
        claim(elsewhere, caller(elsewhere)).statusCode(stops ? 409 : 201);
        statistics(elsewhere).body("done", equalTo(stops ? 1 : 0));
        assertThat(calls.count("select count(*) from person where stopped_at is not null"))
                .isEqualTo(stops ? 1 : 0);
        assertThat(calls.count("select count(*) from organizer_message where kind = '" + fact + "'"))
                .isEqualTo(1);
        assertThat(calls.count("select count(*) from notice where kind = 'threat'"))
                .isEqualTo(fact == PersonFact.THREAT ? 1 : 0);
    }

    @Test
    void whoeverDeclinesIsDoneHereAndMayBeCalledElsewhere() {
        calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var here = assignment(NO_COOL_DOWN);
        var elsewhere = assignment(NO_COOL_DOWN);
        report(claimed(here).getLong("id"), outcome("DECLINED")).statusCode(200);

        claim(here, caller(here)).statusCode(409).body("reasons.done", equalTo(1));
        claim(elsewhere, caller(elsewhere)).statusCode(201);
    }

    @Test
    void whatWasSaidAboutCallsIsToldToWhoeverCalledAndThoseAboveOnly() {
        a.organizationBelow(SOLNA, "huvudsta");
        var below = a.token("huvudsta");
        var anna = calls.person(SOLNA, "Anna", CallFixtures.number(0));
        var bo = calls.person("huvudsta", "Bo", CallFixtures.number(1));
        as(token)
                .put(in(SOLNA, "/people/" + anna + "/connections/huvudsta"))
                .then()
                .statusCode(204);
        for (var _ : List.of(anna, bo)) {
            report(claimed(assignment("")).getLong("id"), outcome("DO_NOT_CALL"))
                    .statusCode(200);
        }

        for (var person : List.of(anna, bo)) {
            as(token)
                    .get(in(SOLNA, "/people/" + person + "/timeline"))
                    .then()
                    .statusCode(200)
                    .body("items.kind", hasItems("CALL", "CONSENT"));
            as(below)
                    .get(in("huvudsta", "/people/" + person + "/timeline"))
                    .then()
                    .statusCode(200)
                    .body("items.kind", not(hasItem("CALL")))
                    .body("items.kind", not(hasItem("CONSENT")))
                    .body(not(containsString("call:")));
        }
    }
}
