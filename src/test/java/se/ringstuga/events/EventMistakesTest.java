package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** Mistakes on the organizers' pages of events: said where they are made, and taken back. */
@QuarkusTest
class EventMistakesTest extends OrganizersOfEvents {

    private long event;
    private String base = "";

    @BeforeEach
    void anEvent() {
        event = events.event("solna", "Möte").with("capacity", 1).save();
        base = "/o/solna/events/" + event;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "          | gast@example.org | Skriv ett namn.",
                "Gäst Ås   |                  | Skriv en e-postadress eller ett telefonnummer.",
                "Gäst Ås   | gast@            | E-postadressen verkar fel, kontrollera gärna.",
                "Gäst Ås   | 12               | Telefonnumret verkar fel, kontrollera gärna."
            })
    void aGuestWhoCannotBeAddedStandsThereAsWrittenWithWhatIsWrong(String name, String address, String said) {
        var faulty = post(
                base + "/people", Map.of("name", name == null ? "" : name, "address", address == null ? "" : address));

        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.asString()).contains(said, "<details open>");
        if (name != null && address != null) {
            assertThat(faulty.asString()).contains("value=\"Gäst Ås\"", "value=\"" + address + "\"");
        }
    }

    @Test
    void somebodyWhoIsNotToBeContactedIsNotCalledAWrongAddress() {
        var stopped = post(base + "/people", Map.of("person", "999999"));

        assertThat(stopped.statusCode()).isEqualTo(400);
        assertThat(stopped.asString()).contains("Den personen ska inte kontaktas");
    }

    private long signUpOf(long person) {
        return sql.first(
                        NamedSql.of("select id from sign_up where person_id = :id"),
                        Map.of("id", person),
                        row -> row.number("id"))
                .orElseThrow();
    }

    @Test
    void signingSomebodyOffIsTakenBackAsLongAsNobodyHasThePlace() {
        long anna = person("Anna", "+46701740605");
        post(base + "/people", Map.of("person", Long.toString(anna)));
        var gone = post(base + "/sign-ups/" + signUpOf(anna) + "/cancellation", Map.of());
        assertThat(gone.asString()).contains("Anna Ek är avanmäld.", "/return", "Ångra");
        assertThat(state(event, anna)).isEqualTo("CANCELLED");

        var back = post(base + "/sign-ups/" + signUpOf(anna) + "/return", Map.of());

        assertThat(back.asString()).contains("Anna Ek är anmäld igen.");
        assertThat(state(event, anna)).isEqualTo("SIGNED_UP");
    }

    @Test
    void whoeverHadAPlaceThatIsTakenStandsWhereTheyStoodInLine() {
        long anna = person("Anna", "+46701740605");
        long bo = person("Bo", "+46701740606");
        long carl = person("Carl", "+46701740607");
        for (long person : new long[] {anna, bo, carl}) {
            post(base + "/people", Map.of("person", Long.toString(person)));
            clock.advance(Duration.ofMinutes(1));
        }
        post(base + "/sign-ups/" + signUpOf(anna) + "/cancellation", Map.of());
        assertThat(state(event, bo)).isEqualTo("SIGNED_UP");

        var back = post(base + "/sign-ups/" + signUpOf(anna) + "/return", Map.of());

        assertThat(back.asString()).contains("Platsen är tagen, men Anna Ek står på väntelistan");
        post(base + "/sign-ups/" + signUpOf(bo) + "/cancellation", Map.of());
        assertThat(state(event, anna)).isEqualTo("SIGNED_UP");
        assertThat(state(event, carl)).isEqualTo("WAITING");
    }

    @Test
    void withoutALineAPlaceThatIsTakenIsGone() {
        events.change(event, "waiting_list = false");
        long anna = person("Anna", "+46701740605");
        post(base + "/people", Map.of("person", Long.toString(anna)));
        post(base + "/sign-ups/" + signUpOf(anna) + "/cancellation", Map.of());
        post(base + "/people", Map.of("person", Long.toString(person("Bo", "+46701740606"))));

        var back = post(base + "/sign-ups/" + signUpOf(anna) + "/return", Map.of());

        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.asString()).contains("Platsen är redan tagen.");
        assertThat(StaffFixtures.post(
                                StaffFixtures.browser(stranger),
                                "/o/malmo/events/" + event + "/sign-ups/" + signUpOf(anna) + "/return",
                                Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theDoorSaysWhyItIsShut() {
        assertThat(page(base + "/door")).contains("Dörren öppnar tolv timmar innan");
        events.change(event, "cancelled_at = changed_at, cancelled_by = 'staff:1'");
        assertThat(page(base + "/door")).contains("Det är inställt").doesNotContain("tolv timmar");
        long draft = events.event("solna", "Utkast").draft().save();
        assertThat(page("/o/solna/events/" + draft + "/door")).contains("Publicera aktiviteten först.");
    }

    @Test
    void whatHasBeenIsReadFromTodayBackHoweverLongAgo() {
        events.event("solna", "I våras").at("2026-03-10T18:00").save();
        events.event("solna", "I fjol").at("2025-03-10T18:00").save();
        events.event("solna", "Nyss").at("2026-11-20T18:00").save();

        assertThat(page("/o/solna/events?show=past")).containsSubsequence("Nyss", "I våras", "I fjol");
        var first = page("/o/solna/events?show=past&limit=1");
        assertThat(first).contains("Nyss").doesNotContain("I våras");
        var next =
                first.replaceAll("(?s).*href=\"([^\"]*cursor=[^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(page(next)).contains("I våras");
    }

    @Test
    void whatReachesIntoTheNewYearStandsInBothYears() {
        events.event("solna", "Nyårsläger")
                .at("2026-12-30T18:00")
                .lasting(Duration.ofDays(3))
                .save();
        events.event("solna", "Julfest").at("2026-12-20T18:00").save();

        assertThat(StaffFixtures.visitor().get("/a/solna/year/2026").asString()).contains("Nyårsläger", "Julfest");
        assertThat(StaffFixtures.visitor().get("/a/solna/year/2027").asString())
                .contains("Nyårsläger", "Januari")
                .doesNotContain("Julfest")
                .doesNotContain("<h2>December");
    }
}
