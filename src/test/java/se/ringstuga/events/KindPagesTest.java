package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ringstuga.accounts.StaffFixtures;

/** The list of kinds on its page. */
@QuarkusTest
class KindPagesTest extends OrganizersOfEvents {

    private static final String KINDS = "/o/solna/events/kinds";

    private long made() {
        assertThat(post(KINDS, Map.of("title", "Grillkväll")).statusCode()).isEqualTo(303);
        return as(token).get(in("solna", "/event-kinds")).jsonPath().getLong("find { it.title == 'Grillkväll' }.id");
    }

    @Test
    void aKindIsAddedRenamedPutAsideAndTakenUpAgain() {
        long id = made();
        assertThat(page(KINDS)).contains("Grillkväll", "Medlemsmöte", "Ringstuga");
        var version = page(KINDS + "/" + id + "/edit").replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");

        var renamed = Map.of("title", "Grillning", "ringstuga", "true", "version", version);
        assertThat(post(KINDS + "/" + id + "/edit", renamed).statusCode()).isEqualTo(303);
        assertThat(page(KINDS)).contains("Grillning").doesNotContain("Grillkväll");
        var second = post(KINDS + "/" + id + "/edit", renamed);
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.asString()).contains("Någon annan har ändrat", "nu heter den ”Grillning”");

        post(KINDS + "/" + id + "/do/retire", Map.of());
        assertThat(page(KINDS)).contains("används inte längre");
        assertThat(page("/o/solna/events/new")).doesNotContain("Grillning");
        post(KINDS + "/" + id + "/do/restore", Map.of());
        assertThat(page("/o/solna/events/new")).contains("Grillning");
        assertThat(post(KINDS + "/" + id + "/do/nothing", Map.of()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAndKept() {
        made();
        var taken = post(KINDS, Map.of("title", "GRILLKVÄLL"));
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(taken.asString()).contains("Det finns redan en sort som heter så.", "value=\"GRILLKVÄLL\"");
        assertThat(post(KINDS, Map.of("title", " ")).asString()).contains("Skriv ett namn.");
        assertThat(post(KINDS, Map.of("title", "x".repeat(101))).asString()).contains("Skriv högst 100 tecken.");
    }

    @Test
    void aKindOfAnotherOrganizationIsNoPage() {
        var mia = StaffFixtures.browser(stranger);
        long id = made();
        assertThat(mia.get("/o/malmo/events/kinds/" + id + "/edit").statusCode())
                .isEqualTo(404);
        assertThat(StaffFixtures.post(mia, "/o/malmo/events/kinds/" + id + "/do/retire", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(mia.get(KINDS).statusCode()).isEqualTo(404);
        assertThat(StaffFixtures.visitor().get(KINDS).statusCode()).isNotEqualTo(200);
    }
}
