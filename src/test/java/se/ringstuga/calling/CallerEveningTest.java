package se.ringstuga.calling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A volunteer's evening at phone width, from the personal link to the thanks. */
@QuarkusTest
class CallerEveningTest extends CallerBrowserTest {

    @Test
    void aWholeEveningFromTheLinkToTheThanks() {
        Page page = phone();
        page.navigate(joinLink("Noor"));
        look(page, "01-join");
        press(page, "Gå med");
        look(page, "02-promise");
        press(page, "Jag lovar");
        look(page, "03-home");
        press(page, "Börja ringa");
        look(page, "04-person");
        showNumber(page);
        assertThat(page.locator("a.call").first()).hasAttribute("href", Pattern.compile("tel:\\+46701740\\d{3}"));
        assertThat(page.locator("a.call").first()).isFocused();
        look(page, "05-number");

        page.getByText("Ja, det är").click();
        assertThat(page.getByText("Vi vill hälsa dig välkommen")).isVisible();
        page.getByText("Dela flygblad").click();
        page.getByText("4", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Något du undrar över?").fill("När är nästa möte?");
        press(page, "Klart, nästa");
        page.waitForURL("**/ring/thanks**");
        assertThat(page.locator("h1")).hasText("Tack, Noor");
        look(page, "06-thanks");
        assertThat(drafts(page)).isEqualTo(0);
        assertThat(calls.count("select count(*) from answer")).isEqualTo(3);

        press(page, "Nästa person");
        showNumber(page);
        press(page, "Inget svar…");
        look(page, "07-sheet");
        page.getByText("Ring senare…").click();
        page.getByText(Pattern.compile("I morgon 18\\.00")).click();
        look(page, "08-call-back");
        press(page, "Spara tiden, nästa");
        page.waitForURL("**/ring/thanks**");
        assertThat(page.getByText("Vi ringer igen i morgon kl 18.00")).isVisible();

        press(page, "Nästa person");
        page.getByText("Hoppa över…").click();
        look(page, "09-skip");
        press(page, "Jag känner personen");
        press(page, "Nästa person");
        assertThat(page.locator("h1")).hasText("Det finns ingen att ringa just nu");
        look(page, "10-empty");

        page.getByText("Sluta för i kväll").click();
        look(page, "11-stop");
        press(page, "Ja, sluta");
        assertThat(page.locator("h1")).hasText("Tack för i kväll");
        assertThat(page.getByText("Du ringde 2 samtal i kväll. Sammanlagt har 1 svarat dig."))
                .isVisible();
        assertThat(page.getByText("ta bort kvällens nummer")).isVisible();
        look(page, "12-bye");
        page.navigate("/ring");
        assertThat(page.locator("h1")).hasText("Du behöver logga in");
        refusalsAreExpected();
    }

    @Test
    void theLinkShowsAButtonAndNobodyAndItsSecretLeavesTheAddress() {
        String link = joinLink("Noor");
        Page page = phone();
        page.navigate(link);
        page.reload();
        assertThat(calls.count("select count(*) from session")).isZero();
        MEMBERS.forEach(name -> assertThat(page.content()).doesNotContain(name));
        press(page, "Gå med");
        assertThat(page.url()).endsWith("/ring");

        page.navigate(link);
        press(page, "Gå med");
        assertThat(page.locator("h1")).hasText("Innan du börjar: ett löfte");
        assertThat(calls.count("select count(*) from session")).isEqualTo(1);
    }

    @Test
    void aSecondBrowserWaitsForTheOrganizersYes() {
        String link = joinLink("Noor");
        Page first = phone();
        join(first, link);
        press(first, "Börja ringa");
        String person = whoIsOnTheLine(first);

        Page second = phone();
        second.navigate(link);
        press(second, "Gå med");
        assertThat(second.locator("h1")).hasText("Länken används redan i en annan webbläsare");
        look(second, "13-second-browser");
        approve();
        press(second, "Titta igen");
        second.getByText("Fortsätt samtalet").click();
        assertThat(whoIsOnTheLine(second)).isEqualTo(person);
        first.navigate("/ring");
        assertThat(first.locator("h1")).hasText("Du behöver logga in");
        refusalsAreExpected();
    }

    private void approve() {
        calls.change("update caller_join_request set approved_at = created_at, approved_by = 'token:1'", Map.of());
    }

    @Test
    void theNumberIsNotInThePageUntilItIsAskedFor() {
        Page page = calling("Noor");
        assertThat(page.content()).doesNotContain("70174").doesNotContain("070-174");
        showNumber(page);
        assertThat(calls.count("select count(*) from access_log where action = 'call.number-shown'"))
                .isEqualTo(1);
        page.reload();
        assertThat(page.locator("a.call").first()).isVisible();
    }

    @Test
    void practisingTouchesNoQueueNoNumberAndNoFigure() {
        Page page = joined("Noor");
        page.getByText("Öva först på en påhittad person").click();
        look(page, "14-practice");
        showNumber(page);
        assertThat(page.locator("a.call")).hasAttribute("href", "tel:+46701740699");
        page.getByText("Dela flygblad").click();
        press(page, "Klart, nästa");
        assertThat(page.locator("h1")).hasText("Så går det till");
        look(page, "15-practised");
        assertThat(calls.count("select count(*) from call")).isZero();
        assertThat(calls.count("select count(*) from submission")).isZero();
        assertThat(drafts(page)).isEqualTo(0);
    }

    @Test
    void whatWasReportedCanBeUndoneForThirtySeconds() {
        Page page = calling("Noor");
        String person = whoIsOnTheLine(page);
        showNumber(page);
        outcome(page, "Upptaget");
        page.waitForURL("**/ring/thanks**");
        press(page, "Ångra");
        page.waitForURL("**/ring/call");
        assertThat(whoIsOnTheLine(page)).isEqualTo(person);
        assertThat(reported()).isZero();

        outcome(page, "Upptaget");
        page.waitForURL("**/ring/thanks**");
        clock.advance(Duration.ofSeconds(31));
        page.reload();
        assertThat(button(page, "Ångra")).isHidden();
    }

    @Test
    void twoCallersAtOnceNeverGetTheSamePerson() {
        Page noor = calling("Noor");
        Page kalle = calling("Kalle");
        assertThat(whoIsOnTheLine(noor)).isNotEqualTo(whoIsOnTheLine(kalle));
    }

    @Test
    void thePagesSpeakEnglishWhenAskedTo() {
        Page page = calling("Noor");
        page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(button(page, "Show the number")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.navigate("/ring");
        assertThat(page.getByText("Stop for tonight")).isVisible();
    }

    @Test
    void aTimeOutsideTheCallingHoursIsRefusedWithTheNearest() {
        Page page = calling("Noor");
        showNumber(page);
        press(page, "Inget svar…");
        page.getByText("Ring senare…").click();
        page.locator("[name=callBackOther]").fill("2026-11-26T06:00");
        press(page, "Spara tiden, nästa");
        assertThat(page.locator("#callBackAt-wrong"))
                .hasText(Pattern.compile("Närmaste tid är torsdag 26 november kl 09.00"));
        look(page, "16-refused-time");
        refusalsAreExpected();
    }

    private void look(Page page, String name) {
        fitsTheScreen(page);
        picture(page, name);
    }
}
