package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ringstuga.messaging.TemplateField.Origin.ORGANIZATION;
import static se.ringstuga.messaging.TemplateField.Origin.PERSON;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Anna-Lisa", "Åsa Öström", "D'Arcy", "Bo (Bosse) Ek", "S:t Olof", "Nguyễn", "محمد", "🙂 Pia"})
    void anOrdinaryNameIsLeftAlone(String name) {
        assertThat(Escaping.PLAIN.of(name, PERSON)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/x, https evil. example/x",
        "evil.se, evil. se",
        "www.evil.se, www. evil. se",
        "evil。se, evil. se",
        "ｅｖｉｌ．ｓｅ, evil. se",
        "anna@evil.se, anna evil. se",
        "J.P. Ek, J. P. Ek",
        "mailto:x, mailto x",
        "Tel:070, Tel 070",
        "http:////evil, http evil",
    })
    void aPhoneFindsNoLinkInAName(String name, String shown) {
        assertThat(Escaping.PLAIN.of(name, PERSON)).isEqualTo(shown);
    }

    @Test
    void aNameCanNeitherBreakALineNorHideOrTurnText() {
        assertThat(Escaping.PLAIN.of("Anna\r\nBcc: x@y.z\u0000\u202E\u2028\u00A0 Ek\u200B\u00AD", PERSON))
                .isEqualTo("Anna Bcc: x y. z Ek");
        assertThat(Template.parse("Hej {förnamn}\r\nX-Mine: 1", TemplateFields.standard())
                        .render(Map.of("given_name", "Bo\nTo: all"), Escaping.HEADER))
                .isEqualTo("Hej Bo To: all X-Mine: 1");
    }

    @Test
    void aDecomposedLetterIsComposed() {
        assertThat(Escaping.PLAIN.of("A\u030Asa", PERSON)).isEqualTo("Åsa");
        assertThat(Escaping.PLAIN.of("A\u030Asa", ORGANIZATION)).isEqualTo("Åsa");
    }

    @Test
    void aNameIsNoMessageOfItsOwn() {
        assertThat(Escaping.PLAIN.of("å".repeat(500), PERSON)).hasSize(Escaping.LONGEST);
        assertThat(Escaping.PLAIN.of("🙂".repeat(500), PERSON)).hasSize(2 * Escaping.LONGEST);
    }

    @Test
    void theOrganizationMayWriteItsOwnAddress() {
        assertThat(Escaping.PLAIN.of("exempel.se", ORGANIZATION)).isEqualTo("exempel.se");
        assertThat(Escaping.MARKDOWN.of("A*B", ORGANIZATION)).isEqualTo("A&#42;B");
    }
}
