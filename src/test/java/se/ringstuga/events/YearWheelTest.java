package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.events.WheelLabels.Label;
import se.ringstuga.events.YearWheel.Item;

class YearWheelTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 5, 3);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");

    private static Item item(int number, String kind, LocalDate day) {
        return new Item(number, "Möte " + number, kind, day, day, "/a/solna/events/" + number, false);
    }

    private static YearWheel wheel(int year, List<Item> items) {
        return YearWheel.of(year, items, TODAY, MONTHS);
    }

    private static List<Item> onDays(Stream<LocalDate> days) {
        var dates = days.sorted().toList();
        return IntStream.range(0, dates.size())
                .mapToObj(i -> item(i + 1, "Möte", dates.get(i)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void labelsNeverTouchNorStandFarFromTheirEvents(long seed) {
        var random = new Random(seed);
        var year = 2024 + random.nextInt(6);
        int count = 1 + random.nextInt(300);
        var crowded = random.nextBoolean();
        var items = onDays(IntStream.range(0, count)
                .mapToObj(_ -> LocalDate.ofYearDay(year, 1 + random.nextInt(crowded ? 30 : 365))));
        var labels = wheel(year, items).labels();

        var places = labels.stream().map(Label::degrees).toList();
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThan(WheelLabels.APART - 0.11);
        }
        if (places.size() > 1) {
            assertThat(places.getFirst() + 360 - places.getLast()).isGreaterThan(WheelLabels.APART - 0.11);
        }
        assertThat(labels).allSatisfy(label -> {
            var first = label.items().getFirst().first();
            double wanted = 360 * (first.getDayOfYear() - 0.5) / first.lengthOfYear();
            assertThat(label.degrees() - wanted).isBetween(-0.1, WheelLabels.FARTHEST + 0.1);
        });
        assertThat(labels.stream().flatMap(label -> label.items().stream()).map(Item::number))
                .containsExactlyElementsOf(items.stream().map(Item::number).toList());
    }

    @Test
    void whoeverHasRoomIsNamedAndACrowdSharesItsNumbers() {
        var apart = wheel(2027, onDays(Stream.of(LocalDate.of(2027, 1, 10), LocalDate.of(2027, 6, 10))));
        assertThat(apart.labels()).extracting(Label::text).containsExactly("1 Möte 1", "2 Möte 2");

        var crowd = wheel(
                2027, onDays(Stream.generate(() -> LocalDate.of(2027, 3, 1)).limit(9)));
        assertThat(crowd.labels()).extracting(Label::text).containsExactly("1 Möte 1", "2 Möte 2", "3–9");
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        var long_ = new Item(1, "Smörgåsar 🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪 för alla", "Annat", TODAY, TODAY, "/", false);

        assertThat(wheel(2027, List.of(long_)).labels().getFirst().text())
                .isEqualTo("1 Smörgåsar 🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪🥪…");
    }

    /** 2026 has 53 weeks; the first days of 2027 belong to its last one. */
    @ParameterizedTest
    @CsvSource({"2024, 52, 1", "2026, 53, 1", "2027, 52, 1", "2032, 53, 1"})
    void aYearHasItsOwnWeeks(int year, int weeks, int first) {
        var numbers = wheel(year, List.of()).weeks().stream()
                .map(YearWheel.Week::number)
                .toList();

        assertThat(numbers).hasSize(weeks).startsWith(first).endsWith(weeks).doesNotHaveDuplicates();
    }

    @Test
    void theKindWithMostEventsIsOutermostAndTheRarestShareARing() {
        var items = IntStream.rangeClosed(1, 9)
                .boxed()
                .flatMap(kind -> IntStream.range(0, 10 - kind)
                        .mapToObj(i -> item(kind, "sort " + kind, LocalDate.of(2027, kind, i + 1))))
                .toList();
        var wheel = wheel(2027, items);

        assertThat(wheel.rings()).hasSize(YearWheel.MOST_RINGS);
        assertThat(wheel.rings().getFirst().kind()).isEqualTo("sort 1");
        assertThat(wheel.rings().getLast().kind()).isNull();
        assertThat(wheel.marks().stream().filter(mark -> mark.colour() == YearWheel.MOST_RINGS))
                .hasSize(4 + 3 + 2 + 1);
        assertThat(wheel.marks()).hasSize(items.size());
    }

    @Test
    void todayIsMarkedInItsOwnYearAlone() {
        assertThat(wheel(2027, List.of()).hand()).isNotNull();
        assertThat(wheel(2028, List.of()).hand()).isNull();
    }

    @Test
    void anEventOverNewYearEndsWithTheYear() {
        var over = new Item(1, "Nyår", "Annat", LocalDate.of(2027, 12, 30), LocalDate.of(2028, 1, 2), "/", false);

        assertThat(wheel(2027, List.of(over)).marks().getFirst().path()).contains("A318.0 318.0 0 0 1 0.0 -318.0");
    }

    @Test
    void theFirstAndTheLastDayStayWithinTheYear() {
        var ends = List.of(item(1, "Möte", LocalDate.of(2027, 1, 1)), item(2, "Möte", LocalDate.of(2027, 12, 31)));

        assertThat(wheel(2027, ends).marks())
                .extracting(YearWheel.Mark::path)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("M0.0 -318.0 A"),
                        last -> assertThat(last).contains("A318.0 318.0 0 0 1 0.0 -318.0"));
    }

    @Test
    void onTheFirstOfJanuaryTheWheelBeginsAtTheTop() {
        var first = wheel(2027, List.of(item(1, "Möte", LocalDate.of(2027, 1, 1))))
                .labels()
                .getFirst();

        assertThat(first.degrees()).isBetween(0.0, 1.0);
        assertThat(first.end()).isFalse();
    }
}
