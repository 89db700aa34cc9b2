package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.email.BounceMailbox.BounceServer;

class BounceMailboxTest {

    private final GreenMail mail = new GreenMail(new ServerSetup[] {ServerSetupTest.IMAP.dynamicPort()});
    private final List<Bounce> kept = new ArrayList<>();

    @BeforeEach
    void start() {
        mail.start();
        mail.setUser("studs@bounce.example", "studs", "hemligt");
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void aReportIsKeptOnceAndTakenOut() throws MessagingException {
        arrive(BounceTest.report(SentLetters.RETURN_PATHS.of(4711, 2), "failed", "5.1.1"));
        arrive(BounceTest.report(SentLetters.RETURN_PATHS.of(4712, 1), "failed", "5.2.2"));

        assertThat(mailbox("hemligt").read(kept::add)).isEqualTo(2);
        assertThat(kept).extracting(bounce -> bounce.event().messageId()).containsExactly(4711L, 4712L);
        assertThat(mailbox("hemligt").read(kept::add)).isZero();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void whatAPersonWroteStaysForAPerson() throws MessagingException {
        arrive("To: " + SentLetters.RETURN_PATHS.of(4711, 2) + "\r\nSubject: Tack\r\n\r\nTack!");

        assertThat(mailbox("hemligt").read(kept::add)).isZero();
        assertThat(mail.getReceivedMessages())
                .singleElement()
                .satisfies(message -> assertThat(message.isSet(Flags.Flag.SEEN)).isTrue());
    }

    @Test
    void whatCouldNotBeKeptComesAgainAndHoldsUpNobody() throws MessagingException {
        arrive(BounceTest.report(SentLetters.RETURN_PATHS.of(4711, 2), "failed", "5.1.1"));
        arrive(BounceTest.report(SentLetters.RETURN_PATHS.of(4712, 1), "failed", "5.1.1"));

        int first = mailbox("hemligt").read(bounce -> {
            if (bounce.event().messageId() == 4711) {
                throw new IllegalStateException("the database is away");
            }
            kept.add(bounce);
        });
        int second = mailbox("hemligt").read(kept::add);

        assertThat(List.of(first, second)).containsExactly(1, 1);
        assertThat(kept).extracting(bounce -> bounce.event().messageId()).containsExactly(4712L, 4711L);
    }

    @Test
    void aMailboxThatCannotBeOpenedIsReadNextTime() throws MessagingException {
        arrive(BounceTest.report(SentLetters.RETURN_PATHS.of(4711, 2), "failed", "5.1.1"));

        assertThat(mailbox("fel").read(kept::add)).isZero();
        assertThat(mailbox("hemligt").read(kept::add)).isEqualTo(1);
    }

    private BounceMailbox mailbox(String password) {
        var user = new SmtpServer.User("studs", password);
        var server = new BounceServer("localhost", mail.getImap().getPort(), SmtpServer.Tls.NONE, user);
        return new BounceMailbox(server, SentLetters.RETURN_PATHS);
    }

    private void arrive(String email) throws MessagingException {
        var session = Session.getInstance(new Properties());
        var message = new MimeMessage(session, new ByteArrayInputStream(email.getBytes(UTF_8)));
        mail.getUserManager().getUser("studs").deliver(message);
    }
}
