package se.ringstuga.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.http.Language;

/** Whatever somebody pastes, an e-mail of it is made in bounded time and without exhausting the stack. */
class HostileMarkdownTest {

    private static final int LENGTH = 100_000;

    private static final EmailLayout LAYOUT =
            new EmailLayout("Exempelpartiet", Language.SWEDISH, List.of("Hej"), Optional.empty(), true);

    @ParameterizedTest
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    @ValueSource(
            strings = {
                ">",
                "> ",
                "[",
                "![",
                "]",
                "[](",
                "](",
                "[a](",
                "(",
                "*",
                "**",
                "* ",
                "*a ",
                "*a **b ",
                "_a __b ",
                "**a *b ",
                "- ",
                "1. ",
                "  - a\n",
                "`",
                "``` ",
                "<",
                "<a ",
                "<!--",
                "&",
                "&amp;",
                "\\",
                "# ",
                "#",
                "---\n",
                "a\n",
                "\n",
                "a*b_c*d_",
                "<http://a",
                "[a](<b",
                "\u00a0",
                "🚌",
                "*a*b",
                "a**b**c"
            })
    void isRendered(String pasted) {
        var text = pasted.repeat(LENGTH / pasted.length() + 1).substring(0, LENGTH);

        var letter = EmailText.of(text, LAYOUT);

        assertThat(letter.text()).contains("Exempelpartiet");
        assertThat(Jsoup.parse(letter.html()).getElementsByTag("script")).isEmpty();
    }

    @Test
    void whatIsTooMuchIsShownAsItWasTyped() {
        var letter = EmailText.of("*a* ".repeat(600) + "\\*b*", LAYOUT);

        assertThat(Jsoup.parse(letter.html()).getElementsByTag("em")).hasSize(500);
        assertThat(letter.text()).contains("*a* *a*", "*b*");
    }

    @ParameterizedTest
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    @ValueSource(strings = {"*a **b ", "**a *b ", "_a __b "})
    void emphasisWithinEmphasisIsRenderedToo(String opened) {
        var half = LENGTH / 2 / opened.length();
        var closed = opened.replaceAll("[ab ]", "")
                .chars()
                .mapToObj(Character::toString)
                .toList();
        var closing = "c" + String.join("", closed.reversed());

        var letter = EmailText.of(opened.repeat(half) + closing.repeat(half), LAYOUT);

        assertThat(letter.text()).contains("Exempelpartiet");
    }
}
