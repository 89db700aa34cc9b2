package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;

/** Signing up on the public page with a code (rule 34). */
@QuarkusTest
class PublicSignUpTest extends VisitorsOfEvents {

    @Test
    void aStrangerSignsUpAsAGuestWithTheCodeOfTheirPhone() {
        var page = path(ask("Stina Ås", "070-174 06 10", "need", "CHILDCARE"));
        assertThat(arrived().getFirst()).startsWith("solna: koden för din anmälan är ");
        assertThat(comers()).isEmpty();

        assertThat(path(confirm(page, code()))).isEqualTo(page);
        assertThat(comers()).containsExactly("Stina Ås +46701740610 SIGNED_UP");
        assertThat(StaffFixtures.visitor().get(page).asString()).contains("Du är anmäld.");
        assertThat(sql.list(NamedSql.of("select needs from sign_up"), Map.of(), row -> row.texts("needs")))
                .containsExactly(List.of("CHILDCARE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+46701740605", "anna@example.org", "ANNA@example.org"})
    void aKnownAddressSignsThatPersonUp(String address) {
        long anna = person("Anna", "+46701740605", "anna@example.org");

        confirm(path(ask("anna  Ek", address)), code());
        assertThat(comers()).containsExactly("person " + anna + " SIGNED_UP");
    }

    /** Bertil has no address but Anna's. */
    @Test
    void somebodyElseAtAKnownAddressComesAsThemselvesAndTakesNothingAway() {
        long anna = person("Anna", "+46701740605", "hem@example.org");
        confirm(path(ask("Anna", "hem@example.org", "need", "CHILDCARE")), code());
        clock.advance(Duration.ofSeconds(1));
        confirm(path(ask("Bertil", "hem@example.org")), code());
        clock.advance(Duration.ofSeconds(1));
        confirm(path(ask("Anna", "hem@example.org", "need", "FOOD")), code());

        assertThat(comers()).containsExactly("person " + anna + " SIGNED_UP", "Bertil hem@example.org SIGNED_UP");
        assertThat(sql.list(
                        NamedSql.of("select needs from sign_up where person_id is not null"),
                        Map.of(),
                        row -> row.texts("needs")))
                .singleElement()
                .satisfies(needs -> assertThat(needs).containsExactlyInAnyOrder("CHILDCARE", "FOOD"));
    }

    @Test
    void ofAHouseholdTheOneOfThatNameIsSignedUpAndNobodyElse() {
        person("Anna", "+46701740605", "hem@example.org");
        long bo = person("Bo", "+46701740606", "hem@example.org");

        confirm(path(ask("bo ek", "hem@example.org")), code());
        clock.advance(Duration.ofMinutes(1));
        assertThat(comers()).containsExactly("person " + bo + " SIGNED_UP");
        confirm(path(ask("Cilla", "hem@example.org")), code());
        assertThat(comers()).contains("Cilla hem@example.org SIGNED_UP");
    }

    /** Nothing in what comes back differs but the ticket and the address that was typed. */
    @Test
    void theAnswerIsTheSameWhetherOrNotTheAddressIsKnown() {
        person("Anna", "+46701740605", "anna@example.org");
        var known = path(ask("Anna", "anna@example.org"));
        var unknown = path(ask("Anna", "oxel@example.org"));

        assertThat(known.replaceAll("confirm/.*", "")).isEqualTo(unknown.replaceAll("confirm/.*", ""));
        assertThat(known).hasSameSizeAs(unknown);
        assertThat(StaffFixtures.visitor().get(known).asString().replace("anna@", "x@"))
                .isEqualTo(StaffFixtures.visitor().get(unknown).asString().replace("oxel@", "x@"));
        var letters = arrived();
        assertThat(letters).hasSize(2);
        assertThat(neutral(letters.get(0))).isEqualTo(neutral(letters.get(1)));
        assertThat(letters.get(0)).doesNotContain("Anna");

        var first = StaffFixtures.visitor().get(path(confirm(unknown, codeIn(letters.get(0)))));
        var second = StaffFixtures.visitor().get(path(confirm(known, codeIn(letters.get(1)))));
        assertThat(first.asString()).isEqualTo(second.asString());
    }

    private static String codeIn(String text) {
        var found = CODE.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String neutral(String letter) {
        return letter.replaceAll("confirm/\\S+", "").replaceAll("\\d{6}", "");
    }

    @Test
    void theLetterHasALinkThatFillsTheCodeInAndChangesNothingByBeingOpened() {
        ask("Stina", "stina@example.org");
        var link = Pattern.compile("/a/solna/events/\\S+").matcher(arrived().getFirst());
        assertThat(link.find()).isTrue();

        var opened = StaffFixtures.visitor().get(link.group());
        assertThat(opened.asString()).contains("value=\"" + code() + "\"");
        assertThat(comers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "      | 070-174 06 10     | Skriv vad du heter.",
                "Stina |                   | Skriv en e-postadress eller ett svenskt mobilnummer.",
                "Stina | stina@            | Skriv en e-postadress eller ett svenskt mobilnummer.",
                "Stina | 08-46 50 04 00    | Skriv en e-postadress eller ett svenskt mobilnummer.",
                "Stina | +44 7700 900123   | Skriv en e-postadress eller ett svenskt mobilnummer."
            })
    void whatIsMissingIsSaidBesideItsFieldAndNothingTypedIsLost(String name, String address, String said) {
        var faulty = ask(name == null ? "" : name, address == null ? "" : address);

        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.asString())
                .contains(said)
                .contains("value=\"" + (name == null ? "070-174 06 10" : name) + "\"");
        assertThat(arrived()).isEmpty();
    }

    @Test
    void aNumberGetsThreeCodesADayWhoeverAsksAndTheAnswerStaysTheSame() {
        long other = events.event("solna", "Annat möte").save();
        for (int i = 0; i < 3; i++) {
            path(ask("Stina", "+46701740610"));
        }
        event = other;
        path(ask("Stina", "070 174 06 10"));
        assertThat(arrived()).hasSize(3);

        clock.advance(Duration.ofHours(25));
        path(ask("Stina", "+46701740610"));
        assertThat(arrived()).hasSize(4);
    }

    @Test
    void anEventSendsTwentyCodesBySmsAnHour() {
        for (int i = 0; i < 22; i++) {
            path(ask("Stina", "+467017406" + (10 + i)));
            clock.advance(Duration.ofSeconds(20));
        }
        while (codes.send() > 0) {
            // All of them.
        }
        assertThat(arrived()).hasSize(20);
        clock.advance(Duration.ofMinutes(61));
        path(ask("Stina", "+46701740640"));
        assertThat(arrived()).hasSize(21);
    }

    @Test
    void aNumberThatSaidNoIsSentNoCode() {
        long root = sql.first(
                        NamedSql.of("select id from organization where slug = 'solna'"),
                        Map.of(),
                        row -> row.number("id"))
                .orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> consents.suppress(root, Channel.SMS, "+46701740610", "sms"));

        path(ask("Stina", "+46701740610"));
        assertThat(arrived()).isEmpty();
    }

