package se.ringstuga.preferences;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Permission;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** What people want to receive: by their own link, by one click, and as staff and tools note it. */
@QuarkusTest
class PreferencesTest extends ApiTest {

    private static final String NUMBER = "+46701740605";
    private static final String EVERYTHING = "NOTICE REMINDER WELCOME INFORMATION";

    @Inject
    PersonalLinks links;

    @Inject
    Consents consents;

    @Inject
    UserTransaction transaction;

    @Inject
    Sql sql;

    private String token;
    private long solna;
    private long anna;
    private String link;

    @BeforeEach
    void aMember() {
        solna = a.organization("solna");
        token = a.token("solna");
        anna = person("Anna", NUMBER);
        link = path(links.preferences(anna));
    }

    private long person(String name, String phone) {
        return as(token)
                .body(Map.of("givenName", name, "familyName", "Hemlig", "phone", phone, "email", name + "@example.org"))
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private static String path(String address) {
        return URI.create(address).getPath();
    }

    private ValidatableResponse open(String address) {
        return given().accept(ContentType.HTML)
                .redirects()
                .follow(false)
                .get(address)
                .then();
    }

    private ValidatableResponse save(String sms, String email, boolean calls) {
        var request = given().contentType(ContentType.URLENC).redirects().follow(false);
        request.formParam("chosen", "all");
        List.of(sms.split(" ")).forEach(value -> request.formParam("SMS", value));
        List.of(email.split(" ")).forEach(value -> request.formParam("EMAIL", value));
        if (calls) {
            request.formParam("CALL", "CALL");
        }
        return request.post(link).then().statusCode(303);
    }

    private ValidatableResponse preferences() {
        return as(token)
                .get(in("solna", "/people/" + anna + "/preferences"))
                .then()
                .statusCode(200);
    }

    private String state(String channel, String purpose) {
        return preferences()
                .extract()
                .path("preferences.find { it.channel == '%s' && it.purpose == '%s' }.state"
                        .formatted(channel, purpose));
    }

    private long rows(String statement) {
        return sql.first(NamedSql.of(statement), Map.of(), row -> row.number("count"))
                .orElseThrow();
    }

    private void suppress(Channel channel) throws Exception {
        transaction.begin();
        consents.suppress(solna, channel, NUMBER, "sms:1");
        transaction.commit();
    }

    @Test
    void thePageShowsTheFirstNameAndNothingElseOfThePerson() {
        open(link)
                .statusCode(200)
                .body(containsString("Hej Anna!"))
                .body(not(containsString("Hemlig")))
                .body(not(containsString(NUMBER)))
                .body(not(containsString("example.org")))
                .header("Cache-Control", "no-store");
    }

    @Test
    void lookingAtTheLinkChangesNothing() {
        open(link).statusCode(200);
        open(link + "?saved=1").statusCode(200).body(containsString("Sparat."));
        open(link + "/one-click").statusCode(303).header("Location", endsWith(link));

        assertThat(rows("select count(*) from contact_consent")).isZero();
    }

    @Test
    void whatIsTakenAwayIsNotReceivedAnyMoreAndTheRestIs() {
        save("NOTICE REMINDER", EVERYTHING, true);

        assertThat(state("SMS", "INFORMATION")).isEqualTo("WITHDRAWN");
        assertThat(state("SMS", "WELCOME")).isEqualTo("WITHDRAWN");
        assertThat(state("SMS", "NOTICE")).isEqualTo("NOT_SAID");
        assertThat(state("EMAIL", "INFORMATION")).isEqualTo("NOT_SAID");
        assertThat(state("CALL", "ANY")).isEqualTo("NOT_SAID");
        preferences()
                .body("preferences.findAll { it.state == 'WITHDRAWN' }.source", hasItem("personal link"))
                .body("preferences.findAll { it.state == 'WITHDRAWN' }.actor", hasItem("person:" + anna));
    }

    @Test
    void savingAgainUndoesIt() {
        save("", "", false);
        assertThat(state("SMS", "ANY")).isEqualTo("WITHDRAWN");
        assertThat(state("CALL", "ANY")).isEqualTo("WITHDRAWN");

        save(EVERYTHING, EVERYTHING, true);

        assertThat(state("SMS", "ANY")).isEqualTo("GRANTED");
        assertThat(state("EMAIL", "ANY")).isEqualTo("GRANTED");
        assertThat(state("CALL", "ANY")).isEqualTo("GRANTED");
        open(link).body(not(containsString("\"INFORMATION\"><span>")));
    }

    @Test
    void savingTheSameTwiceIsNotedOnce() {
        save("NOTICE", EVERYTHING, true);
        var noted = rows("select count(*) from contact_consent");
        save("NOTICE", EVERYTHING, true);

        assertThat(rows("select count(*) from contact_consent")).isEqualTo(noted);
    }

    @Test
    void onePurposeByAnotherChannelLeavesTheRestOfThatChannelOff() {
        save("", EVERYTHING, true);
        save("REMINDER", EVERYTHING, true);

        assertThat(state("SMS", "ANY")).isEqualTo("GRANTED");
        assertThat(state("SMS", "REMINDER")).isEqualTo("GRANTED");
        assertThat(state("SMS", "INFORMATION")).isEqualTo("WITHDRAWN");
        assertThat(state("SMS", "NOTICE")).isEqualTo("WITHDRAWN");
    }

    @Test
    void switchingSmsOnAgainUndoesTheStopOfTheOwnNumber() throws Exception {
        suppress(Channel.SMS);
        preferences().body("suppressed", contains("SMS"));

        save(EVERYTHING, EVERYTHING, true);

        preferences().body("suppressed", empty());
        assertThat(state("SMS", "NOTICE")).isEqualTo("GRANTED");
    }

    @Test
    void aPhoneThatAnotherDoesNotWantToRingStaysQuiet() throws Exception {
        var bo = person("Bo", NUMBER);
        as(token)
                .body(Map.of("preferences", List.of(Map.of("channel", "CALL", "purpose", "ANY", "state", "WITHDRAWN"))))
                .put(in("solna", "/people/" + bo + "/preferences"))
                .then()
                .statusCode(200);
        suppress(Channel.CALL);

        save(EVERYTHING, EVERYTHING, true);

        preferences().body("suppressed", contains("CALL"));
    }

    @Test
    void unsubscribingLeavesSummonsAndReminders() {
        given().contentType(ContentType.URLENC)
                .redirects()
                .follow(false)
                .formParam("chosen", "less")
                .post(link)
                .then()
                .statusCode(303);

        assertThat(state("SMS", "INFORMATION")).isEqualTo("WITHDRAWN");
        assertThat(state("EMAIL", "WELCOME")).isEqualTo("WITHDRAWN");
        assertThat(state("EMAIL", "NOTICE")).isEqualTo("NOT_SAID");
        assertThat(state("SMS", "REMINDER")).isEqualTo("NOT_SAID");
        open(link).body(not(containsString("value=\"less\"")));
    }

    @Test
    void oneClickUnsubscribesFromNewsByEmailAloneWithoutCookieOrMark() {
        given().contentType(ContentType.URLENC)
                .header("Origin", "https://mail.example")
                .header("Sec-Fetch-Site", "cross-site")
                .body("List-Unsubscribe=One-Click")
                .post(link + "/one-click")
                .then()
                .statusCode(200);
        given().multiPart("List-Unsubscribe", "One-Click")
                .post(link + "/one-click")
                .then()
                .statusCode(200);

        assertThat(state("EMAIL", "INFORMATION")).isEqualTo("WITHDRAWN");
        assertThat(state("EMAIL", "WELCOME")).isEqualTo("WITHDRAWN");
        assertThat(state("EMAIL", "NOTICE")).isEqualTo("NOT_SAID");
        assertThat(state("SMS", "INFORMATION")).isEqualTo("NOT_SAID");
        assertThat(rows("select count(*) from contact_consent")).isEqualTo(2);
        preferences().body("preferences.findAll { it.state == 'WITHDRAWN' }.source", hasItem("one-click"));
    }

    @Test
    void oneClickSpeaksForEveryoneWhoHasTheAddress() {
        var anders = person("anna", "+46701740608");
        given().contentType(ContentType.URLENC)
                .body("List-Unsubscribe=One-Click")
                .post(link + "/one-click")
                .then()
                .statusCode(200);

        as(token)
                .get(in("solna", "/people/" + anders + "/preferences"))
                .then()
                .body("preferences.findAll { it.state == 'WITHDRAWN' }.purpose", contains("WELCOME", "INFORMATION"))
                .body("preferences.find { it.state == 'WITHDRAWN' }.actor", equalTo("person:" + anna));
    }

    @Test
    void aPostThatAsksForNothingChangesNothing() {
        given().contentType(ContentType.URLENC)
                .body("hello=1")
                .post(link + "/one-click")
                .then()
                .statusCode(400);
        given().contentType(ContentType.URLENC)
                .body("hello=1")
                .post(link)
                .then()
                .statusCode(400);

        assertThat(rows("select count(*) from contact_consent")).isZero();
    }

    @Test
    void madeUpLinksAndThoseOfErasedPeopleLookTheSame() {
        var erased = erased();
        var unknown = open("/m/AAAAAAAAAAAAAAAAA").statusCode(404).extract().asString();

        assertThat(open(erased).statusCode(404).extract().asString()).isEqualTo(unknown);
        given().body("List-Unsubscribe=One-Click")
                .contentType(ContentType.URLENC)
                .post("/m/AAAAAAAAAAAAAAAAA/one-click")
                .then()
                .statusCode(404);
    }

    @Transactional
    String erased() {
        var cilla = person("Cilla", "+46701740607");
        sql.update(NamedSql.of("delete from person where id = :id"), Map.of("id", cilla));
        return path(links.preferences(cilla));
    }

    @Test
    void whoeverGuessesIsStoppedAfterTwentyMisses() {
        for (int i = 0; i < 20; i++) {
            open("/m/AAAAAAAAAAAAAAA%02d".formatted(i)).statusCode(404);
        }
        open(link).statusCode(429);

        clock.advance(Duration.ofMinutes(1));
        open(link).statusCode(200);
    }

    @Test
    void staffNoteWhatTheyWereToldWithTheirName() {
        var address = in("solna", "/people/" + anna + "/preferences");
        preferences().body("preferences.state", not(hasItem("WITHDRAWN"))).body("preferences[0].since", nullValue());

        as(token)
                .body(Map.of(
                        "preferences",
                        List.of(
                                Map.of("channel", "SMS", "purpose", "INFORMATION", "state", "WITHDRAWN"),
                                Map.of("channel", "EMAIL", "purpose", "ANY", "state", "GRANTED"))))
                .put(address)
                .then()
                .statusCode(200)
                .body("preferences.find { it.state == 'WITHDRAWN' }.source", equalTo("token"))
                .body("preferences.find { it.state == 'WITHDRAWN' }.actor", containsString("token:"))
                .body("preferences.find { it.state == 'GRANTED' }.channel", equalTo("EMAIL"));
        as(token)
                .body(Map.of(
                        "preferences",
                        List.of(Map.of("channel", "SMS", "purpose", "INFORMATION", "state", "NOT_SAID"))))
                .put(address)
                .then()
                .statusCode(200);

        assertThat(state("SMS", "INFORMATION")).isEqualTo("NOT_SAID");
        assertThat(rows("select count(*) from contact_consent")).isEqualTo(3);
        assertThat(rows("select count(*) from access_log where action = 'person.preferences-changed'"))
                .isEqualTo(2);
        assertThat(rows("select count(*) from access_log where action = 'person.preferences'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                              | preferences
                    {"preferences":[]}                                                              | preferences
                    {"preferences":[null]}                                                          | preferences[0].channel
                    {"preferences":[{"purpose":"ANY","state":"GRANTED"}]}                           | preferences[0].channel
                    {"preferences":[{"channel":"FAX","purpose":"ANY","state":"GRANTED"}]}           | preferences[0].channel
                    {"preferences":[{"channel":"SMS","state":"GRANTED"}]}                           | preferences[0].purpose
                    {"preferences":[{"channel":"SMS","purpose":"CALL","state":"GRANTED"}]}          | preferences[0].purpose
                    {"preferences":[{"channel":"CALL","purpose":"NOTICE","state":"GRANTED"}]}       | preferences[0].purpose
                    {"preferences":[{"channel":"SMS","purpose":"ANY"}]}                             | preferences[0].state
                    {"preferences":[{"channel":"SMS","purpose":"ANY","state":"GRANTED"},{"channel":"SMS","purpose":"ANY","state":"WITHDRAWN"}]} | preferences[1]
                    """)
    void whatCannotBeNotedIsRefusedNamingTheField(String body, String field) {
        as(token)
                .body(body)
                .put(in("solna", "/people/" + anna + "/preferences"))
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
        assertThat(rows("select count(*) from contact_consent")).isZero();
    }

    @Test
    void onlyWhoMaySeeOrChangeThePersonDoes() {
        var address = in("solna", "/people/" + anna + "/preferences");
        var body = Map.of("preferences", List.of(Map.of("channel", "SMS", "purpose", "ANY", "state", "WITHDRAWN")));
        a.organization("malmo");
        var stranger = a.token("malmo");
        var reader = a.token("solna", Permission.PEOPLE_READ);

        given().get(address).then().statusCode(401);
        given().contentType(ContentType.JSON).body(body).put(address).then().statusCode(401);
        as(reader).get(address).then().statusCode(200);
        as(reader).body(body).put(address).then().statusCode(403);
        as(a.token("solna", Permission.SEGMENTS_READ)).get(address).then().statusCode(403);
        as(stranger).get(in("malmo", "/people/" + anna + "/preferences")).then().statusCode(404);
        as(stranger)
                .body(body)
                .put(in("malmo", "/people/" + anna + "/preferences"))
                .then()
                .statusCode(404);
        as(token).put(in("solna", "/people/" + anna + "/restriction")).then().statusCode(204);
        as(reader).get(address).then().statusCode(404);
    }
}
