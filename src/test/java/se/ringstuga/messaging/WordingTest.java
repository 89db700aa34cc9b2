package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Language;
import se.ringstuga.messaging.sms.SmsText;
import se.ringstuga.preferences.PersonalLinks;

/** What a text becomes: the same for whoever previews, counts or sends it. */
@QuarkusTest
class WordingTest extends ApiTest {

    private static final String NUMBER = "+46701740699";

    @Inject
    Wording wording;

    @Inject
    PersonalLinks links;

    private String sms(@Nullable String sender, String text, Map<String, String> fields) {
        var all = new HashMap<>(Map.of("organization", "Exempelpartiet Solna", "given_name", "Anna"));
        all.putAll(fields);
        return wording.of(new Wording.Draft(Channel.SMS, sender, text, null, "Karin"), all)
                .text();
    }

    private String sms(@Nullable String sender, String text) {
        return sms(sender, text, Map.of());
    }

    @Test
    void whereNeitherSenderNorTextNamesTheAssociationItsNameStandsBefore() {
        assertThat(sms(NUMBER, "Hej {förnamn}!")).isEqualTo("Exempelpartiet Solna: Hej Anna!");
        assertThat(sms(NUMBER, "Hej {förnamn}! /{förening}")).isEqualTo("Hej Anna! /Exempelpartiet Solna");
        assertThat(sms("Exempelpart", "Hej!")).startsWith("Hej!");
    }

    @Test
    void theWayOutIsSaidInTheReadersLanguageAndCostsTheSameInEach() {
        var swedish = sms("Exempelpart", "Hej!", Map.of("language", "sv"));
        var english = sms("Exempelpart", "Hej!", Map.of("language", "en"));

        assertThat(swedish).startsWith("Hej!\nAvanmäl: ");
        assertThat(english).startsWith("Hej!\nOpt out: ").hasSameSizeAs(swedish);
        assertThat(sms("Exempelpart", "Hej!", Map.of("language", "fi"))).isEqualTo(swedish);
        assertThat(SmsText.of(english).units()).isEqualTo(SmsText.of(swedish).units());
    }

    @Test
    void anEmailsOwnWordsAreInTheReadersLanguageAndTheTextAsItWasWritten() {
        var head = new Letters.Head("Exempelpartiet Solna", "solna", "solna@example.org");
        var reader = new Letters.Reader(Language.ENGLISH, links.specimen(), links.specimen());
        var letter = letters.letter(head, Purpose.INFORMATION, "Hej, vi ses!", reader);

        assertThat(letter.text())
                .contains(
                        "Hej, vi ses!",
                        "You get this from Exempelpartiet Solna.",
                        "Answer this letter or write to solna@example.org.",
                        "Unsubscribe or change what you receive: ")
                .doesNotContain("Du får", "Avregistrera");
        assertThat(letter.html()).contains("<html lang=\"sv\">", "<div lang=\"en\">", "You get this from");
    }

    @Test
    void whatComesFromANameEndsWithTheOwnLink() {
        var link = links.preferences(4711);
        var own = Map.of("preferences", link);

        assertThat(sms("Exempelpart", "Hej!\n", own)).isEqualTo("Hej!\nAvanmäl: " + link);
        assertThat(sms("Exempelpart", "Hej! Ändra: {inställningar}", own)).isEqualTo("Hej! Ändra: " + link);
        assertThat(sms("Exempelpart", "Hej! Sluta: {avanmälan}", own)).isEqualTo("Hej! Sluta: " + link);
        assertThat(sms(NUMBER, "Hej från Exempelpartiet Solna", own)).isEqualTo("Hej från Exempelpartiet Solna");
    }

    @Test
    void aPreviewWithoutAPersonTakesAsManyPartsAsEverybodys() {
        var preview = SmsText.of(sms("Exempelpart", "Hej!"));
        var sent = SmsText.of(sms("Exempelpart", "Hej!", Map.of("preferences", links.preferences(4711))));

        assertThat(preview.units()).isEqualTo(sent.units());
        assertThat(preview.parts()).isEqualTo(sent.parts());
        assertThat(preview.alphabet()).isEqualTo(SmsText.Alphabet.GSM_7);
    }

    @Test
    void whoWroteItIsNamedOrTheFallback() {
        assertThat(sms(NUMBER, "Exempelpartiet Solna genom {avsändare}")).endsWith("genom Karin");
        var tool = new Wording.Draft(Channel.SMS, NUMBER, "/{avsändare|styrelsen}", null, null);
        assertThat(wording.of(tool, Map.of()).text()).isEqualTo("/styrelsen");
    }

    @Test
    void aTagChoosesBetweenPartsOfTheText() {
        var text = "Exempelpartiet Solna: {om tagg Ordförande}Kalla till möte{annars}Kom på möte{slut}";

        assertThat(sms(NUMBER, text, Map.of(TemplateFields.tagKey("ordförande"), "x")))
                .endsWith("Kalla till möte");
        assertThat(sms(NUMBER, text)).endsWith("Kom på möte");
    }

    @Test
    void aTagIsNamedOnlyWhereItMayBeUsed() {
        var solna = a.organization("solna");
        as(a.token("solna"))
                .body(Map.of("title", "Ordförande"))
                .post(in("solna", "/tags"))
                .then()
                .statusCode(201);

        assertThat(wording.personal(solna, "{om tagg ordförande}Hej{slut}", null))
                .isTrue();
        assertThatThrownBy(() -> wording.personal(solna, "{om tagg kassör}Hej{slut}", null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("kassör");
        assertThatThrownBy(() -> wording.personal(a.organization("malmo"), "Hej", "{om tagg ordförande}Hej{slut}"))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/x",
                "evil.example",
                "a@evil.example",
                "<b>Anna</b>",
                "[Anna](https://evil.example)",
                "Anna\r\nBcc: a@evil.example",
                "{avanmälan}",
                "![x](http://evil.example/p.png)",
                "javascript:alert(1)"
            })
    void whatSomebodyWroteAsTheirNameIsNeverMarkupHeaderOrLink(String name) {
        var fields = Map.of("organization", "Exempelpartiet Solna", "given_name", name);
        var draft = new Wording.Draft(Channel.EMAIL, null, "# Hej {förnamn}", "Till {förnamn}", null);
        var worded = wording.of(draft, fields);
        var letter = letters.letter(
                new Letters.Head("Exempelpartiet Solna", "solna", null),
                Purpose.INFORMATION,
                worded.text(),
                new Letters.Reader(Language.SWEDISH, "https://ring.example/m/x", "https://ring.example/m/x/one-click"));

        assertThat(worded.subject()).doesNotContain("\r", "\n", "://");
        assertThat(letter.fragment()).doesNotContain("<b>", "<a ", "<img", "://");
        assertThat(letter.html()).containsOnlyOnce("<a ");
        assertThat(sms(NUMBER, "Hej {förnamn}", Map.of("given_name", name)))
                .doesNotContain("://", "evil.example", "\n", links.specimen());
        assertThat(List.of(letter.fromName())).containsExactly("Exempelpartiet Solna");
    }

    @Inject
    Letters letters;
}
