package se.ringstuga.calling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens to a volunteer's work when the line, the phone or the finger misbehaves (rules 16 to 18). */
@QuarkusTest
class LostLineTest extends CallerBrowserTest {

    @Test
    void aReportMadeWithoutTheNetworkIsKeptInThePhoneAndSentWhenItIsBack() {
        Page page = calling("Noor");
        showNumber(page);
        page.context().setOffline(true);
        page.getByText("Dela flygblad").click();
        press(page, "Klart, nästa");
        assertThat(page.locator("#state")).hasText("Sparat i telefonen. Skickas när nätet är tillbaka.");
        fitsTheScreen(page);
        picture(page, "30-waiting");
        assertThat(reported()).isZero();
        assertThat(drafts(page)).isEqualTo(1);

        page.context().setOffline(false);
        page.waitForURL("**/ring/thanks**");
        assertThat(reported()).isEqualTo(1);
        assertThat(drafts(page)).isEqualTo(0);
        lostLineIsExpected();
    }

    @Test
    void aDraftHoldsNeitherNameNorNumberNorSecretAndSurvivesAReload() {
        Page page = calling("Noor");
        String person = whoIsOnTheLine(page);
        showNumber(page);
        page.getByText("Ringa nya medlemmar").click();
        page.getByLabel("Något du undrar över?").fill("Vill ha skjuts");
        page.reload();
        assertThat(page.getByLabel("Ringa nya medlemmar")).isChecked();
        assertThat(page.getByLabel("Något du undrar över?")).hasValue("Vill ha skjuts");
        String kept = String.valueOf(page.evaluate("JSON.stringify(localStorage)"));
        assertThat(kept).contains("Vill ha skjuts").doesNotContain(person, "70174", "070", "secret");
    }

    @Test
    void aTabThatWasThrownAwayWithAnUnsentReportSendsItWhenAnotherIsOpened() {
        Page page = calling("Noor");
        showNumber(page);
        page.context().setOffline(true);
        press(page, "Klart, nästa");
        assertThat(page.locator("#state")).containsText("Sparat i telefonen");
        Page next = tab(page);
        page.close();
        next.context().setOffline(false);
        next.navigate("/ring");
        next.waitForCondition(() -> reported() == 1);
        next.waitForCondition(() -> drafts(next).equals(0));
        lostLineIsExpected();
    }

    @Test
    void aDoubleTapReportsOnceAndHandsOutOnePerson() {
        Page page = calling("Noor");
        showNumber(page);
        page.evaluate("() => { const b = document.getElementById('done'); b.click(); b.click(); }");
        page.waitForURL("**/ring/thanks**");
        assertThat(reported()).isEqualTo(1);
        button(page, "Nästa person").dblclick();
        page.waitForURL("**/ring/call");
        assertThat(calls.count("select count(*) from call")).isEqualTo(2);
    }

    @Test
    void aPageFrozenAfterTheTapStillReportsFortyMinutesLater() {
        Page page = calling("Noor");
        showNumber(page);
        freeze(page, "frozen");
        clock.advance(Duration.ofMinutes(40));
        freeze(page, "active");
        press(page, "Klart, nästa");
        page.waitForURL("**/ring/thanks**");
        assertThat(calls.count("select count(*) from call where state = 'REPORTED' and not late"))
                .isEqualTo(1);
    }

