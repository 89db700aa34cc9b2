package se.ringstuga.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormDifferencesTest {

    @Test
    void whatStandsThereOtherwiseIsSaidInTheOrderOfTheForm() {
        var differences = differences(
                Map.of("title", List.of("Mitt"), "place", List.of("Torget"), "need", List.of("FOOD")),
                Map.of("title", List.of("Ditt"), "place", List.of("Torget"), "need", List.of("FOOD", "ACCESS")));

        differences.text("Rubrik", "title");
        differences.text("Plats", "place");
        differences.chosen("Behov", "need", value -> value.equals("FOOD") ? "Mat" : "Hörslinga");

        assertThat(differences.parts())
                .containsExactly(
                        new FormDifferences.Part("Rubrik", "Ditt"),
                        new FormDifferences.Part("Behov", "Mat, Hörslinga"));
    }

    @Test
    void otherLineFeedsAnotherOrderAndAnEmptyFieldAreNoDifferences() {
        var differences = differences(
                Map.of("text", List.of("Ett\r\nTvå "), "need", List.of("B", "A"), "until", List.of("")),
                Map.of("text", List.of("Ett\nTvå"), "need", List.of("A", "B")));

        differences.text("Text", "text");
        differences.chosen("Behov", "need", value -> value);
        differences.text("Till", "until");

        assertThat(differences.parts()).isEmpty();
    }

    @Test
    void whatIsEmptyByNowIsSaidToBe() {
        var differences = differences(Map.of("place", List.of("Torget")), Map.of());

        differences.text("Plats", "place");
        differences.chosen("Segment", "place", value -> value);

        assertThat(differences.parts()).extracting(FormDifferences.Part::now).containsExactly("Ingenting", "Ingenting");
    }

    @Test
    void aBoxIsTickedOrNot() {
        var differences = differences(Map.of(), Map.of("asks", List.of("true"), "summons", List.of("false")));

        differences.ticked("Frågar", "asks", "Ja", "Nej");
        differences.ticked("Kallelse", "summons", "Ja", "Nej");

        assertThat(differences.parts()).containsExactly(new FormDifferences.Part("Frågar", "Ja"));
    }

    @Test
    void partsThatAreReadTogetherStandTogether() {
        var differences = differences(
                Map.of("date", List.of("2027-03-10"), "from", List.of("18.30")),
                Map.of("date", List.of("2027-03-10"), "from", List.of("19.00")));

        differences.text("När", "date", "from");

        assertThat(differences.parts()).containsExactly(new FormDifferences.Part("När", "2027-03-10 19.00"));
    }

    private static FormDifferences differences(Map<String, List<String>> typed, Map<String, List<String>> now) {
        return new FormDifferences(new PageForm(typed, Map.of()), new PageForm(now, Map.of()), "Ingenting");
    }
}
