package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a live preview reckons from when there are more different texts than can be put into words at each pause. */
class DrawnTextsTest {

    private final DrawnTexts texts = new DrawnTexts(100);

    private void add(long hash, long people) {
        texts.add(new Freezing.Group(null, Map.of("given_name", "P" + hash), hash, people));
    }

    private long people(DrawnTexts.Drawn drawn) {
        return drawn.groups().stream()
                .filter(group -> group.reason() == null)
                .mapToLong(Freezing.Group::people)
                .sum();
    }

    @Test
    void asManyAsAreKeptAreAllThere() {
        LongStream.range(0, 100).forEach(hash -> add(hash, 1 + hash % 3));

        var drawn = texts.drawn();

        assertThat(drawn.all()).isTrue();
        assertThat(drawn.groups()).hasSize(100);
        assertThat(drawn.groups())
                .allSatisfy(group -> assertThat(group.people()).isEqualTo(1 + group.hash() % 3));
    }

    @Test
    void ofMoreSomeStandForTheOthersAndNobodyIsLost() {
        LongStream.range(0, 1000).forEach(hash -> add(hash * 7919 % 1000, 1 + hash % 5));

        var drawn = texts.drawn();

        assertThat(drawn.all()).isFalse();
        assertThat(drawn.groups())
                .hasSize(100)
                .allSatisfy(group -> assertThat(group.people()).isPositive());
        assertThat(people(drawn)).isEqualTo(3000);
    }

    @Test
    void whoGetsNoTextIsCountedToTheLastOne() {
        LongStream.range(0, 1000).forEach(hash -> add(hash, 1));
        texts.add(new Freezing.Group("NO_ADDRESS", Map.of(), 0, 12_345));

        assertThat(texts.drawn().groups())
                .filteredOn(group -> group.reason() != null)
                .singleElement()
                .satisfies(group -> assertThat(group.people()).isEqualTo(12_345));
    }

    @Test
    void nobodyAtAllIsNobody() {
        assertThat(texts.drawn()).isEqualTo(new DrawnTexts.Drawn(true, List.of()));
    }
}
