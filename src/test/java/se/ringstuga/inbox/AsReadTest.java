package se.ringstuga.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** A conversation is handled as far as it was read: what comes while somebody answers waits for its own answer (rule 25). */
@QuarkusTest
class AsReadTest extends InboundTest {

    private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([^\"]*)\"");
    private static final Pattern OLDER = Pattern.compile("href=\"([^\"]*cursor=[^\"]*)\"");

    @Inject
    StaffFixtures staff;

    @Inject
    WaitingConversations waiting;

    @Inject
    Conversations conversations;

    @Inject
    InboundMessages inbound;

    private String path(String what) {
        return in("solna", "/inbox/" + conversation() + what);
    }

    private long conversation() {
        return number("select id as n from conversation");
    }

    private long latest() {
        return inbox("open").getLong("items[0].textId");
    }

    /** Two texts a minute apart, of which the first was read. */
    private long readBeforeAnother() {
        comes(PHONE, "Jag kommer på lördag");
        var read = latest();
        clock.advance(Duration.ofMinutes(1));
        comes(PHONE, "Nej, ring mig, det är bråttom");
        return read;
    }

    @Test
    void whatComesWhileSomebodyAnswersGoesOnWaitingFromWhenItCame() {
        var read = readBeforeAnother();
        clock.advance(Duration.ofMinutes(1));
        as(token)
                .body(Map.of("text", "Välkommen!", "readTo", read))
                .post(path("/answers"))
                .then()
                .statusCode(201);

        as(token)
                .get(in("solna", "/inbox"))
                .then()
                .body("items[0].waiting", equalTo(1))
                .body("items[0].waitingSince", equalTo("2026-11-20T12:01:00Z"))
                .body("items[0].handledAt", nullValue());
        staff.staff("organizer@example.org", "solna", Role.ORGANIZER);
        clock.advance(Duration.ofHours(24));
        assertThat(waiting.tell()).as("nobody has read it for a day").isEqualTo(1);
    }

    @Test
    void soItDoesWhenTheFirstNeedsNoAnswer() {
        var read = readBeforeAnother();
        as(token)
                .body(Map.of("readTo", read))
                .post(path("/handling"))
                .then()
                .statusCode(200)
                .body("waiting", equalTo(1))
                .body("waitingSince", notNullValue());
        as(token)
                .body(Map.of("readTo", latest()))
                .post(path("/handling"))
                .then()
                .statusCode(200)
                .body("waiting", equalTo(0))
                .body("handledAt", notNullValue());
    }

    @Test
    void whoeverHasReadLessThanWasHandledSinceTakesNothingBack() {
        var read = readBeforeAnother();
        as(token).body(Map.of("readTo", latest())).post(path("/handling"));
        clock.advance(Duration.ofMinutes(1));
        comes(PHONE, "Hallå?");
        as(token).body(Map.of("readTo", read)).post(path("/handling")).then().body("waiting", equalTo(1));

        assertThat(inbox("open").getString("items[0].waitingSince")).isEqualTo("2026-11-20T12:02:00Z");
    }

    @Test
    void whoeverDoesNotSayWhatTheyHaveReadHandlesAll() {
        readBeforeAnother();
        as(token).body(Map.of("text", "Hej")).post(path("/answers")).then().statusCode(201);
        assertThat(inbox("open").getList("items")).isEmpty();

        comes(PHONE, "En sak till");
        as(token).post(path("/handling")).then().statusCode(200).body("waiting", equalTo(0));
    }

    @Test
    void whatWasReadIsANumber() {
        readBeforeAnother();
        for (var what : new String[] {"/answers", "/handling"}) {
            var body = new HashMap<String, Object>(Map.of("readTo", -1));
            if (what.equals("/answers")) {
                body.put("text", "Hej");
            }
            as(token).body(body).post(path(what)).then().statusCode(400).body("violations[0].field", equalTo("readTo"));
        }
        assertThat(inbox("open").getInt("items[0].waiting")).isEqualTo(2);
    }

    @Test
    void whatWasReadIsATextOfTheConversation() {
        readBeforeAnother();
        var mine = conversation();
        comes("+46701740699", "Hej, jag heter något annat");
        var other = latest();
        for (var what : List.of("/answers", "/handling")) {
            as(token)
                    .body(what.equals("/answers") ? Map.of("text", "Hej", "readTo", other) : Map.of("readTo", other))
                    .post(in("solna", "/inbox/" + mine + what))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("readTo"));
        }
        as(token).get(in("solna", "/inbox")).then().body("items.waiting", equalTo(List.of(1, 2)));
        assertThat(number("select count(*) as n from message")).isZero();
    }

