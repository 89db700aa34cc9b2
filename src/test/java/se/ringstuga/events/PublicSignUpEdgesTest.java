package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** Who is meant by a name and an address, what becomes of a place, whom to ask, and long titles, on the public page. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class PublicSignUpEdgesTest extends VisitorsOfEvents {

    @Inject
    EventLinks links;

    @Test
    void twoGuestsOfOneAddressHaveAPlaceEach() {
        confirm(path(ask("Stina", "gast@example.org")), code());
        clock.advance(Duration.ofSeconds(1));
        confirm(path(ask("Sture", "GAST@example.org")), code());
        clock.advance(Duration.ofSeconds(1));
        confirm(path(ask("stina", "gast@example.org")), code());

        assertThat(comers()).containsExactly("Stina gast@example.org SIGNED_UP", "Sture GAST@example.org SIGNED_UP");
    }

    /** In the register he is Karl Erik. */
    @ParameterizedTest
    @ValueSource(strings = {"Karl", "karl ek", "Karl Erik", "Karl-Erik Ek", "Karl Erik Svensson"})
    void whoeverHasSeveralGivenNamesIsKnownByTheFirst(String typed) {
        long karl = person("Karl Erik", "+46701740605", "hem@example.org");

        confirm(path(ask(typed, "hem@example.org")), code());
        assertThat(comers()).containsExactly("person " + karl + " SIGNED_UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Erik Ek", "Karl Johan Ek", "Karla", "Ek"})
    void anotherGivenNameIsSomebodyElse(String typed) {
        person("Karl Erik", "+46701740605", "hem@example.org");

        confirm(path(ask(typed, "hem@example.org")), code());
        assertThat(comers()).containsExactly(typed + " hem@example.org SIGNED_UP");
    }

    @Test
    void ofTwoWhoShareTheFirstNameItIsTheOneWhoWroteTheirOwn() {
        long anna = person("Anna", "+46701740605", "hem@example.org");
        long maria = person("Anna Maria", "+46701740606", "hem@example.org");
        person("Bo Olof", "+46701740607", "hem@example.org");
        person("Bo Erik", "+46701740608", "hem@example.org");

        for (var typed : List.of("Anna Ek", "Anna Maria Ek", "Bo Ek")) {
            clock.advance(Duration.ofHours(9));
            confirm(path(ask(typed, "hem@example.org")), code());
        }
        assertThat(comers())
                .containsExactly(
                        "person " + anna + " SIGNED_UP",
                        "person " + maria + " SIGNED_UP",
                        "Bo Ek hem@example.org SIGNED_UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set visibility = 'MEMBERS'",
                "update organization set settings = jsonb_set(settings, '{publicCalendar}', 'false')"
            })
    void whoeverHasAPlaceKeepsTheirPageWhenTheEventIsNotForEverybodyAnyMore(String change) {
        var page = path(ask("Stina", "stina@example.org"));
        confirm(page, code());
        clock.advance(Duration.ofSeconds(1));
        var unconfirmed = path(ask("Bo", "bo@example.org"));
        var code = code();
        QuarkusTransaction.requiringNew().run(() -> sql.update(NamedSql.of(change), Map.of()));

        var own = URI.create(links.guest("solna", event, place())).getPath();
        for (var open : List.of(page, own)) {
            assertThat(StaffFixtures.visitor().get(open).asString())
                    .contains("Du är anmäld.")
                    .doesNotContain("event.ics", "\"/a/solna\"");
        }
        assertThat(StaffFixtures.visitor().get(unconfirmed).statusCode()).isEqualTo(404);
        assertThat(confirm(unconfirmed, code).statusCode()).isEqualTo(404);
        assertThat(answered(unconfirmed, "yes")).isEqualTo(404);

        assertThat(answered(own, "no")).isEqualTo(303);
        assertThat(comers()).containsExactly("Stina stina@example.org CANCELLED");
        assertThat(StaffFixtures.visitor().get(own).asString()).contains("Du har svarat att du inte kan.");
        events.change(event, "published_at = null, published_by = null");
        assertThat(StaffFixtures.visitor().get(own).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverGaveAPlaceBackThatIsForMembersNowIsNotAskedToComeAfterAll() {
        var page = path(ask("Stina", "stina@example.org"));
        confirm(page, code());
        answered(page, "no");
        assertThat(StaffFixtures.visitor().get(page).asString()).contains("Jag kommer");
        events.change(event, "visibility = 'MEMBERS'");

        assertThat(StaffFixtures.visitor().get(page).asString()).doesNotContain("Jag kommer");
        assertThat(answered(page, "yes")).isEqualTo(409);
    }

    private static int answered(String page, String answer) {
        return StaffFixtures.post(StaffFixtures.visitor(), page, Map.of("answer", answer))
                .statusCode();
    }

    private long place() {
        return sql.first(NamedSql.of("select id from sign_up"), Map.of(), row -> row.number("id"))
                .orElseThrow();
    }

    @Test
    void whoeverHasAQuestionSeesWhereToAskIt() {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        NamedSql.of("update organization set settings = jsonb_set(settings, '{contactEmail}',"
                                + " '\"fraga@solna.example\"')"),
                        Map.of()));
        assertThat(StaffFixtures.visitor().get("/a/solna/events/" + event).asString())
                .contains("href=\"mailto:fraga@solna.example\"");
    }

    @Test
    void aLongTitleIsCutBetweenLetters() {
        assertThat(PublicSignUps.shortened("a".repeat(59) + "🎉 fest")).isEqualTo("a".repeat(59) + "🎉…");
        assertThat(PublicSignUps.shortened("🎉".repeat(60))).isEqualTo("🎉".repeat(60));
    }
}
