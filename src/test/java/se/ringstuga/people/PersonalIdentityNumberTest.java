package se.ringstuga.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalIdentityNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19640823-3234",
                "640823-3234",
                "6408233234",
                "196408233234",
                "640823+3234",
                "19640823 3234",
                "19640823–3234",
                "1964-08-23-3234",
                "har pnr 640823-3234, ring helst på kvällen",
                "198112289874",
                "701063-2391",
                "19640823-3235",
            })
    void isFoundHoweverItIsWritten(String text) {
        assertThat(PersonalIdentityNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-31", "100431", "031-390 06 12", "19641323-3234", "6408233235", "640823", ""})
    void otherNumbersAreLeftAlone(String text) {
        assertThat(PersonalIdentityNumber.isIn(text)).isFalse();
    }

    @Test
    void aMobileNumberIsNoCoordinationNumber() {
        for (int i = 605; i <= 699; i++) {
            assertThat(PersonalIdentityNumber.isInPhoneCell("0701740" + i)).isFalse();
            assertThat(PersonalIdentityNumber.isInPhoneCell("070-1740" + i)).isFalse();
            assertThat(PersonalIdentityNumber.isInPhoneCell("0046701740" + i)).isFalse();
        }
    }

    @Test
    void isFoundInAPhoneCellToo() {
        assertThat(PersonalIdentityNumber.isInPhoneCell("19640823-3234")).isTrue();
        assertThat(PersonalIdentityNumber.isInPhoneCell("640823-3234")).isTrue();
        assertThat(PersonalIdentityNumber.isInPhoneCell("6408233234")).isTrue();
        assertThat(PersonalIdentityNumber.isInPhoneCell("0701740605, 19640823-3234"))
                .isTrue();
    }
}
