package se.ringstuga.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.events.Attendee;
import se.ringstuga.events.SignUpSource;
import se.ringstuga.events.SignUps;
import se.ringstuga.events.Wishes;
import se.ringstuga.messaging.CodeMessages;
import se.ringstuga.messaging.CodeSending;

/** What guests are told waits for whoever holds its event, and keeps nobody else waiting meanwhile. */
@QuarkusTest
class GuestLocksTest extends ReminderTest {

    private static final String LOOKING = """
            select count(*) as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%select id from event where id in%'""";

    @Inject
    CodeSending codes;

    @Inject
    CodeMessages messages;

    /** In line before the first one's is the second one's, and the organizer takes them by their ids. */
    @Test
    void anOrganizerOfTwoMeetingsIsNotLockedOutAndACodeDoesNotWait() throws Exception {
        minutesBefore(24 * 60);
        var first = open("2026-11-24T12:00");
        var second = open("2026-11-24T12:01");
        guest(second, "+46701740610");
        guest(first, "+46701740611");
        clock.set(at("2026-11-23T12:01"));
        rounds.run();
        QuarkusTransaction.requiringNew()
                .run(() -> messages.put(new CodeMessages.Code(
                        solna,
                        Channel.SMS,
                        "+46701740612",
                        "",
                        "Koden",
                        clock.instant().plus(Duration.ofHours(2)))));
        var locked = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var moving = threads.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                lock(first);
                locked.countDown();
                var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                while (QuarkusTransaction.requiringNew().call(() -> number(LOOKING)) == 0 && System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                lock(second);
                return QuarkusTransaction.requiringNew().call(this::arrived);
            }));
            locked.await();
            codes.send();

            assertThat(moving.get()).containsExactly("Koden", "Medlemsmöte i morgon kl 12.01, Folkets hus");
        }
        assertThat(arrived()).hasSize(3).last().isEqualTo("Medlemsmöte i morgon kl 12.00, Folkets hus");
    }

    @Test
    void whatCannotBeLookedAtIsPutOffAndKeepsNobodyElseWaiting() {
        minutesBefore(24 * 60);
        var event = open("2026-11-24T12:00");
        guest(event, "+46701740610");
        guest(event, "+46701740611");
        clock.set(at("2026-11-23T12:00"));
        rounds.run();
        change("update organization set time_zone = 'Ingenstans' where slug = 'solna'");
        codes.send();
        assertThat(arrived()).isEmpty();
        change("update organization set time_zone = 'Europe/Stockholm' where slug = 'solna'");
        codes.send();
        assertThat(arrived()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        codes.send();

        assertThat(arrived()).hasSize(2);
    }

    private long open(String local) {
        var event = event(local);
        change("update event set visibility = 'PUBLIC' where id = " + event);
        return event;
    }

    private void guest(long event, String number) {
        QuarkusTransaction.requiringNew()
                .run(() -> signUps.signUp(
                        event,
                        new Attendee.Guest("Stina Ås", number),
                        new SignUps.By(SignUpSource.PUBLIC, "system:0"),
                        Wishes.NONE));
        change("update sign_up set guest_confirmed_at = changed_at where guest_confirmed_at is null");
    }

    private List<Long> lock(long event) {
        return sql.list(
                NamedSql.of("select id from event where id = :event for no key update"),
                Map.of("event", event),
                row -> row.number("id"));
    }
}
