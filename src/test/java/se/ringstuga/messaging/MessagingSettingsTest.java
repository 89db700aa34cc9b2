package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What organizations choose about their messages, and what they follow otherwise. */
@QuarkusTest
class MessagingSettingsTest extends ApiTest {

    private static final String SETTINGS = "/messaging-settings";

    @Inject
    MessagingSettings settings;

    @Inject
    Sql sql;

    private String token;
    private long below;

    @BeforeEach
    void aDistrictWithAnAssociation() {
        a.organization("solna");
        below = a.organizationBelow("solna", "huvudsta");
        token = a.token("solna");
    }

    private void choose(String slug, Map<String, ?> choices) {
        as(token).body(choices).put(in(slug, SETTINGS)).then().statusCode(200);
    }

    @Test
    void withoutAnyChoiceTheUsualHolds() {
        as(token)
                .get(in("solna", SETTINGS))
                .then()
                .statusCode(200)
                .body("own.weeklyCap", nullValue())
                .body("inherited.weeklyCap", equalTo(3))
                .body("effective.weeklyCap", equalTo(3))
                .body("effective.quietFrom", equalTo("20:30:00"))
                .body("effective.smsPartPrice", equalTo(0.5f))
                .body("effective.smsMonthlyBudget", nullValue());
    }

    @Test
    void ownChoicesWinAndTheRestFollowsTheNearestAbove() {
        choose("solna", Map.of("weeklyCap", 5, "quietFrom", "19:00", "quietUntil", "10:00"));
        choose("huvudsta", Map.of("weeklyCap", 2));

        as(token)
                .get(in("huvudsta", SETTINGS))
                .then()
                .body("own.weeklyCap", equalTo(2))
                .body("own.quietFrom", nullValue())
                .body("inherited.weeklyCap", equalTo(5))
                .body("effective.weeklyCap", equalTo(2))
                .body("effective.quietFrom", equalTo("19:00:00"));
        assertThat(settings.of(below).limits().weeklyCap()).isEqualTo(2);
        assertThat(settings.of(below).quiet().from()).isEqualTo(LocalTime.of(19, 0));
    }

    @Test
    void leavingAChoiceOutFollowsTheOthersAgain() {
        choose("solna", Map.of("weeklyCap", 5));
        choose("solna", Map.of("approvalLimit", 10));

        as(token)
                .get(in("solna", SETTINGS))
                .then()
                .body("own.weeklyCap", nullValue())
                .body("effective.weeklyCap", equalTo(3))
                .body("effective.approvalLimit", equalTo(10));
    }

    @Test
    void otherSettingsOfTheOrganizationStay() {
        sql.update(NamedSql.of("update organization set settings = '{\"callUnder16\": true}'"), Map.of());
        choose("huvudsta", Map.of("weeklyCap", 5));

        assertThat(settings.of(below).limits().under16Allowed()).isTrue();
    }

    @Test
    void theSecondOfTwoWhoChangeThemIsTooLate() {
        var tag = as(token).get(in("solna", SETTINGS)).header("ETag");
        choose("solna", Map.of("weeklyCap", 5));

        as(token)
                .header("If-Match", tag)
                .body(Map.of("weeklyCap", 4))
                .put(in("solna", SETTINGS))
                .then()
                .statusCode(412);
        as(token).get(in("solna", SETTINGS)).then().body("own.weeklyCap", equalTo(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"weeklyCap\": 0}                                       | weeklyCap",
                "{\"hoursAfterCall\": -1}                                 | hoursAfterCall",
                "{\"approvalLimit\": -1}                                  | approvalLimit",
                "{\"quietFrom\": \"21:00\"}                               | quietUntil",
                "{\"quietFrom\": \"25:00\"}                               | quietFrom",
                "{\"smsMonthlyBudget\": 100}                              | smsDailyBudget",
                "{\"smsMonthlyBudget\": 100, \"smsDailyBudget\": 101}     | smsDailyBudget",
                "{\"smsMonthlyBudget\": -1, \"smsDailyBudget\": 1}        | smsMonthlyBudget",
                "{\"smsPartPrice\": 0}                                    | smsPartPrice",
                "{\"smsMostParts\": 11}                                   | smsMostParts",
                "{\"smsCountries\": [\"XX\"]}                             | smsCountries",
                "{\"surveyText\": \"Här är enkäten\"}                     | surveyText",
                "{\"surveyText\": \"{länkar} {länk}\"}                    | surveyText",
                "{\"quietTime\": \"21:00\"}                               | quietTime"
            })
    void whatCannotBeIsRefusedByName(String choices, String field) {
        as(token)
                .body(choices)
                .put(in("solna", SETTINGS))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void whoChangedWhatIsInTheAccessLog() {
        choose("solna", Map.of("weeklyCap", 5));

        assertThat(sql.list(
                        NamedSql.of("select subject from access_log where action = 'messaging.configured'"),
                        Map.of(),
                        row -> row.text("subject")))
                .containsExactly("weeklyCap: inherited -> 5");
    }

    @Test
    void onlySwedishMobilesUnlessCountriesAreAdded() {
        assertThat("+46701740605").matches(settings.of(below).limits().mobiles());
        assertThat("+4740612345").doesNotMatch(settings.of(below).limits().mobiles());

        choose("solna", Map.of("smsCountries", List.of("NO")));

        var mobiles = settings.of(below).limits().mobiles();
        assertThat("+46701740605").matches(mobiles);
        assertThat("+4740612345").matches(mobiles);
        assertThat("+4722123456").as("a landline in Oslo").doesNotMatch(mobiles);
        for (var number : List.of("+46701740605", "+4740612345", "+4722123456", "+46846500400")) {
            assertThat(sql.first(
                            NamedSql.of("select cast(:number as text) ~ :mobiles as yes"),
                            Map.of("number", number, "mobiles", mobiles),
                            row -> row.is("yes")))
                    .as("the database agrees about " + number)
                    .contains(number.matches(mobiles));
        }
    }

    @Test
    void settingsNeedTheRightAndAreOnesOwn() {
        a.organization("taby");
        as(a.token("taby")).get(in("solna", SETTINGS)).then().statusCode(404);
        as(a.token("taby")).body(Map.of()).put(in("solna", SETTINGS)).then().statusCode(404);
        as(a.token("solna", Permission.MESSAGES_SEND))
                .body(Map.of())
                .put(in("solna", SETTINGS))
                .then()
                .statusCode(403);
        as("wrong").get(in("solna", SETTINGS)).then().statusCode(401).body("type", containsString("problems"));
    }
}
