package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.contact.Channel;

/** The pages of what is sent around events. */
@QuarkusTest
class ReminderPagesTest extends ReminderTest {

    private static final String RULES = "/o/solna/reminder-rules";

    @Inject
    StaffFixtures staff;

    private long asaId;
    private String asa = "";
    private long rule;

    @BeforeEach
    void anOrganizer() {
        asaId = staff.staff("asa@example.org", "solna", Role.ORGANIZER);
        asa = staff.session(asaId);
        rule = dayBefore();
    }

    private RequestSpecification browser() {
        return StaffFixtures.browser(asa);
    }

    private String page(String path) {
        return browser().get(path).then().statusCode(200).extract().asString();
    }

    @Test
    void theRulesStandInPlainWordsAndAreSwitchedOffAndOnByAButton() {
        assertThat(page(RULES + "?kind=" + kind))
                .contains("dagen före kl 17.00 till anmälda")
                .contains("Möte");

        var off = StaffFixtures.post(browser(), RULES + "/" + rule + "/do/off", Map.of());
        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(number("select count(*) as n from reminder_rule where id = " + rule
                        + " and switched_off_at is not null"))
                .isEqualTo(1);
        StaffFixtures.post(browser(), RULES + "/" + rule + "/do/on", Map.of());

        assertThat(number(
                        "select count(*) as n from reminder_rule where id = " + rule + " and switched_off_at is null"))
                .isEqualTo(1);
        assertThat(StaffFixtures.post(browser(), RULES + "/" + rule + "/do/nothing", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    /** Its segment is gone, or its sender cannot be answered any more: just then somebody wants it off. */
    @Test
    void whatCouldNotBeWrittenAnyMoreIsSwitchedOffAllTheSame() {
        change("update reminder_rule set audience = 'SEGMENT', segment_id = 4711, purpose = 'INFORMATION',"
                + " sms_text = 'Svara JA!' where id = " + rule);
        as(token).body(Map.of("address", "Solna", "perSecond", 10)).post(in("solna", "/sms-senders"));

        assertThat(StaffFixtures.post(browser(), RULES + "/" + rule + "/do/off", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(number("select count(*) as n from reminder_rule where id = " + rule
                        + " and switched_off_at is not null and sms_text = 'Svara JA!'"))
                .isEqualTo(1);
    }

    @Test
    void anEventShowsWhatIsSentWhatBecameOfItAndWhomToCall() {
        var event = event("2026-11-24T18:30");
        var bo = member(6);
        signUp(event, member(5));
        signUp(event, bo);
        no(bo, Channel.SMS);
        var path = "/o/solna/events/" + event + "/reminders";
        assertThat(page(path))
                .contains("till 2 anmälda")
                .contains("Medlemsmöte i morgon kl 18.30")
                .contains("Inget än.");

        workAt("2026-11-23T17:00");
        asa = staff.session(asaId);

        assertThat(page(path))
                .contains("1 levererade")
                .contains("1 nås inte: har avböjt sådana meddelanden")
                .doesNotContain("hinner inte skickas");
        assertThat(page(path + "/unreached")).contains("+46701740606").doesNotContain("+46701740605");
    }

    @Test
    void anothersEventsAndRulesAreNoPages() {
        a.organization("taby");
        var berit = StaffFixtures.browser(staff.session(staff.staff("berit@example.org", "taby", Role.ORGANIZER)));
        var event = event("2026-11-24T18:30");
        assertThat(berit.get("/o/taby/events/" + event + "/reminders").statusCode())
                .isEqualTo(404);
        assertThat(berit.get("/o/taby/events/" + event + "/reminders/unreached").statusCode())
                .isEqualTo(404);
        assertThat(berit.get("/o/taby/reminder-rules/" + rule + "/edit").statusCode())
                .isEqualTo(404);
        assertThat(StaffFixtures.post(berit, "/o/taby/reminder-rules/" + rule + "/do/off", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(StaffFixtures.visitor().get(RULES).statusCode()).isNotEqualTo(200);
    }
}
