package se.ringstuga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;

/** E-mail over a real mail server, and what that tells afterwards. */
@QuarkusTest
@TestProfile(WithProviders.class)
class EmailDeliveryTest extends ApiTest {

    @Inject
    Dispatcher dispatcher;

    @Inject
    Bounces bounces;

    private GreenMail mail;
    private String token;
    private long anna;

    @BeforeEach
    void aMailServer() {
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(Integer.getInteger(WithProviders.SMTP_PORT), "localhost", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(Integer.getInteger(WithProviders.IMAP_PORT), "localhost", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        mail.setUser("studs@ring.example", "studs", "hemligt");
        clock.set(Instant.parse("2026-11-20T12:00:00Z"));
        a.organization("solna");
        token = a.token("solna");
        anna = as(token)
                .body(Map.of("givenName", "Anna", "email", "anna@example.org"))
                .post(in("solna", "/people"))
                .jsonPath()
                .getLong("id");
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private long send(String purpose) {
        var id = as(token)
                .body(Map.of(
                        "personId",
                        anna,
                        "channel",
                        "EMAIL",
                        "purpose",
                        purpose,
                        "subject",
                        "Hej {förnamn}",
                        "text",
                        "Välkommen **{förnamn}**"))
                .post(in("solna", "/messages"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        while (dispatcher.sendOneBatch()) {
            // Until nothing is due.
        }
        return id;
    }

    private MimeMessage received() {
        var all = mail.getReceivedMessagesForDomain("example.org");
        assertThat(all).hasSize(1);
        return all[0];
    }

    private void arrive(String report) throws Exception {
        var message = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(report.getBytes(UTF_8)));
        mail.getUserManager().getUser("studs").deliver(message);
    }

    private static String report(String to, String status) {
        return """
                From: MAILER-DAEMON@mx.example
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                It could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; anna@example.org
                Action: failed
                Status: %s

                --b--
                """.formatted(to, status).replace("\n", "\r\n");
    }

    @Test
    void anEmailArrivesFromTheAssociationWithAWayOut() throws Exception {
        var id = send("INFORMATION");
        var email = received();

        assertThat(email.getSubject()).isEqualTo("Hej Anna");
        assertThat(email.getFrom()).containsExactly(new InternetAddress("solna@ring.example", "solna"));
        assertThat(email.getMessageID()).isEqualTo("<m" + id + ".1@ring.example>");
        assertThat(email.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        as(token)
                .get(in("solna", "/messages/" + id))
                .then()
                .body("state", equalTo("ACCEPTED"))
                .body("events.source", contains("dispatcher"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOTICE", "REMINDER", "REQUESTED"})
    void whatNobodyUnsubscribesFromLeadsToThePageByItsHeaderToo(String purpose) throws Exception {
        send(purpose);
        var email = received();

        assertThat(email.getHeader("List-Unsubscribe"))
                .singleElement()
                .asString()
                .matches("<http.*/m/[0-9A-Za-z]{17}>");
        assertThat(email.getHeader("List-Unsubscribe-Post")).isNull();
    }

    @Test
    void theHeaderOfTheEmailItselfEndsTheNews() throws Exception {
        send("INFORMATION");
        var address = received().getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");

        RestAssured.given()
                .contentType(ContentType.URLENC)
                .body("List-Unsubscribe=One-Click")
                .post(URI.create(address).getPath())
                .then()
                .statusCode(200);

        as(token)
                .body(Map.of("personId", anna, "channel", "EMAIL", "subject", "Nytt", "text", "Hej"))
                .post(in("solna", "/messages"))
                .then()
                .body("reason", equalTo("OPTED_OUT"));
        as(token)
                .body(Map.of(
                        "personId",
                        anna,
                        "channel",
                        "EMAIL",
                        "purpose",
                        "NOTICE",
                        "subject",
                        "Kallelse",
                        "text",
                        "Hej"))
                .post(in("solna", "/messages"))
                .then()
                .body("state", equalTo("QUEUED"));
    }

    @Test
    void whatComesBackForGoodFailsTheMessageAndEndsTheUseOfTheAddress() throws Exception {
        var id = send("NOTICE");
        arrive(report(received().getHeader("Return-Path")[0], "5.1.1"));

        assertThat(bounces.read()).isEqualTo(1);
        assertThat(bounces.read()).isZero();

        as(token)
                .get(in("solna", "/messages/" + id))
                .then()
                .body("state", equalTo("FAILED"))
                .body("code", equalTo("5.1.1"))
                .body("events.source", contains("dispatcher", "smtp"));
        as(token).get(in("solna", "/people/" + anna)).then().body("emailWrong", equalTo(true));
        as(token).get(in("solna", "/people/corrections")).then().body("items.field", contains("email"));
    }

    @Test
    void aFullMailboxFailsTheMessageAndLeavesTheAddress() throws Exception {
        var id = send("NOTICE");
        arrive(report(received().getHeader("Return-Path")[0], "5.2.2"));

        assertThat(bounces.read()).isEqualTo(1);
        as(token).get(in("solna", "/messages/" + id)).then().body("state", equalTo("FAILED"));
        as(token).get(in("solna", "/people/" + anna)).then().body("emailWrong", equalTo(false));
    }

    @Test
    void aReportThatSomebodyMadeUpChangesNothing() throws Exception {
        var id = send("NOTICE");
        arrive(report("b-" + Long.toString(id, 36) + ".1.00000000000000000000@ring.example", "5.1.1"));

        assertThat(bounces.read()).isZero();
        as(token).get(in("solna", "/messages/" + id)).then().body("state", equalTo("ACCEPTED"));
    }
}
