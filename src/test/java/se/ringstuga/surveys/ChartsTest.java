package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.surveys.SurveyResults.Day;

class ChartsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 7);

    @Test
    void theLongestBarIsTheLargestNumberAndNothingHasNone() {
        var chart = BarChart.of(
                "Vad?",
                "",
                List.of(new BarChart.Amount("a", 10), new BarChart.Amount("b", 5), new BarChart.Amount("c", 0)));

        assertThat(chart.bars()).extracting(BarChart.Bar::length).containsExactly(250, 125, 0);
        assertThat(chart.bars().getLast().countY()).isLessThanOrEqualTo(chart.height());
        assertThat(chart.bars()).allSatisfy(bar -> assertThat(bar.countX() + 40).isLessThanOrEqualTo(BarChart.WIDTH));
    }

    @Test
    void longWordsAreShortenedInThePictureAlone() {
        var chart = BarChart.of("Vad?", "", List.of(new BarChart.Amount("x".repeat(300), 0)));

        assertThat(chart.bars().getFirst().words()).hasSize(36).endsWith("…");
        assertThat(chart.bars().getFirst().length()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0,DAY,1",
        "31,DAY,32",
        "32,WEEK,5",
        "223,WEEK,33",
        "224,MONTH,8",
        "895,MONTH,30",
        "900,YEAR,3",
        "9000,YEAR,25"
    })
    void timeIsCutSoThatTheColumnsCanBeSeen(int days, DayChart.Span span, int columns) {
        var chart = DayChart.of(
                "Svar",
                "",
                days == 0 ? List.of(new Day(FIRST, 2)) : List.of(new Day(FIRST, 2), new Day(FIRST.plusDays(days), 1)));

        assertThat(chart.span()).isEqualTo(span);
        assertThat(chart.columns()).hasSize(columns);
        assertThat(chart.columns().stream().mapToLong(DayChart.Column::count).sum())
                .isEqualTo(days == 0 ? 2 : 3);
        assertThat(chart.columns())
                .allSatisfy(column -> assertThat(column.x() + column.width()).isLessThanOrEqualTo(BarChart.WIDTH));
    }
}
