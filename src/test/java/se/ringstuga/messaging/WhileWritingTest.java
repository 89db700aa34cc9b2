package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.Role;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** What a page asks for again and again: to ask the policy of everybody, or to count everybody, is done once for a moment. */
@QuarkusTest
class WhileWritingTest extends BroadcastTest {

    @Inject
    StaffFixtures staff;

    @Inject
    BroadcastAccounts accounts;

    private String asa;

    @BeforeEach
    void somebodyWrites() {
        asa = staff.session(staff.staff("asa@example.org", SOLNA, Role.ORGANIZER));
        person("Anna", "+46701740605");
    }

    private Document preview(String text) {
        var form = Map.of("key", "k", "title", "Möte", "channel", "SMS", "to", "ALL", "text", text, "when", "NOW");
        var html = StaffFixtures.post(StaffFixtures.browser(asa), "/o/solna/broadcasts/new/preview/live", form)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Jsoup.parse(html);
    }

    private String targeted(String text) {
        return preview(text).select(".equation dd").getFirst().text();
    }

    @Test
    void atAPauseInTheTypingOnlyTheTextIsNew() {
        assertThat(targeted("Hej {förnamn}")).isEqualTo("1");
        person("Bo", "+46701740606");

        assertThat(targeted("Hej {förnamn}, vi ses på tisdag")).isEqualTo("1");
        var longer = preview("Hej {förnamn}, vi ses " + "i stugan ".repeat(30)).text();
        assertThat(longer)
                .contains("i stugan i stugan")
                .isNotEqualTo(preview("Hej {förnamn}").text());

        clock.advance(Duration.ofSeconds(21));
        assertThat(targeted("Hej {förnamn}")).isEqualTo("2");
    }

    @Test
    void veryManyDifferentTextsAreReckonedFromSomeOfThemAndCountedAtTheApproval() {
        sql.update(NamedSql.of("""
                insert into person (organization_id, given_name, phone, phone_kind, created_at, updated_at)
                select organization_id, 'A' || n, '+46701' || n, 'MOBILE', created_at, created_at
                from person, generate_series(100000, 105999) n where given_name = 'Anna'"""), Map.of());
        sql.update(NamedSql.of("""
                insert into membership (organization_id, person_id, placed_in) select organization_id, id, organization_id from person
                on conflict do nothing"""), Map.of());

        var shown = preview("Hej {förnamn}");
        assertThat(shown.select(".equation dd").eachText()).startsWith("6001", "= 6001");
        assertThat(shown.text()).contains("Runt 6001 delar", "Räknas noga vid godkännandet.");
        person("Bo", "+46701740606");
        assertThat(targeted("Hej {förnamn}, vi ses"))
                .as("nobody is counted anew")
                .isEqualTo("6001");
        assertThat(preview("Hej du").text()).contains("6002 delar").doesNotContain("noga");
    }

    @Test
    void whatIsApprovedIsCountedAnew() {
        assertThat(targeted("Kallelse")).isEqualTo("1");
        person("Bo", "+46701740606");

        var id = draft("Kallelse");
        act(id, "approval");

        assertThat(count("message")).isEqualTo(2);
    }

    @Test
    void theNumbersOfABroadcastUnderWayAreCountedOnceForAMoment() {
        var id = draft("Kallelse");
        act(id, "approval");
        assertThat(accounts.lately(id).waiting()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(3));
        assertThat(accounts.lately(id).waiting()).isEqualTo(1);

        sendAll();

        assertThat(accounts.lately(id).waiting()).isEqualTo(1);
        assertThat(accounts.of(id).waiting()).isZero();
        clock.advance(Duration.ofSeconds(3));
        assertThat(accounts.lately(id).waiting()).isZero();
    }
}
