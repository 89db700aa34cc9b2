package se.ringstuga.calling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars are drawn by their numbers. */
class ChartTest {

    @Test
    void barsAreAsLongAsTheirNumbersAndWhateverIsThereIsSeen() {
        var chart = Chart.lying(
                "a",
                "t",
                List.of(
                        new Chart.Figure("many", 1000, 0),
                        new Chart.Figure("half", 500, 0),
                        new Chart.Figure("one", 1, 0),
                        new Chart.Figure("none", 0, 0)));

        assertThat(chart.bars()).extracting(Chart.Bar::width).containsExactly(160, 80, 2, 0);
        assertThat(chart.height()).isEqualTo(4 * 26);
        assertThat(chart.bars()).allSatisfy(bar -> assertThat(bar.countX() + 30).isLessThanOrEqualTo(chart.width()));
    }

    @Test
    void standingBarsStandOnOneLineWithTheirPartInside() {
        var chart = Chart.standing("a", "t", List.of(new Chart.Figure("24/11", 8, 2), new Chart.Figure("25/11", 4, 4)));

        assertThat(chart.bars()).extracting(bar -> bar.y() + bar.height()).containsOnly(108);
        assertThat(chart.bars()).allSatisfy(bar -> assertThat(bar.partHeight()).isLessThanOrEqualTo(bar.height()));
        assertThat(chart.bars()).extracting(Chart.Bar::partHeight).containsExactly(22, 45);
    }

    @Test
    void nothingToDrawIsNoMistake() {
        assertThat(Chart.lying("a", "t", List.of()).bars()).isEmpty();
        assertThat(Chart.standing("a", "t", List.of(new Chart.Figure("x", 0, 0)))
                        .bars())
                .singleElement()
                .extracting(Chart.Bar::height)
                .isEqualTo(0);
    }
}
