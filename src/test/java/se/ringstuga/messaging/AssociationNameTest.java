package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssociationNameTest {

    @ParameterizedTest
    @CsvSource({
        "Välkommen till Exempelpartiet Malmö, Exempelpartiet Malmö, true",
        "MALMOS ringstuga med exempelpartiet, Exempelpartiet Malmö, true",
        "Exempelpartiets förening i Malmö bjuder in, Exempelpartiet i Malmö, true",
        "Hej från partiet, Exempelpartiet Malmö, false",
        "Exempelpartiet bjuder in, Exempelpartiet Malmö, false",
        "Hej, V, false",
        "Hej från V i kväll, V, true"
    })
    void aTextNamesTheAssociationByAllWordsOfItsName(String text, String name, boolean names) {
        assertThat(AssociationName.isIn(text, name)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "Exempelpart, Exempelpartiet Malmö, true",
        "EP Malmo, Exempelpartiet Malmö, true",
        "INFO, Exempelpartiet Malmö, false",
        "+46701740605, Exempelpartiet Malmö, false"
    })
    void aSenderNamesItByTheBeginningOfAWord(String sender, String name, boolean names) {
        assertThat(AssociationName.isSender(sender, name)).isEqualTo(names);
    }

    @Test
    void whereThereIsNoSenderNobodyIsNamed() {
        assertThat(AssociationName.isSender(null, "Solna")).isFalse();
    }
}
