package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.preferences.PersonalLinks;

/** Links to an event and to a calendar of one's own: short, of one length, and of nobody's invention. */
@QuarkusTest
class EventLinksTest extends ApiTest {

    @Inject
    EventLinks links;

    @Test
    void aLinkLeadsToItsEventAndPerson() {
        for (var one : new EventLinks.Invited[] {
            new EventLinks.Invited(1, 2),
            new EventLinks.Invited((1L << 27) - 1, (1L << 37) - 1),
            new EventLinks.Invited(0, 0)
        }) {
            var code = code(links.signUp(one.eventId(), one.personId()));
            assertThat(code).hasSize(22).matches("[0-9A-Za-z]+");
            assertThat(links.invited(code)).contains(one);
        }
        assertThat(links.specimen()).hasSameSizeAs(links.signUp(7, 9));
        assertThatThrownBy(() -> links.signUp(1L << 27, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> links.signUp(1, 1L << 37)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLinkOfWhichOneLetterIsChangedLeadsToNobody() {
        var code = code(links.signUp(12, 4711));
        for (int i = 0; i < code.length(); i++) {
            for (char letter : "0AZaz9".toCharArray()) {
                var other = code.substring(0, i) + letter + code.substring(i + 1);
                assertThat(links.invited(other).isPresent()).isEqualTo(other.equals(code));
            }
        }
        assertThat(links.invited("")).isEmpty();
        assertThat(links.invited("x".repeat(22))).isEmpty();
    }

    @Test
    void aCalendarIsOnesOwnAndNoLinkToAnything() {
        var code = code(links.feed(4711)).replace(".ics", "");
        assertThat(links.feedOwner(code)).contains(4711L);
        assertThat(links.feedOwner(code.substring(1) + "x")).isEmpty();
        assertThat(links.invited(code)).isEmpty();
    }

    @Test
    void whatWasSentIsShownToOthersWithoutTheLink() {
        assertThat(PersonalLinks.hidden("Kom: " + links.signUp(1, 2) + " Kalender: " + links.feed(2)))
                .doesNotContain(code(links.signUp(1, 2)))
                .doesNotContain(code(links.feed(2)).replace(".ics", ""))
                .contains("/t/…", "/k/….ics");
    }

    private static String code(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
