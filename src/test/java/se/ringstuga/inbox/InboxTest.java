package se.ringstuga.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.messaging.sms.InboundSms;

/** What is not an order lands where an organizer answers. */
@QuarkusTest
class InboxTest extends InboundTest {

    private long openConversation() {
        return inbox("open").getLong("items[0].id");
    }

    @Test
    void aTextLandsInTheInboxWithThePersonWhoHasTheNumber() {
        comes(PHONE, "Hej, kommer ni på lördag?");
        clock.advance(Duration.ofMinutes(1));
        comes(PHONE, "Svara gärna snart");

        as(token)
                .get(in("solna", "/inbox"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].phone", equalTo(PHONE))
                .body("items[0].people.id", contains((int) anna))
                .body("items[0].people.name", contains("Anna Ek"))
                .body("items[0].text", equalTo("Svara gärna snart"))
                .body("items[0].waiting", equalTo(2))
                .body("items[0].waitingSince", equalTo("2026-11-20T12:00:00Z"))
                .body("next", nullValue());
        assertThat(read(anna)).contains("inbox.list");
    }

    @Test
    void theSameTextToldTwiceIsThereOnce() {
        var sms = sms(PHONE, "Hej");
        tell(sms);
        tell(sms);

        assertThat(inbox("open").getInt("items[0].waiting")).isEqualTo(1);
    }

    @Test
    void anAnswerGoesOutAtOnceToTheNumberTheyWroteFromAndHandlesTheConversation() {
        var bo = person("Bo", Map.of("phone", "+46701740611", "altPhone", "+46701740612"));
        clock.set(NIGHT);
        comes("+46701740612", "Är någon vaken?");

        as(token)
                .body(Map.of("text", "Ja, {förnamn}!"))
                .post(in("solna", "/inbox/" + openConversation() + "/answers"))
                .then()
                .statusCode(201)
                .body("personId", equalTo((int) bo))
                .body("address", equalTo("+46701740612"))
                .body("purpose", equalTo("REQUESTED"))
                .body("state", equalTo("QUEUED"));
        sendAll();

        assertThat(arrived()).containsExactly("solna: Ja, Bo!");
        assertThat(inbox("open").getList("items")).isEmpty();
        as(token)
                .get(in("solna", "/inbox/" + inbox("handled").getLong("items[0].id")))
                .then()
                .body("items.text", contains("solna: Ja, Bo!", "Är någon vaken?"))
                .body("items.ours", contains(true, false))
                .body("items[0].state", equalTo("DELIVERED"));
        assertThat(read(bo)).contains("inbox.read", "message.sent");
    }

    @Test
    void anAnswerWithTheSameKeyIsSentOnce() {
        comes(PHONE, "Hej");
        var conversation = openConversation();
        for (int i = 0; i < 2; i++) {
            as(token)
                    .header("Idempotency-Key", "one")
                    .body(Map.of("text", "Hej själv"))
                    .post(in("solna", "/inbox/" + conversation + "/answers"))
                    .then()
                    .statusCode(201);
        }
        sendAll();

        assertThat(arrived()).containsExactly("solna: Hej själv");
    }

    @Test
    void whoIsToldNothingMoreStaysUnansweredAndTheReasonIsSaid() {
        comes(PHONE, "Hej");
        var conversation = openConversation();
        comes(PHONE, "STOPP");

        as(token)
                .body(Map.of("text", "Hej själv"))
                .post(in("solna", "/inbox/" + conversation + "/answers"))
                .then()
                .statusCode(201)
                .body("state", equalTo("SKIPPED"))
                .body("reason", equalTo("OPTED_OUT"));
        assertThat(openConversation()).isEqualTo(conversation);
    }

    @Test
    void whoeverNeedsNoAnswerIsHandledUntilTheyWriteAgain() {
        comes(PHONE, "Tack för i går!");
        var conversation = openConversation();
        as(token)
                .post(in("solna", "/inbox/" + conversation + "/handling"))
                .then()
                .statusCode(200)
                .body("waiting", equalTo(0))
                .body("handledAt", notNullValue());

        assertThat(inbox("open").getList("items")).isEmpty();
        assertThat(inbox("handled").getList("items.id", Long.class)).containsExactly(conversation);

        comes(PHONE, "En sak till");
        assertThat(openConversation()).isEqualTo(conversation);
        assertThat(inbox("handled").getList("items")).isEmpty();
    }

    @Test
    void unknownNumbersAndShortCodesLandWithoutAPersonAndCannotBeAnswered() {
        comes("+46701740688", "Vem är du?");
        clock.advance(Duration.ofSeconds(1));
        comes("71234", "Din kod är 1");

        as(token)
                .get(in("solna", "/inbox"))
                .then()
                .body("items.phone", contains("71234", "+46701740688"))
                .body("items[0].people", empty())
                .body("items[1].people", empty());
        as(token)
                .body(Map.of("text", "Hej"))
                .post(in("solna", "/inbox/" + openConversation() + "/answers"))
                .then()
                .statusCode(409);
        sendAll();
        assertThat(arrived()).isEmpty();
    }

    @Test
    void ofSeveralWhoShareTheNumberTheOrganizerSaysWhomTheyAnswer() {
        var bo = person("Bo", Map.of("phone", PHONE));
        comes(PHONE, "Hej");
        var answers = in("solna", "/inbox/" + openConversation() + "/answers");

        as(token)
                .body(Map.of("text", "Hej"))
                .post(answers)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("personId"));
        as(token)
                .body(Map.of("text", "Hej", "personId", person("Cilla", Map.of("phone", "+46701740613"))))
                .post(answers)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("personId"));
        as(token)
                .body(Map.of("text", "Hej", "personId", bo))
                .post(answers)
                .then()
                .statusCode(201)
                .body("personId", equalTo((int) bo));
    }

    @Test
    void anAnswerHasAText() {
        comes(PHONE, "Hej");
        var answers = in("solna", "/inbox/" + openConversation() + "/answers");
        for (var text : List.of("", " ", "x".repeat(1601), "{okänt fält}")) {
            as(token)
                    .body(Map.of("text", text))
                    .post(answers)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("text"));
        }
        as(token)
                .get(in("solna", "/inbox?state=lost"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("state"));
        as(token).get(in("solna", "/inbox?cursor=x")).then().statusCode(400);
    }

    @Test
    void theListsComeInPages() {
        for (int i = 0; i < 5; i++) {
            comes("+4670174065" + i, "Nummer " + i);
            clock.advance(Duration.ofSeconds(1));
            comes(PHONE, "Rad " + i);
        }
        var first = as(token).get(in("solna", "/inbox?limit=4")).jsonPath();
        assertThat(first.getList("items")).hasSize(4);
        var second = as(token)
                .get(in("solna", "/inbox?limit=4&cursor=" + first.getString("next")))
                .jsonPath();
        assertThat(second.getList("items.phone")).containsExactly("+46701740651", "+46701740650");

        var conversation = first.getLong("items.find { it.phone == '" + PHONE + "' }.id");
        var lines = as(token)
                .get(in("solna", "/inbox/" + conversation + "?limit=3"))
                .jsonPath();
        assertThat(lines.getList("items.text")).containsExactly("Rad 4", "Rad 3", "Rad 2");
        assertThat(as(token)
                        .get(in("solna", "/inbox/" + conversation + "?limit=3&cursor=" + lines.getString("next")))
                        .jsonPath()
                        .getList("items.text"))
                .containsExactly("Rad 1", "Rad 0");
    }

    @Test
    void anotherOrganizationsInboxLooksAsIfItDidNotExist() {
        a.organization("taby");
        var stranger = a.token("taby");
        comes(PHONE, "Hej");
        var conversation = openConversation();

        for (var path : List.of("/inbox/" + conversation, "/inbox")) {
            as(stranger).get(in("solna", path)).then().statusCode(404);
        }
        as(stranger).get(in("taby", "/inbox/" + conversation)).then().statusCode(404);
        as(stranger)
                .post(in("taby", "/inbox/" + conversation + "/handling"))
                .then()
                .statusCode(404);
        as(stranger)
                .body(Map.of("text", "Hej"))
                .post(in("taby", "/inbox/" + conversation + "/answers"))
                .then()
                .statusCode(404);
        assertThat(as(stranger).get(in("taby", "/inbox")).jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void theInboxNeedsTheRightToReadAndAnswersTheRightToSend() {
        comes(PHONE, "Hej");
        var conversation = openConversation();
        var reader = a.token("solna", Permission.MESSAGES_READ);
        var other = a.token("solna", Permission.PEOPLE_READ);

        as("nonsense").get(in("solna", "/inbox")).then().statusCode(401);
        as(other).get(in("solna", "/inbox")).then().statusCode(403);
        as(other).get(in("solna", "/inbox/" + conversation)).then().statusCode(403);
        as(reader).get(in("solna", "/inbox/" + conversation)).then().statusCode(200);
        as(reader)
                .post(in("solna", "/inbox/" + conversation + "/handling"))
                .then()
                .statusCode(403);
        as(reader)
                .body(Map.of("text", "Hej"))
                .post(in("solna", "/inbox/" + conversation + "/answers"))
                .then()
                .statusCode(403);
    }

    @Test
    void whatSomebodyWithProtectedDataTextsIsForAdministratorsAlone() {
        comes(PHONE, "Hej");
        var conversation = openConversation();
        as(token).put(in("solna", "/people/" + anna + "/restriction")).then().statusCode(204);
        var organizer = a.token("solna", Permission.MESSAGES_READ, Permission.MESSAGES_SEND);

        assertThat(as(organizer).get(in("solna", "/inbox")).jsonPath().getList("items"))
                .isEmpty();
        as(organizer).get(in("solna", "/inbox/" + conversation)).then().statusCode(404);
        as(organizer)
                .post(in("solna", "/inbox/" + conversation + "/handling"))
                .then()
                .statusCode(404);
        assertThat(openConversation()).isEqualTo(conversation);
    }

    @Test
    void aTextToANumberThatIsNobodysHereIsForgotten() {
        tell(new InboundSms("twilio", "SM9", PHONE, "+46701740677", "Hej"));

        assertThat(inbox("open").getList("items")).isEmpty();
    }
}
