package se.ringstuga.calling;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.messaging.SendingFixtures;

/** Base of the tests of surveys that are asked for in a call: an association that sends SMS, with a survey, and Anna. */
abstract class AskedForSurveyTest extends CallTest {

    static final String BY_SMS = "{\"outcome\":\"REACHED\",\"sendSurvey\":\"SMS\"}";
    static final String BY_EMAIL = "{\"outcome\":\"REACHED\",\"sendSurvey\":\"EMAIL\"}";

    private static final Pattern LINK = Pattern.compile("/e/(\\S+)");

    @Inject
    SendingFixtures sending;

    @Inject
    QueueRefresh refresh;

    long survey;
    long question;
    long anna;

    @BeforeEach
    void anAssociationWithASurveyAndAnna() {
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in(SOLNA, "/sms-senders"))
                .then()
                .statusCode(201);
        var made = as(token)
                .body(
                        "{\"title\":\"Enkäten\",\"questions\":[{\"text\":\"Vill du hjälpa till?\",\"type\":\"YES_NO\",\"required\":true}]}")
                .post(in(SOLNA, "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        survey = made.getLong("id");
        question = made.getLong("questions[0].id");
        anna = person("Anna", CallFixtures.number(0), "anna@example.org");
    }

    long person(String name, String phone, @Nullable String email) {
        var person = new HashMap<String, Object>(Map.of("givenName", name, "familyName", "Ek", "phone", phone));
        if (email != null) {
            person.put("email", email);
        }
        return as(token)
                .body(person)
                .post(in(SOLNA, "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    /** Over everybody, with the survey; the goal is to have reached them unless said otherwise. */
    long withSurvey(String more) {
        return assignment("\"surveyId\":" + survey + more);
    }

    ValidatableResponse correct(long claim, String body) {
        return as(token)
                .body(body)
                .put(in(SOLNA, "/claims/" + claim + "/correction"))
                .then();
    }

    /** Whatever is due by then has left. */
    void later(Duration time) {
        clock.advance(time);
        sending.sendAll();
    }

    /** As everybody's phones and mailboxes got them. */
    List<String> sent() {
        return calls.query(
                "select text from message where contacted_at is not null order by id", row -> row.text("text"));
    }

    /** The one link that was sent. */
    String code() {
        var link = LINK.matcher(sent().getFirst());
        if (!link.find()) {
            throw new AssertionError("there is no link in " + sent());
        }
        return link.group(1);
    }

    void answer(String code) {
        as(token)
                .body("[{\"questionId\":" + question + ",\"value\":true}]")
                .post("/test/personal-surveys/" + code)
                .then()
                .statusCode(204);
    }
}
