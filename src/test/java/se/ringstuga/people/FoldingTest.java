package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void accentsCaseHyphensAndApostrophesDoNotMatter() {
        assertThat(Folding.fold("Sven-Åke  O'Brien")).isEqualTo("sven ake obrien");
        assertThat(Folding.fold("ÖZTÜRK Núñez Łukasz Straße Kovačević"))
                .isEqualTo("ozturk nunez lukasz strasse kovacevic");
    }

    @Test
    void namesSortAsInTheSwedishAlphabet() {
        assertThat(Stream.of("Öberg", "Aberg", "Zorn", "Åberg", "Ängman", "Ek")
                        .sorted(java.util.Comparator.comparing(name -> Folding.sortName("Anna", name))))
                .containsExactly("Aberg", "Ek", "Zorn", "Åberg", "Ängman", "Öberg");
    }

    @Test
    void aPersonIsFoundByNameAddressMemberNumberAndEveryWritingOfANumber() {
        var text = Folding.searchText(
                new Folding.SearchKeys("Åsa", "O'Brien", "asa@example.org", "M-100", "+46701740605", "+4722123456"));

        assertThat(text).isEqualTo(" asa obrien asa@example.org m-100 m 100 46701740605 0701740605 4722123456");
    }
}
