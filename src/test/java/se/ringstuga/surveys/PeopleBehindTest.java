package se.ringstuga.surveys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import org.junit.jupiter.api.Test;

class PeopleBehindTest {

    private final PeopleBehind people = new PeopleBehind("solna", 1);

    @Test
    void aQuestionAsLongAsAPageStillHasAnAddressThatABrowserOpens() {
        var address = people.value("å".repeat(2000) + " 4", 7, 4);

        assertThat(address).hasSizeLessThan(2000);
        assertThat(URLDecoder.decode(address, UTF_8)).contains("title=" + "å".repeat(99) + "…&filter={");
    }

    @Test
    void aShortTitleStaysAndNoLetterIsCutInTwo() {
        assertThat(URLDecoder.decode(people.everyone("Medlemsenkäten"), UTF_8)).contains("title=Medlemsenkäten&");
        assertThat(URLDecoder.decode(people.everyone("\uD83D\uDE00".repeat(200)), UTF_8))
                .contains("\uD83D\uDE00".repeat(99) + "…&");
    }
}
