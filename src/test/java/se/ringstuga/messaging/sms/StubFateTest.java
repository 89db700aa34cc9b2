package se.ringstuga.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.sms.StubFate.Answer;

/** The stub is a judge, so it is judged itself: the same seed must play the same evening. */
class StubFateTest {

    private static final StubSettings ROUGH = StubSettings.of(
            "seed=7", "mischief=0.3", "astray=0.4", "failing=0.2", "refusing=0.05", "latencyTo=80", "listLag=500");

    @Test
    void theSameSeedHasTheSameFatesInWhateverOrderTheyAreAskedFor() {
        var numbers = numbers();
        var forwards = fates(ROUGH, numbers);
        var backwards = fates(ROUGH, numbers.reversed());

        assertThat(backwards).isEqualTo(forwards);
        assertThat(fates(StubSettings.of("seed=8", "mischief=0.3", "astray=0.4"), numbers))
                .isNotEqualTo(forwards);
    }

    @Test
    void everyKindOfMischiefHappensAboutAsOftenAsAskedFor() {
        var fates = fates(ROUGH, numbers()).values();

        assertThat(fates).extracting(StubFate::answer).contains(Answer.values());
        assertThat(fates.stream()
                        .filter(fate -> fate.answer() != Answer.CREATED)
                        .count())
                .isBetween(500L, 700L);
        assertThat(fates.stream().flatMap(fate -> fate.reports().stream()).map(StubFate.Report::status))
                .contains("sent", "delivered", "undelivered", "failed");
        assertThat(fates.stream().flatMap(fate -> fate.reports().stream()).map(StubFate.Report::told))
                .contains(0, 1, 2);
        assertThat(fates).extracting(StubFate::sid).doesNotHaveDuplicates();
    }

    @Test
    void aRefusedNumberIsRefusedEachTime() {
        var refused = numbers().stream()
                .filter(number -> StubFate.refusal(ROUGH, number).isPresent())
                .toList();

        assertThat(refused).hasSizeBetween(60, 140);
        assertThat(refused)
                .allSatisfy(number ->
                        assertThat(StubFate.refusal(ROUGH, number)).isEqualTo(StubFate.refusal(ROUGH, number)));
    }

    @Test
    void withoutSettingsNothingGoesWrong() {
        assertThat(fates(StubSettings.plain(), numbers()).values())
                .allSatisfy(fate -> assertThat(fate.answer()).isEqualTo(Answer.CREATED));
        assertThat(numbers())
                .noneMatch(
                        number -> StubFate.refusal(StubSettings.plain(), number).isPresent());
    }

    private static List<String> numbers() {
        return IntStream.range(0, 2000).mapToObj("+46701%06d"::formatted).collect(Collectors.toList());
    }

    private static Map<String, StubFate> fates(StubSettings settings, List<String> numbers) {
        return Collections.unmodifiableMap(numbers.stream()
                .collect(Collectors.toMap(Function.identity(), number -> StubFate.of(settings, number, 0))));
    }
}
