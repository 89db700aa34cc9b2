package se.ringstuga.calling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a volunteer reads when nobody is handed out, and what the organizer has chosen for the page. */
@QuarkusTest
class CallerWaitsTest extends CallerBrowserTest {

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }

    @Test
    void aPauseIsSaidAndTheButtonGoesOnAfterwards() {
        Page page = joined("Noor");
        calls.change("update call_assignment set paused_at = opened_at", Map.of());
        press(page, "Börja ringa");
        assertThat(page.locator("h1")).hasText("Ringstugan har paus");
        look(page, "40-paused");

        calls.change("update call_assignment set paused_at = null", Map.of());
        press(page, "Titta igen");
        assertThat(button(page, "Visa numret")).isVisible();
    }

    @Test
    void thePageSaysWhoHasBeenContactedEnoughThisWeekAndFromWhenTheyCanBeCalled() {
        Page page = joined("Noor");
        calls.change("""
                update call_queue_entry e
                set not_before = a.opened_at + interval '2 days', capped_until = a.opened_at + interval '2 days'
                from call_assignment a where a.id = e.assignment_id""", Map.of());
        press(page, "Börja ringa");
        assertThat(page.getByText("så ofta vi får den här veckan; den första går att ringa"))
                .isVisible();
        look(page, "44-contacted-enough");
    }

    @Test
    void aClosedRingstugaThanksAndOffersNobody() {
        Page page = joined("Noor");
        calls.change("update call_assignment set closed_at = opened_at", Map.of());
        press(page, "Börja ringa");
        assertThat(page.locator("h1")).hasText("Ringstugan är stängd");
        assertThat(page.getByText("Tack för alla samtal")).isVisible();
        assertThat(button(page, "Titta igen")).hasCount(0);
        look(page, "41-closed");
    }

    @Test
    void aLimitIsExplainedAndEndsWhenTheOrganizerLiftsIt() {
        Page page = joined("Noor");
        for (int i = 0; i < 3; i++) {
            press(page, "Börja ringa");
            page.getByText("Hoppa över…").click();
            press(page, "Det känns obekvämt");
        }
        press(page, "Börja ringa");
        assertThat(page.locator("h1")).hasText("Nu behöver organisatören titta till dig");
        assertThat(page.getByText("Du har hoppat över flera personer")).isVisible();
        look(page, "42-limit");

        long caller = calls.count("select id as count from caller");
        as(token)
                .delete(in(SOLNA, "/call-assignments/" + assignment + "/callers/" + caller + "/limit"))
                .then()
                .statusCode(204);
        press(page, "Titta igen");
        assertThat(button(page, "Visa numret")).isVisible();
    }

    @Test
    void thePageBeginsWithTheNameAndHoldsTheScriptBackUntilTheAnswer() {
        Page page = calling("Noor");
        assertThat(page.locator("#opening")).hasText("Hej! Talar jag med " + MEMBERS.getFirst() + "?");
        assertThat(page.getByText("Vi vill hälsa dig välkommen")).isHidden();
        assertThat(page.getByText("Gick med")).isHidden();
        page.getByText("Någon annan svarade").click();
        assertThat(page.getByText("Det var inget viktigt")).isVisible();
        assertThat(page.getByText("Vi vill hälsa dig välkommen")).isHidden();
        page.getByText("Ja, det är").click();
        assertThat(page.getByText("Vi vill hälsa dig välkommen")).isVisible();
        assertThat(page.getByText("Gick med")).isVisible();
    }

    @Test
    void whatTheOrganizerTakesAwayAfterItWasTickedStopsNoReport() {
        long tag = as(token)
                .body(Map.of("title", "Vill ha en kaffe"))
                .post(in(SOLNA, "/tags"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .body(Map.of("tagIds", List.of(tag)))
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);
        Page page = calling("Noor");
        showNumber(page);
        page.getByText("Vill ha en kaffe").click();
        look(page, "43-tags");

        as(token)
                .body(Map.of("tagIds", List.of()))
                .patch(in(SOLNA, "/call-assignments/" + assignment))
                .then()
                .statusCode(200);
        press(page, "Klart, nästa");
        page.waitForURL("**/ring/thanks**");
        assertThat(calls.count("select count(*) from call where state = 'REPORTED'"))
                .isEqualTo(1);
        assertThat(calls.count("select count(*) from person_tag where tag_id = " + tag))
                .isZero();
    }

    @Test
    void whoeverStoppedComesBackTheSameEveningOnTheSamePhone() {
        String link = joinLink("Noor");
        Page page = phone();
        join(page, link);
        page.getByText("Sluta för i kväll").click();
        press(page, "Ja, sluta");
        assertThat(page.getByText("Öppna din länk igen i samma telefon")).isVisible();

        page.navigate(link);
        press(page, "Gå med");
        assertThat(button(page, "Börja ringa")).isVisible();

        Page other = phone();
        other.navigate(link);
        press(other, "Gå med");
        assertThat(other.locator("h1")).hasText("Länken används redan i en annan webbläsare");
    }
}
