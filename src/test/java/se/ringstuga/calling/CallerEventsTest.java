package se.ringstuga.calling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A volunteer at phone width signs the person on the line up for the next meeting. */
@QuarkusTest
class CallerEventsTest extends CallerBrowserTest {

    @Test
    void whoeverIsOnTheLineIsSignedUpForTheNextMeeting() {
        var kind = as(token).get(in(SOLNA, "/event-kinds")).jsonPath().getLong("find { it.key == 'nya-medlemmar' }.id");
        var event = as(token)
                .body(Map.of(
                        "kindId", kind, "title", "Kaffe för nya", "startsAtLocal", "2026-12-09T18:30", "minutes", 120))
                .post(in(SOLNA, "/events"))
                .jsonPath()
                .getLong("id");
        as(token).post(in(SOLNA, "/events/" + event + "/publication")).then().statusCode(200);
        as(token)
                .body(Map.of("eventKindIds", List.of(kind)))
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);

        Page page = calling("Noor");
        String name = whoIsOnTheLine(page);
        showNumber(page);
        assertThat(page.getByText("Vill " + name.substring(0, name.indexOf(' ')) + " anmäla sig?"))
                .isVisible();
        page.getByText("Kaffe för nya, onsdag 9 december kl 18.30").click();
        fitsTheScreen(page);
        picture(page, "call-events");
        press(page, "Klart, nästa");
        page.waitForURL("**/ring/thanks**");

        assertThat(calls.query("select state || ' ' || source as said from sign_up", row -> row.text("said")))
                .containsExactly("SIGNED_UP CALL");
    }
}
