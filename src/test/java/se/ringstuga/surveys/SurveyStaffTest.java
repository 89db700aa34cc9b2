package se.ringstuga.surveys;

import static se.ringstuga.surveys.AnswerInput.ofOptions;
import static se.ringstuga.surveys.AnswerInput.ofText;
import static se.ringstuga.surveys.AnswerInput.ofValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;

/** An association with a survey, and an organizer at its pages. */
@SuppressWarnings("NullAway.Init")
abstract class SurveyStaffTest extends ApiTest {

    @Inject
    StaffFixtures staff;

    @Inject
    Members members;

    long solna;
    String token;
    String asa;
    long survey;

    @BeforeEach
    void anAssociationWithASurvey() {
        solna = a.organization("solna");
        token = a.token("solna");
        asa = staff.session(staff.staff("asa@example.org", "solna", Role.ORGANIZER));
        survey = as(token).body("""
                        {"title": "Medlemsenkäten", "questions": [
                          {"text": "Vad vill du göra?", "type": "SINGLE_CHOICE", "options": ["Ringa", "Baka"], "help": "Välj det roligaste."},
                          {"text": "Hur nöjd är du?", "type": "SCALE", "scale": {"from": 1, "to": 3}},
                          {"text": "Något annat?", "type": "TEXT"}]}""").post(in("solna", "/surveys")).jsonPath().getLong("id");
    }

    void answered(String name, int option, int value, String text) {
        var now = read(survey);
        var choice = ofOptions(
                now.getLong("questions[0].id"), List.of(now.getLong("questions[0].options[" + option + "].id")));
        members.tells(
                solna,
                members.person(solna, name),
                survey,
                choice,
                ofValue(now.getLong("questions[1].id"), value),
                ofText(now.getLong("questions[2].id"), text));
    }

    static Map<String, String> form(String... fields) {
        var form = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    JsonPath read(long id) {
        return as(token).get(in("solna", "/surveys/" + id)).jsonPath();
    }

    RequestSpecification browser() {
        return StaffFixtures.browser(asa).header("Accept-Language", "sv");
    }

    ValidatableResponse page(String path) {
        return browser().get("/o/solna/surveys" + path).then();
    }

    Response send(String path, Map<String, String> form) {
        return StaffFixtures.post(browser(), "/o/solna/surveys" + path, form);
    }

    ValidatableResponse post(String path, Map<String, String> form) {
        return send(path, form).then();
    }
}
