package se.ringstuga.messaging.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;

class BounceTest {

    private static final ReturnPaths OURS =
            new ReturnPaths("a key for tests alone, 32 bytes.".getBytes(UTF_8), "bounce.example");
    private static final String ADDRESS = OURS.of(4711, 2);

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, UNDELIVERED, true",
        "failed, 5.1.2 (no such domain), UNDELIVERED, true",
        "failed, 5.2.2, UNDELIVERED, false",
        "failed, 5.7.1, UNDELIVERED, false",
        "failed, 4.4.7, UNDELIVERED, false",
        "Delayed, 4.4.1, ACCEPTED, false",
        "relayed, 2.0.0, SENT, false",
        "delivered, 2.1.5, DELIVERED, false",
    })
    void aReportIsPutIntoOurWords(String action, String status, DeliveryStatus ours, boolean hard) {
        var bounce = read(report(ADDRESS, action, status), null).orElseThrow();

        assertThat(bounce.event())
                .isEqualTo(new ProviderEvent(
                        "smtp", "m4711.2@bounce.example", 4711, 2, ours, status.replaceAll(" .*", ""), null, null));
        assertThat(bounce.hard()).isEqualTo(hard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivery-status\r\n\r\n", "X-Postfix-Queue-ID: 7A1\r\n\r\n", "no such user\r\n\r\n"})
    void emptyLinesBetweenItsGroupsHideNothing(String before) {
        for (var lines : new String[] {"\r\n", "\r\n\r\n", " \r\n"}) {
            var written = report(ADDRESS, "failed", "5.1.1").replace(before, before + lines);
            var bounce = read(written, null).orElseThrow();

            assertThat(bounce.event().status()).isEqualTo(DeliveryStatus.UNDELIVERED);
            assertThat(bounce.event().code()).isEqualTo("5.1.1");
        }
    }

    @Test
    void ofSeveralGroupsTheFirstThatTellsOfARecipientCounts() {
        var other = "\r\nFinal-Recipient: rfc822; somebody@exempel.example\r\nAction: delivered\r\nStatus: 2.0.0\r\n";
        var two = report(ADDRESS, "failed", "5.1.1").replace("no such user\r\n", "no such user\r\n" + other);

        assertThat(read(two, null).orElseThrow().event().code()).isEqualTo("5.1.1");
    }

    @Test
    void aReportOfEmptyLinesAloneIsNone() {
        var empty = report(ADDRESS, "failed", "5.1.1")
                .replaceAll("(?s)Reporting-MTA.*?no such user", "\r\n".repeat(100_000));

        assertThat(read(empty, null)).isEmpty();
    }

    @Test
    void theAddressIsFoundWhereTheServerLeftIt() {
        assertThat(read(report("postmaster@bounce.example", "failed", "5.1.1"), ADDRESS))
                .isPresent();
        assertThat(read("Delivered-To: " + ADDRESS + "\r\n" + report("someone@x.example", "failed", "5.1.1"), null))
                .isPresent();
        assertThat(read(report("\"Ringstuga\" <" + ADDRESS + ">", "failed", "5.1.1"), null))
                .isPresent();
    }

    @Test
    void aReportAboutSomethingElseIsNotOurs() {
        assertThat(read(report("anna@bounce.example", "failed", "5.1.1"), "anna@bounce.example"))
                .isEmpty();
        assertThat(read(report(ADDRESS.replace(".2.", ".3."), "failed", "5.1.1"), null))
                .isEmpty();
    }

    @Test
    void anAnswerFromAPersonOrAHolidayIsNoBounce() {
        assertThat(read(
                        "To: " + ADDRESS + "\r\nAuto-Submitted: auto-replied\r\nSubject: Semester\r\n\r\nTillbaka 3/8.",
                        null))
                .isEmpty();
        assertThat(read(report(ADDRESS, "failed", "5.1.1").replace("message/delivery-status", "text/plain"), null))
                .isEmpty();
        assertThat(read(report(ADDRESS, "whatever", "5.1.1"), null)).isEmpty();
        assertThat(read("", null)).isEmpty();
        assertThat(read("Content-Type: multipart/report; boundary=\"\r\nTo: " + ADDRESS + "\r\n\r\n--", null))
                .isEmpty();
    }

    @Test
    void aReportWithoutAStatusIsStillAReport() {
        var bounce = read(report(ADDRESS, "failed", "oops"), null).orElseThrow();

        assertThat(bounce.event().code()).isNull();
        assertThat(bounce.hard()).isFalse();
    }

    private static Optional<Bounce> read(String email, @Nullable String deliveredTo) {
        return Bounce.read(new ByteArrayInputStream(email.getBytes(UTF_8)), deliveredTo, OURS);
    }

    /** As Postfix writes it. */
    static String report(String to, String action, String status) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example (Mail Delivery System)
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                	boundary="7A1.1/mx.example"

                This is a MIME-encapsulated message.

                --7A1.1/mx.example
                Content-Description: Notification
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --7A1.1/mx.example
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example
                X-Postfix-Queue-ID: 7A1

                Final-Recipient: rfc822; nobody@exempel.example
                Action: %s
                Status: %s
                Remote-MTA: dns; mail.exempel.example
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --7A1.1/mx.example
                Content-Description: Undelivered Message
                Content-Type: message/rfc822

                Subject: Ringstuga

                Hej
                --7A1.1/mx.example--
                """.formatted(to, action, status).replace("\n", "\r\n");
    }
}
