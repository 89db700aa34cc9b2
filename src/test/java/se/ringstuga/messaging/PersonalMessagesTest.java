package se.ringstuga.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.PersonalMessages.By;
import se.ringstuga.messaging.PersonalMessages.Put;

/** Many messages put in line at once, and what their feature says of them when they leave. */
@QuarkusTest
class PersonalMessagesTest extends SmsCostTest {

    private static final Duration LIFE = Duration.ofHours(6);

    @Inject
    PersonalMessages messages;

    @Inject
    FakeLook feature;

    @Inject
    Consents consents;

    private long solna;

    @BeforeEach
    void aFeature() {
        feature.begin();
        solna = number("select id as n from organization where slug = 'solna'");
    }

    @AfterEach
    void without() {
        feature.end();
    }

    private long number(String question) {
        return sql.first(NamedSql.of(question), Map.of(), row -> row.number("n"))
                .orElseThrow();
    }

    private long member(String phone, String email) {
        var body = new HashMap<String, Object>(Map.of("givenName", "Anna", "familyName", "Ek"));
        if (!phone.isEmpty()) {
            body.put("phone", phone);
        }
        if (!email.isEmpty()) {
            body.put("email", email);
        }
        return as(token)
                .body(body)
                .post(in("solna", "/people"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private PersonalMessages.Wanted wanted(long person, long source, By by, String sms) {
        return new PersonalMessages.Wanted(
                person,
                source,
                "",
                Purpose.REMINDER,
                by,
                new PersonalMessages.Words(sms, "Ämne", "Brev: " + sms, "system:0"),
                clock.instant(),
                clock.instant().plus(LIFE),
                false);
    }

    private List<Put> put(PersonalMessages.Wanted... wanted) {
        return QuarkusTransaction.requiringNew()
                .call(() -> messages.put(new PersonalMessages.From(solna, "TEST", false), List.of(wanted)));
    }

    private void no(long person, Channel channel) {
        said(person, channel, Consents.Decision.WITHDRAWN);
    }

    private void said(long person, Channel channel, Consents.Decision decision) {
        QuarkusTransaction.requiringNew()
                .run(() -> consents.record(
                        new Consents.Person(solna, person),
                        Consents.Topic.any(channel),
                        new Consents.Said(decision, "test", "staff:1")));
    }

    private static Channel channel(@Nullable Put put) {
        return ((Put.InLine) requireNonNull(put)).channel();
    }

    private Map<Long, Put> bySource(List<Put> put) {
        var all = new HashMap<Long, Put>();
        put.forEach(one -> all.put(one.sourceId(), one));
        return all;
    }

    @Test
    void eachGoesOnTheFirstChannelThatIsAllowedAndNeverOnTwo() {
        var both = member("+46701740605", "a@example.org");
        var stopped = member("+46701740606", "b@example.org");
        no(stopped, Channel.SMS);
        var prefersMail = member("+46701740607", "c@example.org");
        said(prefersMail, Channel.EMAIL, Consents.Decision.GRANTED);
        var neither = member("", "");

        var put = bySource(put(
                wanted(both, 1, By.FIRST_ALLOWED, "Hej"),
                wanted(stopped, 2, By.FIRST_ALLOWED, "Hej"),
                wanted(prefersMail, 3, By.FIRST_ALLOWED, "Hej"),
                wanted(neither, 4, By.FIRST_ALLOWED, "Hej"),
                wanted(both, 5, By.EMAIL, "Hej"),
                wanted(stopped, 6, By.SMS, "Hej")));

        assertThat(channel(put.get(1L))).isEqualTo(Channel.SMS);
        assertThat(channel(put.get(2L))).isEqualTo(Channel.EMAIL);
        assertThat(channel(put.get(3L))).isEqualTo(Channel.EMAIL);
        assertThat(put.get(4L)).isEqualTo(new Put.Refused(4, neither, "NO_ADDRESS", "NO_ADDRESS"));
        assertThat(channel(put.get(5L))).isEqualTo(Channel.EMAIL);
        assertThat(put.get(6L)).isEqualTo(new Put.Refused(6, stopped, "OPTED_OUT", null));
        assertThat(number("select count(*) as n from message")).isEqualTo(4);
    }

    @Test
    void whatIsInLineAlreadyIsNotPutThereTwice() {
        var anna = member("+46701740605", "");
        assertThat(put(wanted(anna, 1, By.SMS, "Hej"))).singleElement().isInstanceOf(Put.InLine.class);
        assertThat(put(wanted(anna, 1, By.SMS, "Hej"))).containsExactly(new Put.AlreadyThere(1, anna));
    }

    @Test
    void thatManyTakeNoMoreStatementsThanOne() {
        var people = new ArrayList<PersonalMessages.Wanted>();
        for (var i = 0; i < 40; i++) {
            people.add(wanted(member("+467017406%02d".formatted(10 + i), ""), i, By.SMS, "Hej " + i % 3));
        }
        assertThat(put(people.toArray(PersonalMessages.Wanted[]::new))).hasSize(40);
        assertThat(number("select count(distinct template) as n from message")).isEqualTo(3);
    }

    @Test
    void anSmsThatWouldComeAtNightWaitsForTheMorningOrGoesAsEmail() {
        clock.set(Instant.parse("2026-11-20T21:00:00Z"));
        var anna = member("+46701740605", "a@example.org");
        var bo = member("+46701740606", "");

        var put = bySource(
                put(wanted(anna, 1, By.FIRST_ALLOWED, "Hej"), wanted(bo, 2, By.FIRST_ALLOWED, "Hej"), longer(bo, 3)));

        assertThat(channel(put.get(1L))).isEqualTo(Channel.EMAIL);
        assertThat(put.get(2L)).isEqualTo(new Put.Refused(2, bo, "QUIET_HOURS", "NO_ADDRESS"));
        assertThat(channel(put.get(3L))).isEqualTo(Channel.SMS);
        feature.says(1, new LastLook.Verdict.Go(Map.of()));
        feature.says(3, new LastLook.Verdict.Go(Map.of()));
        sendAll();
        assertThat(arrived()).isEmpty();
        assertThat(number("select count(*) as n from sandbox_email")).isEqualTo(1);
        clock.set(Instant.parse("2026-11-21T08:00:00Z"));
        sendAll();
        assertThat(arrived()).containsExactly("Hej");
    }

    private PersonalMessages.Wanted longer(long person, long source) {
        var one = wanted(person, source, By.SMS, "Hej");
        return new PersonalMessages.Wanted(
                person,
                source,
                "",
                one.purpose(),
                one.by(),
                one.words(),
                one.notBefore(),
                one.notBefore().plus(Duration.ofHours(14)),
                false);
    }

    @Test
    void itsFeatureIsAskedOnceForTheBatchAndGivesTheTextItsFields() {
        var anna = member("+46701740605", "");
        var bo = member("+46701740606", "");
        put(wanted(anna, 1, By.SMS, "Vi ses i {testplats}"), wanted(bo, 2, By.SMS, "Vi ses i {testplats}"));
        feature.says(1, new LastLook.Verdict.Go(Map.of("fake_place", "Folkets hus")));
        feature.says(2, new LastLook.Verdict.Go(Map.of("fake_place", "Hagalund")));

        sendAll();

        assertThat(feature.asked()).hasSize(1);
        assertThat(arrived()).containsExactlyInAnyOrder("Vi ses i Folkets hus", "Vi ses i Hagalund");
    }

    @Test
    void whatItsFeatureTakesBackIsSkippedWithTheReason() {
        var anna = member("+46701740605", "");
        var bo = member("+46701740606", "");
        put(wanted(anna, 1, By.SMS, "Hej"), wanted(bo, 2, By.SMS, "Hej"));
        feature.says(1, new LastLook.Verdict.Drop(Reason.EVENT_CANCELLED));

        sendAll();

        assertThat(arrived()).isEmpty();
        assertThat(number("select count(*) as n from message where state = 'SKIPPED' and reason = 'EVENT_CANCELLED'"))
                .isEqualTo(1);
        assertThat(number("select count(*) as n from message where state = 'SKIPPED' and reason = 'NO_LONGER_MEANT'"))
                .isEqualTo(1);
    }

    @Test
    void whatItsFeaturePutsOffWaitsAndExpiresWhereThatIsTooLate() {
        var anna = member("+46701740605", "");
        var bo = member("+46701740606", "");
        put(wanted(anna, 1, By.SMS, "Hej"), wanted(bo, 2, By.SMS, "Hej"));
        var later = clock.instant().plus(Duration.ofHours(1));
        feature.says(1, new LastLook.Verdict.Later(later));
        feature.says(2, new LastLook.Verdict.Later(clock.instant().plus(LIFE)));

        sendAll();
        assertThat(arrived()).isEmpty();
        assertThat(number("select count(*) as n from message where state = 'EXPIRED'"))
                .isEqualTo(1);
        feature.says(1, new LastLook.Verdict.Go(Map.of()));
        clock.set(later);
        sendAll();

        assertThat(arrived()).containsExactly("Hej");
    }

    @Test
    void aNoThatCameMeanwhileIsHeardWhateverTheFeatureSays() {
        var anna = member("+46701740605", "");
        put(wanted(anna, 1, By.SMS, "Hej"));
        feature.says(1, new LastLook.Verdict.Go(Map.of()));
        no(anna, Channel.SMS);

        sendAll();

        assertThat(arrived()).isEmpty();
    }
}
