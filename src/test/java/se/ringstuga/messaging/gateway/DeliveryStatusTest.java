package se.ringstuga.messaging.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryStatusTest {

    @Test
    void whateverTheOrderOfTheNewsTheOutcomeIsTheSame() {
        var news = List.of(DeliveryStatus.ACCEPTED, DeliveryStatus.SENT, DeliveryStatus.DELIVERED);

        assertThat(orders(news))
                .hasSize(6)
                .allSatisfy(order -> assertThat(last(order)).isEqualTo(DeliveryStatus.DELIVERED));
        assertThat(orders(List.of(DeliveryStatus.UNDELIVERED, DeliveryStatus.SENT, DeliveryStatus.SENT)))
                .allSatisfy(order -> assertThat(last(order)).isEqualTo(DeliveryStatus.UNDELIVERED));
    }

    @Test
    void nothingTakesBackThatItWasDelivered() {
        assertThat(DeliveryStatus.values()).noneMatch(status -> status.isNewsAfter(DeliveryStatus.DELIVERED));
    }

    @Test
    void theSameNewsTwiceIsNoNews() {
        assertThat(DeliveryStatus.values()).noneMatch(status -> status.isNewsAfter(status));
        assertThat(DeliveryStatus.FAILED.isNewsAfter(DeliveryStatus.UNDELIVERED))
                .isFalse();
    }

    private static DeliveryStatus last(List<DeliveryStatus> order) {
        return order.stream()
                .reduce((known, next) -> next.isNewsAfter(known) ? next : known)
                .orElseThrow();
    }

    private static List<List<DeliveryStatus>> orders(List<DeliveryStatus> news) {
        if (news.size() < 2) {
            return List.of(news);
        }
        return Stream.iterate(0, i -> i < news.size(), i -> i + 1)
                .flatMap(i -> {
                    var rest = new ArrayList<>(news);
                    var first = rest.remove((int) i);
                    return orders(rest).stream()
                            .map(order -> Stream.concat(Stream.of(first), order.stream())
                                    .toList());
                })
                .toList();
    }
}