    private static void freeze(Page page, String state) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject wanted = new JsonObject();
        wanted.addProperty("state", state);
        session.send("Page.setWebLifecycleState", wanted);
        session.detach();
    }

    @Test
    void aCallNobodyToldAboutIsAskedAboutFirst() {
        Page page = calling("Noor");
        String person = whoIsOnTheLine(page);
        showNumber(page);
        clock.advance(Duration.ofMinutes(60));
        page.navigate("/ring");
        assertThat(page.getByText("Hur gick samtalet?")).isVisible();
        picture(page, "31-unreported");
        page.locator(".notice a.button").first().click();
        assertThat(page.locator("h1")).hasText(person);
        assertThat(page.locator("a.call")).hasCount(0);
        fitsTheScreen(page);
        picture(page, "32-unreported-call");
        press(page, "Klart, nästa");
        page.waitForURL("**/ring/thanks**");
        assertThat(calls.count("select count(*) from call where state = 'REPORTED' and late"))
                .isEqualTo(1);
    }

    @Test
    void aLeaseThatRanOutBeforeTheNumberWasShownIsSaidPlainly() {
        Page page = calling("Noor");
        clock.advance(Duration.ofMinutes(30));
        press(page, "Visa numret");
        assertThat(page.locator("#lease")).containsText("har gått vidare till någon annan");
        assertThat(page.locator("a.call")).hasCount(0);
        assertThat(button(page, "Klart, nästa")).isHidden();
        picture(page, "33-lost");
        page.locator(".thumb").getByText("Nästa person").click();
        assertThat(button(page, "Börja ringa")).isVisible();
        refusalsAreExpected();
    }

    @Test
    void stoppingErasesDraftsAndAnotherCallerOnThePhoneNeverSeesThem() {
        Page page = calling("Noor");
        page.getByLabel("Något du undrar över?").fill("Hemligt");
        page.getByText("Sluta för i kväll").click();
        assertThat(drafts(page)).isEqualTo(1);
        press(page, "Ja, sluta");
        assertThat(page.locator("h1")).hasText("Tack för i kväll");
        assertThat(drafts(page)).isEqualTo(0);
        assertThat(calls.count("select count(*) from call where state = 'OPEN'"))
                .isZero();

        join(page, joinLink("Kalle"));
        press(page, "Börja ringa");
        assertThat(page.getByLabel("Något du undrar över?")).hasValue("");
    }

    @Test
    void withoutStorageThePageSaysSoAndStillPosts() {
        Page page = phone();
        page.addInitScript("Object.defineProperty(window, 'localStorage', { get() { throw new Error('private'); } });");
        join(page, joinLink("Noor"));
        press(page, "Börja ringa");
        assertThat(page.locator("#nostorage")).isVisible();
        showNumber(page);
        press(page, "Klart, nästa");
        page.waitForURL("**/ring/thanks**");
        assertThat(reported()).isEqualTo(1);
    }

    @Test
    void withoutScriptTheFormsPostByThemselves() {
        Page page = phone(aPhone().setJavaScriptEnabled(false));
        join(page, joinLink("Noor"));
        press(page, "Börja ringa");
        picture(page, "34-no-script");
        showNumber(page);
        press(page, "Upptaget");
        page.waitForURL("**/ring/thanks**");
        assertThat(calls.count("select count(*) from call where outcome = 'BUSY'"))
                .isEqualTo(1);
    }

    @Test
    void aWholeCallCanBeMadeWithTheKeyboard() {
        Page page = calling("Noor");
        button(page, "Visa numret").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("a.call").first()).isFocused();
        page.locator("#open-other").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#other")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#other")).isHidden();
        assertThat(page.locator("#open-other")).isFocused();
        page.getByLabel("Dela flygblad").focus();
        page.keyboard().press("Space");
        button(page, "Klart, nästa").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/ring/thanks**");
        assertThat(button(page, "Nästa person")).isFocused();
        assertThat(calls.count("select count(*) from answer")).isEqualTo(1);
    }

    @Test
    void somebodyWhoRingsBackIsFoundByTheLastFourDigits() {
        Page page = calling("Noor");
        String person = whoIsOnTheLine(page);
        showNumber(page);
        String digits = page.locator("a.call").first().getAttribute("href");
        outcome(page, "Inget svar");
        page.waitForURL("**/ring/thanks**");
        page.getByText("Någon ringde upp mig").click();
        page.getByLabel("Fyra sista siffrorna").fill("0000");
        press(page, "Leta");
        assertThat(page.getByText("ingen av dem du har ringt")).isVisible();
        page.getByLabel("Fyra sista siffrorna").fill(digits.substring(digits.length() - 4));
        press(page, "Leta");
        picture(page, "35-rang-back");
        page.getByText(person).click();
        assertThat(page.locator("h1")).hasText(person);
        picture(page, "36-rang-back-call");
        press(page, "Klart, nästa");
        page.waitForURL("**/ring/thanks**");
        assertThat(reported()).isEqualTo(2);
    }

    @Test
    void aDraftIsErasedAfterADay() {
        Page page = calling("Noor");
        page.evaluate("""
                () => {
                  const hour = 60 * 60 * 1000;
                  const old = hours => JSON.stringify({at: Date.now() - hours * hour, url: '/x', fields: [['note', 'Hej']]});
                  localStorage.setItem('ringstuga.call.other.1', old(25));
                  localStorage.setItem('ringstuga.call.other.2', old(23));
                }""");
        page.navigate("/ring");
        assertThat(page.evaluate("localStorage.getItem('ringstuga.call.other.1')"))
                .isNull();
        assertThat(page.evaluate("localStorage.getItem('ringstuga.call.other.2')"))
                .isNotNull();
    }

    @Test
    void stoppingSendsWhatIsUnsentFirst() {
        Page page = calling("Noor");
        showNumber(page);
        page.context().setOffline(true);
        press(page, "Klart, nästa");
        assertThat(page.locator("#state")).containsText("Sparat i telefonen");
        Page next = tab(page);
        page.close();
        next.context().setOffline(false);
        next.navigate("/ring/stop");
        press(next, "Ja, sluta");
        assertThat(next.locator("h1")).hasText("Tack för i kväll");
        assertThat(reported()).isEqualTo(1);
        assertThat(drafts(next)).isEqualTo(0);
        lostLineIsExpected();
    }
}
