package se.ringstuga.calling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.SendingFixtures;

/** A volunteer at phone width sends the survey, and another sees four days later what was promised (rule 14). */
@QuarkusTest
class CallerSurveyTest extends CallerBrowserTest {

    @Inject
    SendingFixtures sending;

    @Inject
    QueueRefresh refresh;

    @Test
    void aCallerSendsTheSurveyWithoutSeeingTheLinkAndTheNextOneSeesThePromise() {
        as(token)
                .body(Map.of("address", "+46701740699", "perSecond", 1000))
                .post(in(SOLNA, "/sms-senders"))
                .then()
                .statusCode(201);
        Page page = calling("Noor");
        String name = whoIsOnTheLine(page);
        showNumber(page);
        assertThat(page.getByText("Skicka enkäten till " + name.substring(0, name.indexOf(' ')) + "?"))
                .isVisible();
        assertThat(page.getByText("Skicka enkäten med e-post")).hasCount(0);
        page.getByText("Skicka enkäten till mobilen").click();
        press(page, "Klart, nästa");
        page.waitForURL("**/ring/thanks**");
        assertThat(page.content()).doesNotContain("/e/");

        clock.advance(Duration.ofMinutes(1));
        sending.sendAll();
        assertThat(calls.count("select count(*) from message where source = 'SURVEY' and contacted_at is not null"))
                .isEqualTo(1);

        clock.advance(Duration.ofDays(4));
        calls.change(
                "update person set phone = null, phone_kind = null where given_name || ' ' || family_name <> :name",
                Map.of("name", name));
        refresh.assignment(assignment);
        Page another = calling("Kim");
        assertThat(another.locator("h1")).hasText(name);
        assertThat(another.getByText("Lovade fylla i")).isVisible();
    }
}
