package se.ringstuga.automations;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom the first message of a flow would reach, asked of the policy that decides again when it leaves. */
@QuarkusTest
class EntryOutlookTest extends AutomationPageTest {

    @Test
    void whoSaidNoOrHasNoMobileIsNotCountedAmongThoseWhoGetAnSms() {
        imported(member(5, "Anna", 3), member(6, "Bo", 3), member(7, "Cilla", 3), mailOnly(8, "Dan"));
        declined("SMS", "Bo", "Cilla");
        var id = written(definition(joined(), sms("Hej!")));

        previewed(id)
                .body("matching.joined", equalTo(4))
                .body("first.by", equalTo("SMS"))
                .body("first.reached", equalTo(1))
                .body("first.refused", equalTo(Map.of("OPTED_OUT", 2, "NO_ADDRESS", 1)));
        page("/" + id + "/activation")
                .body(containsString("1 får välkomst-SMS, 2 har valt bort SMS, 1 saknar mobilnummer."));
    }

    @Test
    void ofTwoChannelsItTakesBothToBeOutOfReach() {
        imported(member(5, "Anna", 3), mailOnly(8, "Dan"), member(6, "Bo", 3));
        declined("SMS", "Anna", "Bo");
        declined("EMAIL", "Bo");
        var step = sms("Hej!");
        step.putAll(map("type", "message", "subject", "Hej"));
        var id = written(definition(joined(), step));

        previewed(id).body("first.reached", equalTo(2)).body("first.refused", equalTo(Map.of("OPTED_OUT", 1)));
        page("/" + id + "/activation").body(containsString("1 har valt bort SMS och e-post"));
    }

    @Test
    void withoutASenderNobodyGetsAnSms() {
        imported(member(5, "Anna", 3));
        change("delete from sms_sender");
        var id = written(definition(joined(), sms("Hej!")));

        previewed(id).body("first.reached", equalTo(0)).body("first.refused", equalTo(Map.of("NO_CARRIER", 1)));
    }

    @Test
    void whatOnlySomeAreSentIsNotWhatEverybodyIsSentFirst() {
        imported(member(5, "Anna", 3));
        var branch = map("type", "branch", "filter", map("type", "hasPhone"), "then", new Object[] {sms("Hej!")});
        previewed(written(definition(joined(), branch))).body("first", nullValue());

        previewed(written(definition(joined(), branch, sms("Till alla"))))
                .body("first.reached", equalTo(1))
                .body("first.refused", anEmptyMap());
    }

    private ValidatableResponse previewed(long id) {
        return as(token)
                .get(in(SOLNA, "/automations/" + id + "/activation"))
                .then()
                .statusCode(200);
    }

    private String mailOnly(int number, String name) {
        return "%d;%s;Ek;;%s@example.org;%s".formatted(number, name, name, today());
    }

    private void declined(String channel, String... names) {
        for (var name : names) {
            change("insert into contact_state (organization_id, person_id, channel, purpose, decision, since)"
                    + " select organization_id, id, '%s', 'ANY', 'WITHDRAWN', created_at from person where given_name = '%s'"
                            .formatted(channel, name));
        }
    }
}