    @Test
    void aTextThatIsJustComingIsNotLost() throws Exception {
        comes(PHONE, "Jag kommer på lördag");
        var read = latest();
        var id = conversation();
        var organization = number("select organization_id as n from conversation");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var handled = QuarkusTransaction.requiringNew().call(() -> {
                var coming = InboundText.of(sms(PHONE, "Nej, ring mig"));
                var locked = conversations.lock(organization, coming);
                var other = threads.submit(
                        () -> QuarkusTransaction.requiringNew().run(() -> conversations.handle(id, read, "staff:1")));
                while (number("select count(*) as n from pg_locks where not granted") == 0) {
                    assertThat(other).isNotDone();
                }
                inbound.add(new InboundMessages.Place(organization, locked), coming, List.of());
                conversations.texted(locked, coming, true);
                return other;
            });
            handled.get();
        }

        assertThat(inbox("open").getInt("items[0].waiting")).isEqualTo(1);
    }

    private long number(String question) {
        return sql.first(NamedSql.of(question), Map.of(), row -> row.number("n"))
                .orElseThrow();
    }

    private Supplier<RequestSpecification> organizer() {
        var session = staff.session(staff.staff("o@example.org", "solna", Role.ORGANIZER));
        return () -> StaffFixtures.browser(session);
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    @Test
    void thePageSaysThatMoreHasComeAndDoesNotHandleIt() {
        comes(PHONE, "Jag kommer på lördag");
        var organizer = organizer();
        var page = "/o/solna/inbox/" + conversation();
        var read = found(READ, organizer.get().get(page).asString());
        clock.advance(Duration.ofMinutes(1));
        comes(PHONE, "Nej, ring mig");

        StaffFixtures.post(organizer.get(), page + "/answers", Map.of("text", "Välkommen!", "read", read))
                .then()
                .statusCode(303)
                .header("Location", endsWith("?said=sent"));
        assertThat(organizer.get().get(page + "?said=sent").asString())
                .contains("Svaret är på väg.", "Det har kommit ett nytt sms", "Nej, ring mig");
        StaffFixtures.post(organizer.get(), page + "/handling", Map.of("read", read))
                .then()
                .statusCode(303)
                .header("Location", endsWith("?said=more"));
        assertThat(organizer.get().get(page + "?said=more").asString()).contains("Det har kommit ett nytt sms");

        read = found(READ, organizer.get().get(page).asString());
        StaffFixtures.post(organizer.get(), page + "/handling", Map.of("read", read))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/inbox"));
        assertThat(organizer.get().get(page + "?said=sent").asString()).doesNotContain("Det har kommit ett nytt sms");
    }

    @Test
    void aPageOnWhichNoTextStoodHandlesNone() {
        comes(PHONE, "Jag kommer på lördag");
        StaffFixtures.post(organizer().get(), "/o/solna/inbox/" + conversation() + "/handling", Map.of("read", ""))
                .then()
                .statusCode(303)
                .header("Location", endsWith("?said=more"));

        assertThat(inbox("open").getInt("items[0].waiting")).isEqualTo(1);
    }

    @Test
    void whoeverLooksBackAnswersWhatTheyHadReadBefore() {
        for (int i = 0; i < 41; i++) {
            comes(PHONE, "Rad " + i);
            clock.advance(Duration.ofSeconds(1));
        }
        var organizer = organizer();
        var latest = organizer.get().get("/o/solna/inbox/" + conversation()).asString();
        var read = found(READ, latest);
        comes(PHONE, "Nytt");

        assertThat(found(READ, organizer.get().get(found(OLDER, latest)).asString()))
                .isEqualTo(read);
    }
}
