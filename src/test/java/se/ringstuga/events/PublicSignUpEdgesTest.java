package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** Two guests of one address, whom to ask, and long titles, on the public page. */
@QuarkusTest
class PublicSignUpEdgesTest extends VisitorsOfEvents {

    @Test
    void twoGuestsOfOneAddressHaveAPlaceEach() {
        confirm(path(ask("Stina", "gast@example.org")), code());
        clock.advance(Duration.ofSeconds(1));
        confirm(path(ask("Sture", "GAST@example.org")), code());
        clock.advance(Duration.ofSeconds(1));
        confirm(path(ask("stina", "gast@example.org")), code());

        assertThat(comers()).containsExactly("Stina gast@example.org SIGNED_UP", "Sture GAST@example.org SIGNED_UP");
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
