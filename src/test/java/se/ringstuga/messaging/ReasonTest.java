package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.http.Language;

/** Every code that the product gives can be said to people. */
@QuarkusTest
class ReasonTest extends ApiTest {

    @Test
    void everyRefusalOfThePolicyHasASentence() {
        assertThat(MessagePolicy.Refusal.values())
                .allSatisfy(refusal -> assertThat(Reason.of(refusal.name())).isPresent());
    }

    @Test
    void everyReasonHasASentenceOfItsOwnInBothLanguages() {
        var said = new HashSet<String>();
        for (var reason : Reason.values()) {
            for (var language : Language.values()) {
                said.add(Reason.said(reason.name(), language));
            }
        }
        assertThat(said)
                .hasSize(2 * Reason.values().length)
                .allSatisfy(sentence -> assertThat(sentence).doesNotContain("{").isNotBlank());
    }

    @Test
    void anotherPartOfTheOrganizationIsNotNamed() {
        assertThat(Reason.said("CONTACTED_RECENTLY", Language.SWEDISH))
                .isEqualTo("kontaktad nyligen av en annan del av organisationen");
    }

    @Test
    void whatAProviderAnsweredIsSaidAsItsAnswer() {
        assertThat(Arrays.stream(Language.values()).map(language -> Reason.said("21610", language)))
                .containsExactly("leverantören svarade 21610", "the provider answered 21610");
    }
}
