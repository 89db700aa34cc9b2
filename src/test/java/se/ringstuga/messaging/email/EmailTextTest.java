package se.ringstuga.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.http.Language;
import se.ringstuga.messaging.Escaping;
import se.ringstuga.messaging.Template;
import se.ringstuga.messaging.TemplateFields;

class EmailTextTest {

    private static final EmailLayout LAYOUT = new EmailLayout(
            "Exempelpartiet <Malmö>",
            Language.SWEDISH,
            List.of("Du får det här som medlem i Exempelpartiet Malmö."),
            Optional.of("https://ring.example/p/abc?x=1&y=2"),
            true);

    @Test
    void oneSourceBecomesHtmlAndText() {
        var letter = EmailText.of("""
                # Ringstuga på **torsdag**

                Hej Anna,
                vi ses *klockan 18*. [Anmäl dig](https://ring.example/a/1)
                eller skriv till <mailto:ring@exempel.se> eller <https://ring.example>.

                - kaffe
                - telefon

                > Utan telefon ingen ringstuga.
                """, LAYOUT);

        assertThat(letter.fragment()).isEqualTo("""
                <h1>Ringstuga på <strong>torsdag</strong></h1>
                <p>Hej Anna,<br>
                vi ses <em>klockan 18</em>. <a href="https://ring.example/a/1">Anmäl dig</a><br>
                eller skriv till <a href="mailto:ring@exempel.se">mailto:ring@exempel.se</a> eller \
                <a href="https://ring.example">https://ring.example</a>.</p>
                <ul>
                <li>kaffe</li>
                <li>telefon</li>
                </ul>
                <blockquote>
                <p>Utan telefon ingen ringstuga.</p>
                </blockquote>""");
        assertThat(letter.text()).isEqualTo("""
                Ringstuga på torsdag

                Hej Anna,
                vi ses klockan 18. Anmäl dig (https://ring.example/a/1)
                eller skriv till ring@exempel.se eller https://ring.example.

                - kaffe
                - telefon

                «Utan telefon ingen ringstuga.»

                --\s
                Exempelpartiet <Malmö>
                Du får det här som medlem i Exempelpartiet Malmö.
                Avregistrera dig eller ändra vad du får: https://ring.example/p/abc?x=1&y=2
                """);
    }

    @Test
    void theLayoutNamesTheOrganizationAndWhereToUnsubscribe() {
        var page = Jsoup.parse(EmailText.of("Hej", LAYOUT).html());

        assertThat(page.title()).isEqualTo("Exempelpartiet <Malmö>");
        assertThat(page.select("html").attr("lang")).isEqualTo("sv");
        assertThat(page.select("p").eachText())
                .containsExactly(
                        "Exempelpartiet <Malmö>",
                        "Hej",
                        "Du får det här som medlem i Exempelpartiet Malmö.",
                        "Avregistrera dig eller ändra vad du får");
        assertThat(page.select("a").eachAttr("href")).containsExactly("https://ring.example/p/abc?x=1&y=2");
        assertThat(page.select("script,style,img,link,iframe")).isEmpty();
    }

    @Test
    void withoutAnythingToUnsubscribeFromNothingSaysSo() {
        var layout = new EmailLayout("Exempelpartiet", Language.ENGLISH, List.of(), Optional.empty(), false);
        var letter = EmailText.of("Hi", layout);

        assertThat(letter.html()).doesNotContain("Unsubscribe");
        assertThat(letter.text()).isEqualTo("Hi\n\n-- \nExempelpartiet\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt&#58;alert(1))",
                "[x](data:text/html;base64,AAAA)",
                "[x](vbscript:x)",
                "[x](//evil.example)",
                "[x](relative)",
                "![spårning](https://evil.example/1.gif)",
                "<style>*{display:none}</style>",
                "<p style=\"position:fixed\" onclick=\"x()\">Hej</p>",
                "```html\n<script>\n```",
                "    <script>alert(1)</script>",
            })
    void nothingButLettersAndLinksComesThrough(String source) {
        var fragment = EmailText.of(source, LAYOUT).fragment();

        assertThat(Jsoup.parseBodyFragment(fragment).body().select("*:not(body):not(p):not(br):not(code)"))
                .isEmpty();
    }

