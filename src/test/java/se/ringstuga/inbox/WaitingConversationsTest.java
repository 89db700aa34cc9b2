package se.ringstuga.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.sms.InboundSms;

/** What nobody has read for a day is told to the organizers (rule 25). */
@QuarkusTest
class WaitingConversationsTest extends InboundTest {

    private static final String ORGANIZER = "organizer@example.org";
    private static final String ABOVE = "administrator@example.org";

    @Inject
    WaitingConversations waiting;

    @Inject
    StaffFixtures staff;

    @Inject
    MockMailbox mailbox;

    @BeforeEach
    void anOrganizer() {
        mailbox.clear();
        staff.staff(ORGANIZER, "solna", Role.ORGANIZER);
    }

    private int mails(String to) {
        return mailbox.getMailsSentTo(to).size();
    }

    @Test
    void theOrganizersAreMailedOnceWhatHasWaitedForADay() {
        comes(PHONE, "Hemligt");
        clock.advance(Duration.ofHours(23));
        assertThat(waiting.tell()).isZero();

        clock.advance(Duration.ofHours(2));
        comes(PHONE, "Hallå?");
        assertThat(waiting.tell()).isEqualTo(1);
        assertThat(waiting.tell()).isZero();
        clock.advance(Duration.ofDays(2));
        waiting.tell();

        assertThat(mails(ORGANIZER)).isEqualTo(1);
        var mail = mailbox.getMailsSentTo(ORGANIZER).getFirst();
        assertThat(mail.getText()).contains("solna").doesNotContain("Hemligt").doesNotContain(PHONE);
        assertThat(notices()).containsExactly("ORGANIZERS inbox-waiting");
    }

    @Test
    void whatWasAnsweredOrHandledIsNotToldAndTheNextTextBeginsAnew() {
        comes(PHONE, "Hej");
        as(token).post(in("solna", "/inbox/" + inbox("open").getLong("items[0].id") + "/handling"));
        clock.advance(Duration.ofHours(25));
        assertThat(waiting.tell()).isZero();

        comes(PHONE, "Hej igen");
        clock.advance(Duration.ofHours(25));
        assertThat(waiting.tell()).isEqualTo(1);
    }

    @Test
    void whereNobodyWorksTheNearestAboveIsTold() {
        a.organizationBelow("solna", "huvudsta");
        var below = a.token("huvudsta");
        sender("huvudsta", below, "+46701740698");
        staff.staff(ABOVE, "solna", Role.ADMINISTRATOR);
        tell(new InboundSms("twilio", "SMbelow", PHONE, "+46701740698", "Hej"));
        clock.advance(Duration.ofHours(25));
        waiting.tell();

        assertThat(mails(ORGANIZER)).isEqualTo(1);
        assertThat(mails(ABOVE)).isEqualTo(1);
    }

    private List<String> notices() {
        return sql.list(
                NamedSql.of("select audience || ' ' || kind as notice from notice order by id"),
                Map.of(),
                row -> row.text("notice"));
    }
}
