package se.ringstuga.accounts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;

@QuarkusTest
class InstallationKeyTest extends ApiTest {

    private static final String SECRET = "one secret of an installation, long enough";

    @Inject
    InstallationKeys kept;

    @Inject
    Vault vault;

    @Test
    void everyPurposeHasAKeyOfItsOwnThatStays() {
        var key = configured(SECRET).derive("suppression");

        assertThat(key).hasSize(32).isEqualTo(configured(SECRET).derive("suppression"));
        assertThat(key).isNotEqualTo(configured(SECRET).derive("totp"));
    }

    @Test
    void aStartWithAnotherSecretIsRefused() {
        configured(SECRET).derive("start");

        assertThatThrownBy(() ->
                        configured("another secret of an installation, long").derive("start"))
                .hasMessageContaining("not the secret this database was made with");
        assertThatThrownBy(() -> drawn().derive("start")).hasMessageContaining("set the same one");
        assertThatThrownBy(() -> configured("short").derive("start")).hasMessageContaining("at least 32");
    }

    @Test
    void withoutASecretAllInstancesAgreeOnTheOneThatWasDrawn() {
        assertThat(drawn().derive("totp")).isEqualTo(drawn().derive("totp"));
    }

    @Test
    void whatIsLockedLooksDifferentEachTimeAndOpensTheSame() {
        var secret = "a secret of the house".getBytes(ISO_8859_1);

        assertThat(vault.lock(secret)).isNotEqualTo(vault.lock(secret));
        assertThat(new String(vault.lock(secret), ISO_8859_1)).doesNotContain("secret");
        assertThat(vault.open(vault.lock(secret))).isEqualTo(secret);
    }

    private InstallationKey configured(String secret) {
        return new InstallationKey(Optional.of(secret), kept);
    }

    private InstallationKey drawn() {
        return new InstallationKey(Optional.empty(), kept);
    }
}
