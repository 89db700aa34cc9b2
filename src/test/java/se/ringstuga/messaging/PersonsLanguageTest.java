package se.ringstuga.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** What the product adds to a text speaks to each person in their own language, in what is sent as in previews. */
@QuarkusTest
class PersonsLanguageTest extends BroadcastTest {

    private long anna;

    @BeforeEach
    void twoMembers() {
        anna = person("Anna", "+46701740605", "anna@example.org");
        person("Bo", "+46701740606", "bo@example.org");
        sql.update(NamedSql.of("update person set language = 'en' where id = :anna"), Map.of("anna", anna));
    }

    private void send(Map<String, Object> wanted) {
        act(draft(wanted), "approval");
        clock.advance(Duration.ofMinutes(2));
        sendAll();
        clock.advance(Duration.ofMinutes(10));
        sendAll();
    }

    private String text(String name) {
        return sql.first(NamedSql.of("""
                                select m.text from message m join person p on p.id = m.person_id where p.given_name = :name and m.text is not null"""), Map.of("name", name), row -> row.text("text"))
                .orElseThrow();
    }

    @Test
    void anEmailIsSentWithItsOwnWordsInThePersonsLanguage() {
        var letter = broadcast("Vi ses på **tisdag**.");
        letter.put("channel", "EMAIL");
        letter.put("subject", "Möte");
        send(letter);

        assertThat(text("Anna")).contains("Vi ses på tisdag.", "You get this from", "Change what you receive");
        assertThat(text("Bo")).contains("Vi ses på tisdag.", "Du får det här från", "Ändra vad du får");
    }

    @Test
    void anSmsThatCannotBeAnsweredEndsInThePersonsLanguage() {
        var sender = as(token)
                .body(Map.of("address", "Solna", "perSecond", 1000))
                .post(in(SOLNA, "/sms-senders"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        var wanted = broadcast("Vi ses på tisdag");
        wanted.put("senderId", sender);
        send(wanted);

        assertThat(text("Anna")).contains("\nOpt out: ");
        assertThat(text("Bo")).contains("\nAvanmäl: ");
    }

    @Test
    void aPreviewForSomebodyShowsWhatTheyWouldGet() {
        as(token)
                .body(Map.of("channel", "EMAIL", "text", "Hej!", "subject", "Möte", "personId", anna))
                .post(in(SOLNA, "/messages/preview"))
                .then()
                .statusCode(200)
                .body("text", containsString("You get this from"))
                .body("text", not(containsString("Du får")));
    }
}
