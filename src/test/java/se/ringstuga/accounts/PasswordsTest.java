package se.ringstuga.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aHashMatchesItsPasswordAlone() {
        var hash = passwords.hash("tre blå båtar i hamnen");

        assertThat(hash).startsWith("pbkdf2-sha256$600000$").doesNotContain("båtar");
        assertThat(passwords.matches("tre blå båtar i hamnen", hash)).isTrue();
        assertThat(passwords.matches("tre blå båtar i Hamnen", hash)).isFalse();
        assertThat(passwords.matches("tre blå båtar i hamnen", null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "password1234",
                "Password2026!",
                "qwertyuiopås",
                "lösenord1234",
                "Sommar202600",
                "aaaaaaaaaaaa",
                "abababababab",
                "anna.berg2026",
                "ringstuga!!!!",
                "passwordpassword"
            })
    void whatOthersTryFirstIsRefused(String password) {
        assertThat(PasswordFlaw.of(password, "anna.berg@example.org")).contains(PasswordFlaw.TOO_COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tre blå båtar i hamnen", "xK9!vQ2#mL7$", "korrekt häst batteri"})
    void whatIsLongAndOwnIsAccepted(String password) {
        assertThat(PasswordFlaw.of(password, "anna.berg@example.org")).isEmpty();
    }

    @Test
    void lengthHasTwoEnds() {
        assertThat(PasswordFlaw.of("elva tecken", "a@example.org")).contains(PasswordFlaw.TOO_SHORT);
        assertThat(PasswordFlaw.of("x".repeat(201), "a@example.org")).contains(PasswordFlaw.TOO_LONG);
    }
}
