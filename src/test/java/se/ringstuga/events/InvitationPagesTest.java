package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.StaffFixtures;

/** People are invited on a page, by segment and by name. */
@QuarkusTest
class InvitationPagesTest extends OrganizersOfEvents {

    private long event;
    private String invite = "";

    @BeforeEach
    void anEventForTheInvited() {
        event = events.event("solna", "Medlemsmöte")
                .with("visibility", "INVITED")
                .save();
        invite = "/o/solna/events/" + event + "/invitations";
    }

    private long everybody() {
        return as(token)
                .body(Map.of("title", "Alla i Solna", "filter", Map.of("type", "all", "filters", List.of())))
                .post(in("solna", "/segments"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    @Test
    void aSegmentIsInvitedOnceItSaysHowManyThatIs() {
        long anna = person("Anna", "+46701740605");
        person("Bo", "+46701740606");
        events.signUp(event, person("Carl", "+46701740607"), "CANCELLED");
        long segment = everybody();

        assertThat(page(invite)).contains("Alla i Solna").doesNotContain("bjuds in. De som");
        assertThat(page(invite + "?segment=" + segment)).contains("2 personer bjuds in.");
        assertThat(state(event, anna)).isEmpty();

        var sent = post(invite, Map.of("segment", Long.toString(segment)));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith("?invited=2");
        assertThat(page(invite + "?invited=2")).contains("2 personer är inbjudna.");
        assertThat(state(event, anna)).isEqualTo("INVITED");
        assertThat(page(invite + "?segment=" + segment)).contains("Ingen mer att bjuda in");
    }

    @Test
    void somebodyIsFoundAndInvitedByName() {
        long anna = person("Anna", "+46701740605");
        assertThat(page(invite + "?search=anna")).contains("Anna Ek", "Bjud in");
        assertThat(page(invite + "?search=nobody")).contains("Ingen i registret heter så.");

        assertThat(post(invite, Map.of("person", Long.toString(anna))).statusCode())
                .isEqualTo(303);

        assertThat(state(event, anna)).isEqualTo("INVITED");
        assertThat(post(invite, Map.of()).statusCode()).isEqualTo(400);
        assertThat(post(invite, Map.of("segment", "999999")).statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyIsInvitedToADraft() {
        long draft = events.event("solna", "Utkast").draft().save();
        assertThat(page("/o/solna/events/" + draft + "/invitations")).contains("Publicera aktiviteten först.");
        assertThat(post("/o/solna/events/" + draft + "/invitations", Map.of("person", "1"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void anothersEventIsNoPage() {
        var mia = StaffFixtures.browser(stranger);
        var path = "/o/malmo/events/" + event + "/invitations";
        assertThat(mia.get(path).statusCode()).isEqualTo(404);
        assertThat(StaffFixtures.post(mia, path, Map.of("person", "1")).statusCode())
                .isEqualTo(404);
        assertThat(StaffFixtures.visitor().get(invite).statusCode()).isNotEqualTo(200);
    }
}
