package se.ringstuga.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

/** An invented register with the troubles of real ones, and what becomes of each of its rows. */
@QuarkusTest
class RegisterRowByRowTest extends ApiTest {

    private static final String PEOPLE = """
            select concat_ws(' | ', p.external_id, trim(p.given_name || ' ' || p.family_name), p.phone, p.alt_phone, p.email,
              p.birth_year, p.postal_code, p.city, m.joined_on, m.paid_until, o.slug)
            from person p join membership m on m.person_id = p.id left join organization o on o.id = m.placed_in
            order by p.external_id nulls last""";

    @Inject
    StoredRows rows;

    private String token;

    @BeforeEach
    void anAssociation() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        token = a.token("solna");
    }

    @Test
    void everyRowBecomesWhatItSays() throws IOException {
        figures(imported(), 17, 0, 2);

        assertThat(rows.values(PEOPLE))
                .containsExactly(
                        "500001 | Åsa Svensson-Berg | +46701740622 | asa.svensson@example.org | 1967 | 129 31 | Hägersten | 2026-09-15 | 2026-12-31 | solna",
                        "500002 | Erik Geer | +46846500486 | erik.geer@example.org | 1999 | 169 30 | Solna | 2023-06-04 | 2026-12-31",
                        "500003 | Goran Y?lmaz | +46701740665 | +46406280457 | goran.yilmaz@example.org | 1977 | 169 30 | Solna | 2026-07-20 | 2025-12-31 | huvudsta",
                        "500005 | Larsson | +46701740637 | 1993 | 142 31 | Skogås | 2022-02-14 | 2025-12-31 | solna",
                        "500006 | Nilsson | +46701740613 | 2005 | 141 57 | Flemingsberg | 2025-04-27 | 2026-12-31 | solna",
                        "500007 | Olof eriksson | +46313900616 | olof@example.org | 1953 | 129 31 | Hägersten | 2023-08-11 | 2026-12-31 | solna",
                        "500008 | Rojin Åberg | +46846500493 | 2007 | 129 31 | Hägersten | 2024-12-12 | 2026-12-31 | solna",
                        "500009 | Karin Núñez | +46701740612 | +46701740614 | karin@example.org | 1985 | 503 30 | Borås | 2026-05-18 | 2026-12-31 | solna",
                        "500010 | Märta af Geer | marta@example.org | 1955 | 129 31 | Hägersten | 2026-04-03 | 2026-12-31 | solna",
                        "500011 | Johan O'Brien | +46313900646 | johan.obrien@example.org | 1947 | 143 40 | Vårby | 2026-03-01 | 2026-12-31 | solna",
                        "500012 | Zoë Müller | Solna | 2026-12-31 | solna",
                        "500013 | Per Persson | +46701740631 | per.persson@example.org | 1978 | 143 40 | Vårby | 2026-12-31 | solna",
                        "500014 | Bo Ek | +46701740612 | 1960 | 503 30 | Borås | 2026-05-18 | 2026-12-31 | solna",
                        "500016 | Kofi Nowak | kofi@example.org | 1940 | 2026-04-30 | 2026-12-31 | solna",
                        "500017 | Ali Öztürk | ali@example.org | 1984 | 2025-03-08 | 2026-12-31 | solna",
                        "500018 | Lång | lang@example.org | 1984 | 2025-03-08 | 2026-12-31 | solna",
                        "Eva Jonsson | +46701740660 | EVA.JONSSON@example.org | 1981 | 141 30 | Solna | 2026-10-23 | 2026-12-31 | solna");
    }

    @Test
    void everyUncleanCellIsToldByRowAndColumn() throws IOException {
        assertThat(imported().extract().jsonPath().<Map<String, Object>>getList("problems"))
                .extracting(problem -> problem.get("row") + " " + problem.get("column") + " " + problem.get("code"))
                .containsExactlyInAnyOrder(
                        "3 Partiförening unknown-organization",
                        "4 Efternamn garbled-name",
                        "5 Medlemsnummer missing-member-number",
                        "6 Förnamn formula",
                        "7 Förnamn formula",
                        "9 Mobiltelefon invalid-phone",
                        "9 E-post invalid-email",
                        "10 Mobiltelefon several-phones",
                        "10 E-post several-emails",
                        "12 Anteckning personal-identity-number",
                        "13 Födelseår invalid-birth-year",
                        "13 Postnummer invalid-postal-code",
                        "13 E-post garbled-email",
                        "13 Inträdesdatum invalid-date",
                        "14 Inträdesdatum future-date",
                        "16 null repeated-row",
                        "17 null no-name-or-contact",
                        "18 Medlemsnummer missing-member-number",
                        "18 null repeated-row",
                        "19 Telefon bostad phone-not-personal",
                        "20 null extra-cells",
                        "21 Efternamn too-long");
    }

    @Test
    void theSameFileAgainChangesNothingAndADryRunSaysSo() throws IOException {
        imported();
        var before = rows.values(PEOPLE);

        figures(imported("?dryRun=true"), 0, 0, 19);
        figures(imported(), 0, 0, 19);

        assertThat(rows.values(PEOPLE)).isEqualTo(before);
    }

    private static void figures(ValidatableResponse answer, int created, int updated, int unchanged) {
        answer.body("rows", equalTo(20))
                .body("created", equalTo(created))
                .body("updated", equalTo(updated))
                .body("unchanged", equalTo(unchanged))
                .body("rejected", equalTo(1));
    }

    private ValidatableResponse imported() throws IOException {
        return imported("");
    }

    private ValidatableResponse imported(String query) throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/medlemsregister.csv"))) {
            return given().header("Authorization", "Bearer " + token)
                    .contentType("text/csv")
                    .body(file.readAllBytes())
                    .post(in("solna", "/people/imports" + query))
                    .then()
                    .statusCode(200);
        }
    }
}
