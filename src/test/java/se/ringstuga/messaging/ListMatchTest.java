package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.ListMatch.Sent;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.sms.ListedSms;

class ListMatchTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ANNA = "+46701740605";
    private static final String BO = "+46701740606";

    private static Sent sent(long id, String to, String text, int minute) {
        return new Sent(id, 1, to, text, NOON.plusSeconds(60L * minute), false);
    }

    private static ListedSms listed(String sid, String to, String text, @Nullable Integer minute) {
        return new ListedSms(
                sid,
                "Solna",
                to,
                text,
                minute == null ? null : NOON.plusSeconds(60L * minute + 5),
                Optional.of(DeliveryStatus.SENT),
                null,
                null,
                null);
    }

    private static List<String> pairs(List<Sent> sent, ListedSms... listed) {
        return ListMatch.of(sent, List.of(listed)).stream()
                .map(found -> found.sent().messageId() + "=" + found.listed().providerId())
                .sorted()
                .toList();
    }

    @Test
    void numberTextAndTimeTogetherFindAMessage() {
        assertThat(pairs(
                        List.of(sent(1, ANNA, "Hej", 0)),
                        listed("a", ANNA, "Hej", 0),
                        listed("b", BO, "Hej", 0),
                        listed("c", ANNA, "Hej!", 0),
                        listed("d", ANNA, "Hej", 61),
                        listed("e", ANNA, "Hej", -3),
                        listed("f", ANNA, "Hej", null)))
                .containsExactly("1=a");
    }

    @Test
    void thatNothingIsListedProvesNothing() {
        assertThat(pairs(List.of(sent(1, ANNA, "Hej", 0)))).isEmpty();
    }

    @Test
    void equalOnesArePairedInTheirOrderWhenTheCountFits() {
        assertThat(pairs(
                        List.of(sent(2, ANNA, "Hej", 1), sent(1, ANNA, "Hej", 0)),
                        listed("b", ANNA, "Hej", 1),
                        listed("a", ANNA, "Hej", 0)))
                .containsExactly("1=a", "2=b");
    }

    @Test
    void equalOnesAreNotGuessedApartWhenOneIsMissing() {
        assertThat(pairs(List.of(sent(1, ANNA, "Hej", 0), sent(2, ANNA, "Hej", 1)), listed("a", ANNA, "Hej", 1)))
                .isEmpty();
        assertThat(pairs(List.of(sent(1, ANNA, "Hej", 0)), listed("a", ANNA, "Hej", 0), listed("b", ANNA, "Hej", 1)))
                .isEmpty();
    }

    @Test
    void equalOnesFarApartAreNoPuzzle() {
        assertThat(pairs(List.of(sent(1, ANNA, "Hej", 0), sent(2, ANNA, "Hej", 120)), listed("b", ANNA, "Hej", 120)))
                .containsExactly("2=b");
    }

    @Test
    void whileOneOfThemMayStillBeToldOfNoneIsSettled() {
        var open = new Sent(2, 1, ANNA, "Hej", NOON.plusSeconds(60), true);

        assertThat(pairs(List.of(sent(1, ANNA, "Hej", 0), open), listed("a", ANNA, "Hej", 0)))
                .isEmpty();
        assertThat(pairs(
                        List.of(sent(1, ANNA, "Hej", 0), open),
                        listed("a", ANNA, "Hej", 0),
                        listed("b", ANNA, "Hej", 1)))
                .isEmpty();
    }
}
