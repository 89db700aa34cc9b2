package se.ringstuga.phonebanks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.http.Language;

/** Rule 37: what is shared counts nobody small enough to be known. */
@QuarkusTest
class EveningResultTest extends ApiTest {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

    @Test
    void aFigureAboutFewerThanFivePeopleIsLeftOut() {
        assertThat(figures(40, 5, 5)).containsExactly("40 samtal", "5 svarade", "5 fyllde i enkäten");
        assertThat(figures(40, 4, 4)).containsExactly("40 samtal");
        assertThat(figures(4, 4, 4)).isEmpty();
    }

    @Test
    void norOneFromWhichSuchAFigureFollows() {
        assertThat(figures(40, 20, 17)).containsExactly("40 samtal", "20 svarade");
        assertThat(figures(40, 20, 15)).containsExactly("40 samtal", "20 svarade", "15 fyllde i enkäten");
        assertThat(figures(40, 38, 20)).containsExactly("38 svarade", "20 fyllde i enkäten");
        assertThat(figures(40, 40, 40)).containsExactly("40 samtal", "40 svarade", "40 fyllde i enkäten");
    }

    @Test
    void thePictureIsReadableByMachinesWhateverTheEveningIsCalled() {
        var evening = evening(40, 20, 15, "Ring <alla> & \"flera\"");
        var result = EveningResult.of(evening, "tisdag 24 november", RoomScreens.say(Language.SWEDISH));

        assertThat(ResultPicture.of(result, "Tack för i kväll"))
                .contains("Ring &lt;alla&gt; &amp; &quot;flera&quot;")
                .contains(">20</text>")
                .doesNotContain("<alla>");
    }

    private static List<String> figures(long calls, long reached, long answered) {
        var evening = evening(calls, reached, answered, "Ringstuga");
        return EveningResult.of(evening, "i dag", RoomScreens.say(Language.SWEDISH)).figures().stream()
                .map(figure -> figure.value() + " " + figure.words())
                .toList();
    }

    private static Evening evening(long calls, long reached, long answered, String title) {
        var queue = new RoomSnapshot.Queue(0, 0, 0, 0, 0, 0, 0);
        var now = new RoomSnapshot(
                1,
                title,
                PhoneBankView.State.CLOSED,
                NOW,
                NOW,
                null,
                calls,
                reached,
                answered,
                0,
                queue,
                List.of(0),
                List.of(),
                List.of());
        var bank = new PhoneBank(
                1,
                1,
                "solna",
                "Solna",
                ZoneId.of("Europe/Stockholm"),
                1,
                title,
                null,
                NOW,
                NOW,
                NOW,
                NOW,
                null,
                null,
                "",
                null,
                null,
                1);
        return new Evening(bank, now);
    }
}
