package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    private static final TemplateFields KNOWN = TemplateFields.standard()
            .with(TemplateField.personalLink("link:survey", "länk:enkät", "link:survey"))
            .withTags(List.of("Ordförande", "valarbetare 2026"));
    private static final Map<String, String> ANNA =
            Map.of("given_name", "Anna", "city", "Malmö", "organization", "Exempelpartiet");

    @Test
    void fieldsHaveSwedishAndEnglishNames() {
        assertThat(plain("Hej {förnamn} i {ort}! /{förening}", ANNA)).isEqualTo("Hej Anna i Malmö! /Exempelpartiet");
        assertThat(plain("Hi {given_name} in { City }! /{ORGANIZATION}", ANNA))
                .isEqualTo("Hi Anna in Malmö! /Exempelpartiet");
        assertThat(plain("{förnamn}", ANNA)).as("typed on a Mac").isEqualTo("Anna");
    }

    @Test
    void whoeverHasNoValueGetsTheFallback() {
        assertThat(plain("Hej {förnamn|du}!", Map.of())).isEqualTo("Hej du!");
        assertThat(plain("Hej {förnamn|du}!", Map.of("given_name", "  "))).isEqualTo("Hej du!");
        assertThat(plain("Hej{förnamn}!", Map.of())).isEqualTo("Hej!");
    }

    @Test
    void aConditionChoosesBetweenTwoTexts() {
        var text = "{om ort}Vi ses i {ort}.{annars}Vi ses.{slut} {if tag ordförande}Ta med nyckeln.{end}";

        assertThat(plain(text, ANNA)).isEqualTo("Vi ses i Malmö. ");
        assertThat(plain(text, Map.of("tag:ordförande", "ja"))).isEqualTo("Vi ses. Ta med nyckeln.");
        assertThat(plain("{om tagg Valarbetare  2026}{om ort}{ort}{slut}!{slut}", Map.of("tag:valarbetare 2026", "x")))
                .isEqualTo("!");
    }

    @Test
    void aConditionOnLinesOfItsOwnLeavesNoEmptyLines() {
        var text = "Hej!\n{om ort}\nI {ort}.\n{annars}\nNågonstans.\n{slut}\nHälsningar";

        assertThat(plain(text, ANNA)).isEqualTo("Hej!\nI Malmö.\nHälsningar");
        assertThat(plain(text, Map.of())).isEqualTo("Hej!\nNågonstans.\nHälsningar");
    }

    @Test
    void aDoubledBraceIsABrace() {
        assertThat(plain("{{så här} och {{ så", ANNA)).isEqualTo("{så här} och { så");
    }

    @Test
    void whatLooksLikeAFieldInAValueStaysAsItIs() {
        assertThat(plain("{förnamn}", Map.of("given_name", "{ort}", "city", "Malmö")))
                .isEqualTo("{ort}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Hej {fornamn}!; UNKNOWN_FIELD; 1; 5; 'Fältet {fornamn} finns inte. (rad 1, tecken 5) Menade du {förnamn}?'",
                "Hej {skostorlek|44}!; UNKNOWN_FIELD; 1; 5; 'Fältet {skostorlek} finns inte. (rad 1, tecken 5)'",
                "{om skostorlek}x{slut}; UNKNOWN_FIELD; 1; 1; 'Fältet {skostorlek} finns inte. (rad 1, tecken 1)'",
                "{om tagg kassör}x{slut}; UNKNOWN_TAG; 1; 1; 'Taggen \"kassör\" finns inte. (rad 1, tecken 1)'",
                "Hej {{förnamn}}!; DOUBLED; 1; 5; 'Skriv {förnamn} med enkla klamrar. (rad 1, tecken 5)'",
                "Hej { }!; EMPTY; 1; 5; 'Mellan klamrarna står inget fält. (rad 1, tecken 5)'",
                "x {om ort}y; UNFINISHED; 1; 3; 'Villkoret {om ort} avslutas aldrig med {slut}. (rad 1, tecken 3)'",
                "x {slut}; STRAY; 1; 3; '{slut} hör inte till något {om …}. (rad 1, tecken 3)'",
            })
    void aMistakeIsRefusedWithItsNameItsPlaceAndWhatWasPerhapsMeant(
            String text, TemplateMistake.Kind kind, int line, int column, String sentence) {
        assertThatExceptionOfType(TemplateMistake.class)
                .isThrownBy(() -> Template.parse(text, KNOWN))
                .satisfies(mistake -> {
                    assertThat(mistake.kind()).isEqualTo(kind);
                    assertThat(mistake.place()).isEqualTo(new TemplatePlace(line, column));
                    assertThat(mistake.sentence(Locale.of("sv"))).isEqualTo(sentence);
                });
    }

    @Test
    void theApiToldInEnglishWhichFieldItIsAbout() {
        assertThatExceptionOfType(TemplateMistake.class)
                .isThrownBy(() -> Template.parse("Hej\n\n du {ålder}", KNOWN))
                .satisfies(mistake -> assertThat(mistake.in("text").violations())
                        .singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.field()).isEqualTo("text");
                            assertThat(violation.message())
                                    .isEqualTo("There is no field {ålder}. (line 3, character 5)");
                        }));
    }

    @Test
    void bracesAndConditionsThatNeverEndAreRefused() {
        for (var text : List.of("Hej {förnamn", "Hej {förnamn {ort}", "Hej {förnamn\n}")) {
            assertThatExceptionOfType(TemplateMistake.class)
                    .isThrownBy(() -> Template.parse(text, KNOWN))
                    .returns(TemplateMistake.Kind.UNCLOSED, TemplateMistake::kind);
        }
        assertThatExceptionOfType(TemplateMistake.class)
                .isThrownBy(() -> Template.parse("{om ort}".repeat(6) + "{slut}".repeat(6), KNOWN))
                .returns(TemplateMistake.Kind.TOO_DEEP, TemplateMistake::kind);
        assertThatExceptionOfType(TemplateMistake.class)
                .isThrownBy(() -> Template.parse("{om ort}a{annars}b{annars}c{slut}", KNOWN))
                .returns(TemplateMistake.Kind.STRAY, TemplateMistake::kind);
    }

    @Test
    void aTemplateTellsWhatItAsksForAndWhetherItDiffersBetweenPeople() {
        var personal = Template.parse("{förnamn|du} {om tagg ordförande}{länk:enkät}{annars}{ort}{slut}", KNOWN);

        assertThat(personal.fields()).containsExactly("given_name", "tag:ordförande", "link:survey", "city");
        assertThat(personal.personal()).isTrue();
        assertThat(Template.parse("{om tagg ordförande}Hej{slut}", KNOWN).personal())
                .isTrue();
        assertThat(Template.parse("Hej från {förening}, {avsändare}", KNOWN).personal())
                .isFalse();
    }

    @Test
    void aLinkIsWholeInEveryPlace() {
        var values = Map.of("link:survey", "https://ring.example/s/a_b-C*d");

        assertThat(plain("Svara: {länk:enkät}", values)).isEqualTo("Svara: https://ring.example/s/a_b-C*d");
        assertThat(Template.parse("Svara: {länk:enkät} eller [här]({länk:enkät})", KNOWN)
                        .render(values, Escaping.MARKDOWN))
                .isEqualTo("Svara: <https://ring.example/s/a_b-C*d> eller [här](https://ring.example/s/a_b-C*d)");
        assertThatThrownBy(() -> plain("{länk:enkät}", Map.of("link:survey", "javascript:alert(1)")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String plain(String text, Map<String, String> values) {
        return Template.parse(text, KNOWN).render(values, Escaping.PLAIN);
    }
}
