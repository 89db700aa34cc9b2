package se.ringstuga.accounts;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Mail to staff about their accounts, where SMTP is configured; sent after the transaction, never within it. */
@ApplicationScoped
class StaffMail {

    /** What application.properties names where the installation names no server; it exists nowhere. */
    private static final String NO_SERVER = "unconfigured.invalid";

    private static final Logger LOG = Logger.getLogger(StaffMail.class);

    private final ReactiveMailer mailer;
    private final Event<Written> written;
    private final boolean configured;

    StaffMail(
            ReactiveMailer mailer, Event<Written> written, @ConfigProperty(name = "quarkus.mailer.host") String host) {
        this.mailer = mailer;
        this.written = written;
        this.configured = !host.equals(NO_SERVER);
    }

    /** Hands a mail over, its subject in one line whatever names are in it; false where no SMTP server is configured. */
    boolean send(List<String> to, String subject, String text) {
        if (configured && !to.isEmpty()) {
            written.fire(new Written(to, subject.replaceAll("\\p{Cntrl}+", " "), text));
        }
        return configured;
    }

    /** One mail each: staff need not know each other's addresses. */
    void dispatch(@Observes(during = TransactionPhase.AFTER_SUCCESS) Written mail) {
        var mails = mail.to().stream()
                .map(to -> Mail.withText(to, mail.subject(), mail.text()))
                .toArray(Mail[]::new);
        mailer.send(mails)
                .subscribe()
                .with(sent -> {}, failure -> LOG.warnf("A mail to staff was not sent: %s", failure));
    }

    record Written(List<String> to, String subject, String text) {}
}