    @Test
    void aPictureIsItsDescription() {
        var letter = EmailText.of("Se ![kartan](https://ring.example/karta.png)!", LAYOUT);

        assertThat(letter.fragment()).isEqualTo("<p>Se kartan!</p>");
        assertThat(letter.text()).startsWith("Se kartan!\n");
    }

    /** Whatever a name is made of, the letter has the same elements as with a plain name, and the name as its words. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatSomebodyWroteInTheirNameIsNeverMarkupOrALink(long seed) {
        var random = new Random(seed);
        var template = Template.parse(
                "# Hej {förnamn}\n\n{förnamn} och *{förnamn}* i `{ort}`\n\n- {ort}\n\n[{förnamn}](https://ring.example)",
                TemplateFields.standard());
        var ordinary = structure(letter(template, "Anna", "Malmö"));
        for (int i = 0; i < 250; i++) {
            var name = nasty(random);
            var city = nasty(random);
            var letter = letter(template, name, city);

            assertThat(structure(letter)).as("%s / %s", name, city).isEqualTo(ordinary);
            assertThat(Jsoup.parseBodyFragment(letter.fragment()).select("a").eachAttr("href"))
                    .containsExactly("https://ring.example");
        }
    }

    @Test
    void aNameIsReadAsItIsSpelled() {
        var template = Template.parse("Hej {förnamn}!", TemplateFields.standard());
        var letter = letter(template, "Anna *Stina* <b>O'Hara</b> [x](y) `z` 1. #", "");

        assertThat(Jsoup.parseBodyFragment(letter.fragment()).text())
                .isEqualTo("Hej Anna *Stina* <b>O'Hara</b> [x](y) `z` 1. #!");
        assertThat(letter.text()).startsWith("Hej Anna *Stina* <b>O'Hara</b> [x](y) `z` 1. #!\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[klicka]({förnamn})", "<{förnamn}>", "[klicka][1]\n\n[1]: {förnamn}", "{förnamn}"})
    void anAddressInANameIsNoLinkWhereverItIsPut(String source) {
        var template = Template.parse(source, TemplateFields.standard());

        for (var name :
                List.of("https://evil.example", "http://evil.example/x", "mailto:a@evil.example", "//evil.se")) {
            var letter = letter(template, name, "");
            assertThat(Jsoup.parseBodyFragment(letter.fragment()).select("a[href]"))
                    .as(name)
                    .isEmpty();
            assertThat(letter.text().substring(0, letter.text().indexOf("-- "))).doesNotContainPattern("://|\\w\\.\\w");
        }
    }

    private static EmailText letter(Template template, String name, String city) {
        return EmailText.of(template.render(Map.of("given_name", name, "city", city), Escaping.MARKDOWN), LAYOUT);
    }

    private static List<String> structure(EmailText letter) {
        return Jsoup.parseBodyFragment(letter.fragment()).body().select("*").stream()
                .map(Element::tagName)
                .toList();
    }

    /** A letter first: a name without any is no name, and its fallback stands there instead. */
    private static String nasty(Random random) {
        var pieces = List.of(
                "*",
                "_",
                "`",
                "[x](http://evil.example)",
                "<script>",
                "![i](http://e.example/x)",
                "&lt;",
                "\n",
                "\n\n# ",
                "\r\n- ",
                "    ",
                "~",
                "|",
                "\\",
                "http://evil.example",
                "www.evil.se",
                "a@b.se",
                "{ort}",
                "<!--",
                "]]>",
                "\u2028",
                "\u202E",
                "é",
                "🙂",
                "1. ",
                "+",
                "---",
                "===",
                ">",
                "<https://e.example>",
                "&#42;",
                "](",
                "[",
                "Anna",
                " ",
                "\u0000");
        var name = new StringBuilder("A");
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            name.append(pieces.get(random.nextInt(pieces.size())));
        }
        return name.toString();
    }
}
