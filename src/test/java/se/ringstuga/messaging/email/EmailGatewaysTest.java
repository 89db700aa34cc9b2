package se.ringstuga.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.gateway.Outcome;

/** Within the running application, whose class loaders are its own. */
@QuarkusTest
class EmailGatewaysTest {

    @Inject
    EmailGateways gateways;

    @Test
    void theSandboxSendsNothingAndHearsNothing() {
        assertThat(gateways.configured()).map(EmailGateway::name).contains(SandboxEmail.NAME);
        assertThat(gateways.bounce(new ByteArrayInputStream(new byte[0]), null)).isEmpty();
        assertThat(gateways.readBounces(bounce -> {})).isZero();
    }

    @Test
    void theLibrariesFindTheirPartsThere() {
        try (var smtp = FailingSmtp.where(SmtpFates.always(SmtpFate.ACCEPTED));
                var gateway = SentLetters.gateway(SentLetters.server(smtp.port(), Duration.ofSeconds(5)))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example"))).isInstanceOf(Outcome.Accepted.class);
            assertThat(smtp.accepted())
                    .singleElement()
                    .satisfies(email -> assertThat(email.content()).contains("multipart/alternative", "Hej =C3=85sa!"));
        }
    }
}
