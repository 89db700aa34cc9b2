package se.ringstuga.messaging.email;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ringstuga.messaging.email.SentLetters.gateway;
import static se.ringstuga.messaging.email.SentLetters.server;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.messaging.email.SmtpServer.Tls;
import se.ringstuga.messaging.gateway.Outcome;

/** What arrives at a real mail server. */
class SmtpGatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeAll
    static void start() {
        MAIL.start();
    }

    @BeforeEach
    void empty() {
        MAIL.reset();
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @Test
    void theReaderSeesWhoWroteWhatAndWhereToAnswer() throws MessagingException, IOException {
        var email = received(SentLetters.to("Asa@exempel.example"));

        assertThat(email.getFrom()).containsExactly(new InternetAddress("malmo@ring.example", "Exempelpartiet Malmö"));
        assertThat(email.getReplyTo()).containsExactly(new InternetAddress("ordforande@exempel.example"));
        assertThat(email.getRecipients(Message.RecipientType.TO))
                .containsExactly(new InternetAddress("Asa@exempel.example"));
        assertThat(email.getSubject()).isEqualTo("Ringstuga på torsdag, Åsa");
        assertThat(email.getSentDate()).isEqualTo(Date.from(SentLetters.NOON));
        assertThat(email.getMessageID()).isEqualTo("<m4711.2@bounce.example>");
    }

    @Test
    void textAndHtmlArriveToTheLetter() throws MessagingException, IOException {
        var sent = SentLetters.to("asa@exempel.example");
        var parts = (MimeMultipart) received(sent).getContent();

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).containsIgnoringCase("text/plain; charset=utf-8");
        assertThat(content(parts, 0)).isEqualTo(sent.text());
        assertThat(parts.getBodyPart(1).getContentType()).containsIgnoringCase("text/html; charset=utf-8");
        assertThat(content(parts, 1)).isEqualTo(sent.html());
    }

    @Test
    void oneClickUnsubscribesAndTheReturnPathNamesTheMessage() throws MessagingException {
        var email = received(SentLetters.to("asa@exempel.example"));

        assertThat(email.getHeader("List-Unsubscribe")).containsExactly("<https://ring.example/p/abc/unsubscribe>");
        assertThat(email.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(email.getHeader("Return-Path"))
                .singleElement()
                .satisfies(path ->
                        assertThat(SentLetters.RETURN_PATHS.read(path)).contains(new ReturnPaths.Sent(4711, 2)));
    }

    @Test
    void whatCannotBeUnsubscribedFromSaysNothingOfIt() throws MessagingException {
        var like = SentLetters.to("asa@exempel.example");
        var email = received(new OutgoingEmail(
                1, 1, like.from(), "Anna", null, like.to(), "Svar", like.html(), like.text(), null, null));

        assertThat(email.getHeader("List-Unsubscribe")).isNull();
        assertThat(email.getHeader("List-Unsubscribe-Post")).isNull();
        assertThat(email.getHeader("Reply-To")).isNull();
    }

    @Test
    void aNameOrSubjectCanAddNoHeader() throws MessagingException {
        var like = SentLetters.to("asa@exempel.example");
        var email = received(new OutgoingEmail(
                1,
                1,
                like.from(),
                "Anna\r\nBcc: all@exempel.example",
                null,
                like.to(),
                "Hej\r\nX-Evil: 1\u2028\nå",
                like.html(),
                like.text(),
                null,
                null));

        assertThat(email.getHeader("Bcc")).isNull();
        assertThat(email.getHeader("X-Evil")).isNull();
        assertThat(email.getSubject()).isEqualTo("Hej X-Evil: 1 å");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aDomainOfSwedishLettersIsWrittenAsTheWireWantsIt() throws MessagingException {
        assertThat(received(SentLetters.to("asa@räksmörgås.example")).getRecipients(Message.RecipientType.TO)[0])
                .hasToString("asa@xn--rksmrgs-5wao1o.example");
    }

    @Test
    void whoSignsInIsLetIn() {
        MAIL.setUser("ring", "hemligt");
        try (var gateway = gateway(signingIn("hemligt"))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example"))).isInstanceOf(Outcome.Accepted.class);
        }
    }

    @Test
    void aWrongPasswordLetsEveryEmailWait() {
        MAIL.setUser("ring", "hemligt");
        try (var gateway = gateway(signingIn("fel"))) {
            assertThat(gateway.send(SentLetters.to("asa@exempel.example")))
                    .isInstanceOfSatisfying(
                            Outcome.TryLater.class,
                            later -> assertThat(later.why())
                                    .startsWith("the mail server does not accept our sign-in: 535"));
        }
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    private static SmtpServer signingIn(String password) {
        return new SmtpServer(
                "localhost",
                MAIL.getSmtp().getPort(),
                Tls.NONE,
                Optional.of(new SmtpServer.User("ring", password)),
                "ring.example",
                PATIENCE,
                PATIENCE,
                1,
                Optional.empty());
    }

    private static MimeMessage received(OutgoingEmail email) {
        try (var gateway = gateway(server(MAIL.getSmtp().getPort(), PATIENCE))) {
            assertThat(gateway.send(email)).isInstanceOf(Outcome.Accepted.class);
        }
        return MAIL.getReceivedMessages()[0];
    }

    private static String content(MimeMultipart parts, int index) throws MessagingException, IOException {
        return parts.getBodyPart(index).getContent().toString().replace("\r\n", "\n");
    }
}
