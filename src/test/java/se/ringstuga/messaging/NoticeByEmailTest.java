package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.messaging.email.EmailGateways;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.sms.SmsGateways;

/** Notices reach those whom no SMS reaches, by e-mail or on paper (rule 20). */
@QuarkusTest
class NoticeByEmailTest extends BroadcastTest {

    @Inject
    SmsGateways sms;

    @Inject
    EmailGateways email;

    @Inject
    StaffFixtures staff;

    private long eva;

    @BeforeEach
    void sevenMembers() {
        person("Anna", "+46701740605", "anna@example.org");
        withdraw(person("Bo", "+46701740606", "bo@example.org"), "SMS");
        person("Cecilia", "+46846500400", "cecilia@example.org");
        person("David", "+46846500401");
        eva = person("Eva", "+46701740607", "eva@example.org");
        withdraw(eva, "SMS");
        withdraw(eva, "EMAIL");
        person("Fia", "par@example.org");
        person("Gun", "par@example.org");
    }

    /** Everything that is e-mail is accepted; the SMS go to the sandbox as ever. */
    static final class AlsoEmail extends Carriers {

        AlsoEmail(SmsGateways sms, EmailGateways email, Clock clock) {
            super(sms, email, clock);
        }

        @Override
        boolean carries(Channel channel) {
            return true;
        }

        @Override
        Outcomes.Told carry(Attempt attempt) {
            return attempt.letter() != null
                    ? new Outcomes.Told(attempt, "test", new Outcome.Accepted("e" + attempt.messageId()))
                    : super.carry(attempt);
        }
    }

    /** Nobody carries e-mail. */
    private static final class NoEmail extends Carriers {

        NoEmail(SmsGateways sms, EmailGateways email, Clock clock) {
            super(sms, email, clock);
        }

        @Override
        boolean carries(Channel channel) {
            return channel == Channel.SMS;
        }
    }

    private void withoutEmail() {
        QuarkusMock.installMockForType(new NoEmail(sms, email, clock), Carriers.class);
    }

    private void withEmail() {
        QuarkusMock.installMockForType(new AlsoEmail(sms, email, clock), Carriers.class);
    }

    private ValidatableResponse letters(long id) {
        return as(token).get(in(SOLNA, "/broadcasts/" + id + "/letters")).then();
    }

    @Test
    void whoGetsNoSmsGetsAnEmailAndEachPersonCountsOnce() {
        withEmail();
        as(token)
                .body(broadcast("Kallelse"))
                .post(in(SOLNA, "/broadcasts?dryRun=true"))
                .then()
                .statusCode(200)
                .body("targeted", equalTo(7))
                .body("waiting", equalTo(4))
                .body("byEmail", equalTo(3))
                .body("skipped", equalTo(Map.of("NO_ADDRESS", 1, "OPTED_OUT", 1, "SHARED_NUMBER", 1)));
        var id = draft("Kallelse");
        act(id, "approval")
                .body("account.targeted", equalTo(7))
                .body("account.waiting", equalTo(4))
                .body("account.skipped", equalTo(Map.of("NO_ADDRESS", 1, "OPTED_OUT", 1, "SHARED_NUMBER", 1)));
        assertThat(count("message where channel = 'EMAIL' and subject = 'Medlemsmöte'"))
                .isEqualTo(4);

        clock.advance(Duration.ofMinutes(2));
        sendAll();

        read(id).body("state", equalTo("DONE"))
                .body("account.byEmail", equalTo(3))
                .body("account.delivered", equalTo(1))
                .body("account.sent", equalTo(3))
                .body("account.skipped", equalTo(Map.of("NO_ADDRESS", 1, "OPTED_OUT", 1, "SHARED_NUMBER", 1)));
        as(token)
                .get(in(SOLNA, "/broadcasts/" + id + "/messages?state=ACCEPTED"))
                .then()
                .body("items.address", containsInAnyOrder("bo@example.org", "cecilia@example.org", "par@example.org"));
        letters(id).statusCode(200).body("items.name", contains("David Ek", "Eva Ek"));
    }

    @Test
    void whoMayBeUnder16GetsNoSmsButAnEmail() {
        withEmail();
        sql.update(NamedSql.of("update person set birth_year = 2012 where given_name = 'Anna'"), Map.of());
        var id = draft("Kallelse");

        act(id, "approval").body("account.waiting", equalTo(4));
        assertThat(count("message where channel = 'SMS' and reason = 'MAY_BE_UNDER_16' and replaced_by is not null"))
                .isEqualTo(1);
        assertThat(count("message where channel = 'EMAIL' and state = 'QUEUED' and address = 'anna@example.org'"))
                .isEqualTo(1);
    }

    @Test
    void aPersonalNoticeGoesToEachWhoSharesAnAddress() {
        withEmail();
        var id = draft("Hej {förnamn|du}, du kallas härmed");

        act(id, "approval").body("account.waiting", equalTo(5));
    }