    @Test
    void theCodeCostsWhatEverySmsCosts() {
        as(token)
                .body(Map.of("smsPartPrice", 0.5, "smsMonthlyBudget", 1, "smsDailyBudget", 1))
                .put(in("solna", "/messaging-settings"))
                .then()
                .statusCode(200);
        for (int i = 0; i < 3; i++) {
            path(ask("Stina", "+467017406" + (10 + i)));
        }
        assertThat(arrived()).hasSize(2);
    }

    @Test
    void aCodeIsTriedFiveTimesAndAnExpiredOneIsNoPage() {
        var page = path(ask("Stina", "stina@example.org"));
        var right = code();
        var wrong = right.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(confirm(page, wrong).statusCode()).isEqualTo(400);
        }
        assertThat(confirm(page, right).statusCode()).isEqualTo(400);
        assertThat(comers()).isEmpty();

        var late = path(ask("Stina", "stina@example.org"));
        clock.advance(Duration.ofMinutes(121));
        assertThat(StaffFixtures.visitor().get(late).statusCode()).isEqualTo(404);
        assertThat(StaffFixtures.visitor()
                        .get(late.replaceAll("/[^/]*$", "/made-up"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void afterTwentyMissesAMinuteNobodyIsAnswered() {
        var page = path(ask("Stina", "stina@example.org"));
        for (int i = 0; i < 20; i++) {
            assertThat(StaffFixtures.visitor()
                            .get(page.replaceAll("/[^/]*$", "/made-up-" + i))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(StaffFixtures.visitor().get(page).statusCode()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(StaffFixtures.visitor().get(page).statusCode()).isEqualTo(200);
    }

    /** Otherwise the answers would tell which numbers are meetings that not everybody may see. */
    @Test
    void whereThereIsNoSuchMeetingIsAMissToo() {
        var page = path(ask("Stina", "stina@example.org"));
        var nowhere = page.replaceAll("/events/[0-9]+/", "/events/999999/");
        for (int i = 0; i < 20; i++) {
            assertThat(StaffFixtures.visitor().get(nowhere).statusCode()).isEqualTo(404);
        }
        assertThat(StaffFixtures.visitor().get(nowhere).statusCode()).isEqualTo(429);
    }

    /** At the twentieth miss of a minute the answer is another; the miss is counted all the same. */
    @Test
    void everyWrongCodeCountsWhateverElseTheMinuteHasSeen() {
        var page = path(ask("Stina", "stina@example.org"));
        var wrong = code().equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 19; i++) {
            StaffFixtures.visitor().get(page.replaceAll("/[^/]*$", "/made-up-" + i));
        }
        assertThat(confirm(page, wrong).statusCode()).isEqualTo(400);
        assertThat(confirm(page, wrong).statusCode()).isEqualTo(429);

        assertThat(sql.list(NamedSql.of("select misses from sign_up_request"), Map.of(), row -> row.count("misses")))
                .containsExactly(1);
    }

    @Test
    void neitherCodeNorTicketIsKept() {
        var page = path(ask("Stina", "stina@example.org"));
        var code = code();
        var ticket = page.replaceAll(".*/", "");
        var kept = sql.list(
                NamedSql.of("select cast(to_jsonb(r) as text) as kept from sign_up_request r"
                        + " union all select cast(to_jsonb(m) as text) from code_message m"),
                Map.of(),
                row -> row.text("kept"));

        assertThat(kept).hasSize(2).noneMatch(row -> row.contains(ticket)).noneMatch(row -> row.contains("\"" + code));
    }

    @Test
    void whoeverComesTooLateWaitsAndGivesThePlaceBackOnTheSamePage() {
        events.change(event, "capacity = 1");
        var first = path(ask("Stina", "stina@example.org"));
        confirm(first, code());
        clock.advance(Duration.ofSeconds(1));
        var second = path(ask("Oxel", "oxel@example.org"));
        confirm(second, code());
        assertThat(StaffFixtures.visitor().get(second).asString()).contains("Du står på väntelistan.", "plats 1 i kön");

        StaffFixtures.post(StaffFixtures.visitor(), first, Map.of("answer", "no"));
        assertThat(comers()).containsExactly("Stina stina@example.org CANCELLED", "Oxel oxel@example.org SIGNED_UP");
        assertThat(StaffFixtures.visitor().get(second).asString()).contains("Du är anmäld.");
    }

    @Test
    void whoeverSaidNoMayChangeTheirMindOnTheSamePage() {
        var page = path(ask("Stina", "stina@example.org"));
        confirm(page, code());
        StaffFixtures.post(StaffFixtures.visitor(), page, Map.of("answer", "no"));
        assertThat(StaffFixtures.visitor().get(page).asString())
                .contains("Du har svarat att du inte kan.", "Jag kommer");

        assertThat(StaffFixtures.post(StaffFixtures.visitor(), page, Map.of("answer", "yes"))
                        .statusCode())
                .isEqualTo(303);

        assertThat(StaffFixtures.visitor().get(page).asString()).contains("Du är anmäld.");
        StaffFixtures.post(StaffFixtures.visitor(), page, Map.of("answer", "no"));
        events.change(event, "sign_up_closes = changed_at");
        assertThat(StaffFixtures.visitor().get(page).asString()).doesNotContain("Jag kommer");
        assertThat(StaffFixtures.post(StaffFixtures.visitor(), page, Map.of("answer", "yes"))
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visibility = 'MEMBERS'", "published_at = null, published_by = null"})
    void whatIsNotForEverybodyIsNoPage(String change) {
        events.change(event, change);

        assertThat(StaffFixtures.visitor().get("/a/solna/events/" + event).statusCode())
                .isEqualTo(404);
        assertThat(ask("Stina", "stina@example.org").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsCancelledSaysSoAndTakesNobody() {
        events.change(event, "cancelled_at = :now, cancelled_by = 'staff:1', cancelled_why = 'Sjukdom.'");

        assertThat(StaffFixtures.visitor().get("/a/solna/events/" + event).asString())
                .contains("Sjukdom.")
                .doesNotContain("Skicka kod");
        assertThat(ask("Stina", "stina@example.org").statusCode()).isEqualTo(409);
        assertThat(arrived()).isEmpty();
    }

    @Test
    void afterADayNobodyKnowsWhoWantedToCome() {
        path(ask("Stina", "stina@example.org"));
        assertThat(requests.forget()).isZero();
        clock.advance(Duration.ofHours(27));
        assertThat(requests.forget()).isEqualTo(1);
    }
}
