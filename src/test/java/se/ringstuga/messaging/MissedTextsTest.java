package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ringstuga.ApiTest;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.sms.ListedSms;
import se.ringstuga.messaging.sms.Listing;
import se.ringstuga.messaging.sms.SmsList;
import se.ringstuga.messaging.sms.TwilioMessages;

/** What people texted in the gap comes in by the door of the webhooks. */
@QuarkusTest
class MissedTextsTest extends ApiTest {

    @Inject
    MissedTexts texts;

    @Inject
    Sql sql;

    private final class Shown implements SmsList {

        private final boolean broken;
        private Instant from = Instant.MAX;

        Shown(boolean broken) {
            this.broken = broken;
        }

        @Override
        public Listing<ListedSms> first(TwilioMessages.Window window) {
            from = window.from();
            return new Listing.Page<>(List.of(text("SM2", "Ja, gärna & tack")), Optional.of(new Listing.Next("2")));
        }

        @Override
        public Listing<ListedSms> next(Listing.Next next) {
            return broken
                    ? new Listing.Unavailable<>("503")
                    : new Listing.Page<>(List.of(text("SM1", "STOPP")), Optional.empty());
        }
    }

    private ListedSms text(String sid, String text) {
        return new ListedSms(
                sid, "+46701740605", "+46701740699", text, clock.instant(), Optional.empty(), null, null, null);
    }

    private List<String> stored() {
        return sql.list(
                NamedSql.of(
                        "select body from provider_hook where gateway = 'twilio' and path like '%/inbound' order by id"),
                Map.of(),
                row -> row.text("body"));
    }

    @Test
    void theyAreStoredAsIfTheyHadComeJustNowTheOldestFirst() {
        var since = clock.instant().minus(Duration.ofDays(1));
        var list = new Shown(false);

        assertThat(texts.fetch(list, since)).contains(2);
        assertThat(list.from).isBefore(since);
        assertThat(stored())
                .containsExactly(
                        "MessageSid=SM1&From=%2B46701740605&To=%2B46701740699&Body=STOPP",
                        "MessageSid=SM2&From=%2B46701740605&To=%2B46701740699&Body=Ja%2C+g%C3%A4rna+%26+tack");
    }

    @Test
    void ofAListThatBreaksOffNothingIsTakenSoThatSomebodyDecides() {
        assertThat(texts.fetch(new Shown(true), clock.instant())).isEmpty();
        assertThat(stored()).isEmpty();
    }
}