    @Test
    void whatIsPausedCancelledOrTakenBackIsSoByEmailToo() {
        withEmail();
        var id = draft("Kallelse");
        act(id, "approval");
        act(id, "pause");
        clock.advance(Duration.ofMinutes(5));
        sendAll();
        read(id).body("account.waiting", equalTo(4));

        as(token).delete(in(SOLNA, "/broadcasts/" + id + "/approval")).then().statusCode(200);
        assertThat(count("message")).isZero();
        act(id, "approval");
        act(id, "cancellation").body("account.skipped.CANCELLED", equalTo(4));
        clock.advance(Duration.ofMinutes(5));
        sendAll();
        assertThat(count("message where attempt > 0")).isZero();
    }

    @Test
    void informationGoesByTheChannelThatWasChosenAlone() {
        withEmail();
        var wanted = broadcast("Nyhetsbrev");
        wanted.put("purpose", "INFORMATION");
        var id = draft(wanted);

        act(id, "approval").body("account.waiting", equalTo(1));
        letters(id).statusCode(409).body("type", endsWith("/problems/not-a-notice"));
    }

    @Test
    void withoutEmailEverybodyWhomNoSmsReachesIsOnTheListWithAnAddress() {
        withoutEmail();
        sql.update(NamedSql.of("""
                update person set street = 'Storgatan 1', postal_code = '169 51', city = 'Solna' where given_name = 'David'"""), Map.of());
        var id = draft("Kallelse");
        act(id, "approval").body("account.waiting", equalTo(1));

        letters(id)
                .statusCode(200)
                .body("items.name", contains("Bo Ek", "Cecilia Ek", "David Ek", "Eva Ek", "Fia Ek", "Gun Ek"))
                .body("items[2].street", equalTo("Storgatan 1"))
                .body("items[2].postalCode", equalTo("169 51"))
                .body("items[2].city", equalTo("Solna"))
                .body("items[2].reason", equalTo("NO_ADDRESS"));
        assertThat(count("access_log where action = 'message.letters' and cardinality(person_ids) = 6"))
                .isEqualTo(1);
        as(token)
                .get(in(SOLNA, "/broadcasts/" + id + "/letters?limit=4"))
                .then()
                .body("items", hasSize(4));
    }

    @Test
    void protectedPeopleAreOnTheListOfAdministratorsAloneAndWhoLeftOnNobodys() {
        withoutEmail();
        var id = draft("Kallelse");
        act(id, "approval");
        sql.update(
                NamedSql.of("update person set restricted_at = :now where id = :eva"), Map.of("now", NOON, "eva", eva));
        sql.update(NamedSql.of("update person set stopped_at = :now where given_name = 'Bo'"), Map.of("now", NOON));
        sql.update(NamedSql.of("""
                update membership set left_on = date '2026-11-19'
                where person_id = (select id from person where given_name = 'Gun')"""), Map.of());

        letters(id)
                .body("items.name", contains("Cecilia Ek", "David Ek", "Eva Ek", "Fia Ek"))
                .body("items[2].restricted", equalTo(true));
        as(a.token(SOLNA, Permission.MESSAGES_SEND))
                .get(in(SOLNA, "/broadcasts/" + id + "/letters"))
                .then()
                .body("items.name", contains("Cecilia Ek", "David Ek", "Fia Ek"));
    }

    @Test
    void lettersBelongToTheirOrganizationAndNeedTheRight() {
        a.organization("taby");
        var id = draft("Kallelse");

        as(a.token("taby"))
                .get(in("taby", "/broadcasts/" + id + "/letters"))
                .then()
                .statusCode(404);
        as(reader()).get(in(SOLNA, "/broadcasts/" + id + "/letters")).then().statusCode(403);
        as("none").get(in(SOLNA, "/broadcasts/" + id + "/letters")).then().statusCode(401);
    }

    @Test
    void thePagesSayHowManyAreReachedByEmailAndWhoGetsALetter() {
        withEmail();
        var id = draft("Kallelse");
        var page = "/o/solna/broadcasts/" + id;
        var asa = staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER));
        StaffFixtures.browser(asa)
                .get(page)
                .then()
                .body(containsString("<dt>får e-post i stället</dt><dd><span class=\"sign\">+</span> 3</dd>"));
        act(id, "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        asa = staff.session(staff.staff("bea@example.org", SOLNA, Role.ORGANIZER));

        StaffFixtures.browser(asa)
                .get(page)
                .then()
                .body(containsString("3 av dem nås med e-post i stället för SMS."))
                .body(containsString(page + "/letters"));
        StaffFixtures.browser(asa)
                .get(page + "/letters")
                .then()
                .statusCode(200)
                .body(containsString("David Ek"))
                .body(containsString("Eva Ek"))
                .body(not(containsString("Anna Ek")));
        a.organization("taby");
        var mia = staff.session(staff.staff("mia@example.org", "taby", Role.ADMINISTRATOR));
        StaffFixtures.browser(mia)
                .get(page.replace("solna", "taby") + "/letters")
                .then()
                .statusCode(404);
    }
}
