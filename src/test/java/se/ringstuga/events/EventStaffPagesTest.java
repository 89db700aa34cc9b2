package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.accounts.StaffFixtures;
import se.ringstuga.database.NamedSql;

/** What the organizers' pages of events answer to strangers, to those who press twice, and at the door. */
@QuarkusTest
class EventStaffPagesTest extends OrganizersOfEvents {

    @Test
    void cancellingTellsWhatFollowsAndKeepsTheReason() {
        long id = events.event("solna", "Möte").save();
        events.signUp(id, person("Anna", "+46701740605"), "SIGNED_UP");

        assertThat(page("/o/solna/events/" + id + "/do/cancellation")).contains("Den enda som är anmäld får veta");
        post("/o/solna/events/" + id + "/do/cancellation", Map.of("why", "Sjukdom."));
        assertThat(page("/o/solna/events/" + id)).contains("Inställd");
        assertThat(StaffFixtures.visitor().get("/a/solna/events/" + id).asString())
                .contains("Sjukdom.");
        assertThat(page("/o/solna/events?show=cancelled")).contains("Möte");
        assertThat(get("/o/solna/events/" + id + "/edit").statusCode()).isEqualTo(303);
        assertThat(post("/o/solna/events/" + id + "/edit", form("title", "Ändå"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("/o/solna/events/" + id)).doesNotContain("Ändå");
    }

    @Test
    void whoComesIsFoundByNameAndStateAndTheListIsPaged() {
        long id = events.event("solna", "Möte").save();
        events.signUp(id, person("Anna", "+46701740605"), "SIGNED_UP");
        events.signUp(id, person("Bo", "+46701740606"), "WAITING");
        events.signUp(id, person("Cilla_", "+46701740607"), "INVITED");
        var base = "/o/solna/events/" + id;

        assertThat(page(base)).contains("Anna Ek", "Bo Ek", "Cilla_ Ek").doesNotContain("740605");
        assertThat(page(base + "?status=WAITING")).contains("Bo Ek").doesNotContain("Anna Ek");
        assertThat(page(base + "?search=ANN")).contains("Anna Ek").doesNotContain("Bo Ek");
        assertThat(page(base + "?search=_")).contains("Cilla_ Ek").doesNotContain("Bo Ek");
        assertThat(page(base + "?limit=2")).contains("Visa fler");
        assertThat(get(base + "?status=NONSENSE").statusCode()).isEqualTo(400);
    }

    @Test
    void somebodyIsAddedFromTheRegisterOrAsAGuest() {
        long id = events.event("solna", "Möte").with("capacity", 1).save();
        long anna = person("Anna", "+46701740605");
        var base = "/o/solna/events/" + id;
        assertThat(page(base + "?add=anna")).contains("Anna Ek", "value=\"" + anna + "\"");
        assertThat(page(base + "?add=zebra")).contains("Ingen i registret heter så.");

        assertThat(post(base + "/people", Map.of("person", Long.toString(anna))).asString())
                .contains("Anna Ek är anmäld.");
        assertThat(post(base + "/people", Map.of("name", "Gäst Ås", "address", "gast@example.org"))
                        .asString())
                .contains("Gäst Ås står på väntelistan.");
        assertThat(post(base + "/people", Map.of("name", "Gäst Ås", "address", "inget"))
                        .statusCode())
                .isEqualTo(400);

        long signUp = sql.first(
                        NamedSql.of("select id from sign_up where person_id = :id"),
                        Map.of("id", anna),
                        row -> row.number("id"))
                .orElseThrow();
        post(base + "/sign-ups/" + signUp + "/cancellation", Map.of());
        assertThat(state(id, anna)).isEqualTo("CANCELLED");
        assertThat(page(base + "?status=SIGNED_UP")).contains("Gäst Ås");
    }

    @Test
    void thePrintedListHoldsNamesAndNeedsAndNoNumbers() {
        long id = events.event("solna", "Möte").save();
        events.signUp(id, person("Anna", "+46701740605"), "SIGNED_UP");

        assertThat(page("/o/solna/events/" + id + "/print"))
                .contains("Anna Ek")
                .doesNotContain("740605")
                .doesNotContain("@");
    }

    @Test
    void atTheDoorPeopleAreTickedOffAndMistakesUndone() {
        long id = events.event("solna", "Möte").at("2026-11-24T19:00").save();
        long anna = person("Anna", "+46701740605");
        long bo = person("Bo", "+46701740606");
        long signUp = events.signUp(id, anna, "SIGNED_UP");
        var door = "/o/solna/events/" + id + "/door";
        assertThat(page(door)).contains("Anna Ek", "0 av 1 har kommit");

        assertThat(post(door, Map.of("signUp", Long.toString(signUp), "tick", "in"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(state(id, anna)).isEqualTo("ATTENDED");
        assertThat(page(door)).contains("1 av 1 har kommit");
        var quietly = StaffFixtures.post(
                StaffFixtures.browser(asa).header("X-Door", "1"),
                door,
                Map.of("signUp", Long.toString(signUp), "tick", "undo"));
        assertThat(quietly.statusCode()).isEqualTo(204);
        assertThat(state(id, anna)).isEqualTo("SIGNED_UP");

        post(door, Map.of("person", Long.toString(bo), "tick", "in"));
        assertThat(state(id, bo)).isEqualTo("ATTENDED");
        assertThat(post(door, Map.of("tick", "maybe")).statusCode()).isEqualTo(400);
    }

    /** Five thousand were invited, and sixty come. */
    @Test
    void theDoorListsThoseWhoComeWhoeverElseIsInvited() {
        long id = events.event("solna", "Möte").at("2026-11-24T19:00").save();
        long oberg = person("Öberg", "+46701740605");
        events.signUp(id, oberg, "SIGNED_UP");
        transactions.in(() -> sql.update(NamedSql.of("""
                with people as (
                  insert into person (organization_id, given_name, family_name, created_at, updated_at)
                  select organization_id, 'Anna' || n, 'Ek', :now, :now from event, generate_series(1, 1200) n where id = :event
                  returning organization_id, id)
                insert into sign_up (organization_id, event_id, person_organization, person_id, state, source, invited_at,
                                     signed_up_at, created_at, changed_at, changed_by)
                select organization_id, :event, organization_id, id, case when id % 2 = 0 then 'INVITED' else 'WAITING' end,
                       'INVITATION', :now, :now, :now, :now, 'staff:1' from people"""), Map.of("event", id, "now", clock.instant())));
        var door = "/o/solna/events/" + id + "/door";

        assertThat(page(door)).contains("Öberg Ek", "0 av 1 har kommit");
        assertThat(page(door + "?search=anna7")).contains("Anna7 Ek").doesNotContain("Öberg Ek");
        transactions.in(() -> sql.update(
                NamedSql.of("update sign_up set state = 'SIGNED_UP' where event_id = :event"), Map.of("event", id)));
        assertThat(page(door)).contains("Listan visar 1000 av 1201", "0 av 1201 har kommit");
        assertThat(page("/o/solna/events/" + id + "/print")).contains("Listan visar 1000 av 1201");
        assertThat(page(door + "?search=öberg")).contains("Öberg Ek", "0 av 1201 har kommit");
    }

    @Test
    void aReasonThatIsTooLongIsSaidSoAndNotCut() {
        long id = events.event("solna", "Möte").save();
        var cancellation = "/o/solna/events/" + id + "/do/cancellation";
        var refused = post(cancellation, Map.of("why", "å".repeat(501)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("Skriv högst 500 tecken.", "å".repeat(501));
        assertThat(page("/o/solna/events/" + id)).doesNotContain("Inställd");
        assertThat(post(cancellation, Map.of("why", "🎉".repeat(500))).statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoCancelsIsToldWhichGuestsHaveToBeCalled() {
        long id = events.event("solna", "Möte").save();
        post("/o/solna/events/" + id + "/people", Map.of("name", "Gäst Ås", "address", "gast@example.org"));

        assertThat(page("/o/solna/events/" + id + "/do/cancellation"))
                .contains("En gäst har ingen bekräftad adress och måste ringas.", "/reminders/unreached")
                .doesNotContain("får veta");
    }

    @Test
    void theCodeOnAMembersPhoneLeadsStaffToTheCheckIn() {
        long id = events.event("solna", "Möte").at("2026-11-24T19:00").save();
        long anna = person("Anna", "+46701740605");
        events.signUp(id, anna, "SIGNED_UP");
        var code = URI.create(links.signUp(id, anna)).getPath() + "/door";

        var led = get(code);
        assertThat(led.statusCode()).isEqualTo(303);
        var door = URI.create(led.header("Location"));
        assertThat(page(door.getPath() + "?" + door.getQuery())).contains("Anna Ek", "Har kommit");
        assertThat(state(id, anna)).isEqualTo("SIGNED_UP");
        assertThat(StaffFixtures.browser(stranger)
                        .get(door.getPath() + "?" + door.getQuery())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/t/made-up/door").statusCode()).isEqualTo(404);
    }

    @Test
    void theDoorIsShutLongBefore() {
        long id = events.event("solna", "Möte").save();

        assertThat(page("/o/solna/events/" + id + "/door")).contains("Dörren öppnar tolv timmar innan");
    }

    @Test
    void nobodyIsAbsentUntilSomebodySaysThatTheAttendanceIsComplete() {
        long id = events.event("solna", "Möte").at("2026-11-24T17:00").save();
        long anna = person("Anna", "+46701740605");
        events.signUp(id, anna, "SIGNED_UP");
        clock.advance(Duration.ofHours(3));
        assertThat(page("/o/solna/events/" + id)).contains("Närvaron är klar").doesNotContain("Uteblev");

        post("/o/solna/events/" + id + "/do/attendance", Map.of());
        assertThat(page("/o/solna/events/" + id)).contains("Uteblev", "Närvaron är klar sedan");
        post("/o/solna/events/" + id + "/do/attendance-again", Map.of());
        assertThat(state(id, anna)).isEqualTo("SIGNED_UP");
    }

    @Test
    void anEmptyListHasANextStep() {
        assertThat(page("/o/solna/events")).contains("Inga aktiviteter än", "/o/solna/events/new");
        assertThat(page("/o/solna/events?show=drafts")).contains("Inget här just nu.");
        assertThat(get("/o/solna/events?show=x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/door", "/print", "/do/cancellation"})
    void anothersEventIsNoPage(String page) {
        long id = events.event("solna", "Möte").save();

        assertThat(StaffFixtures.browser(stranger)
                        .get("/o/solna/events/" + id + page)
                        .statusCode())
                .isEqualTo(404);
        assertThat(StaffFixtures.browser(stranger)
                        .get("/o/malmo/events/" + id + page)
                        .statusCode())
                .isEqualTo(404);
        assertThat(StaffFixtures.visitor().get("/o/solna/events/" + id + page).statusCode())
                .isEqualTo(303);
    }

    @Test
    void nothingIsDoneWithAnothersEvent() {
        long id = events.event("solna", "Möte").at("2026-11-24T17:30").save();
        long signUp = events.signUp(id, person("Anna", "+46701740605"), "SIGNED_UP");
        var mia = StaffFixtures.browser(stranger);

        for (var what : List.of(
                "/do/publication",
                "/do/cancellation",
                "/do/attendance",
                "/do/attendance-again",
                "/people",
                "/edit",
                "/sign-ups/" + signUp + "/cancellation")) {
            assertThat(StaffFixtures.post(mia, "/o/malmo/events/" + id + what, form("person", "1"))
                            .statusCode())
                    .as(what)
                    .isEqualTo(404);
        }
        assertThat(StaffFixtures.post(
                                mia, "/o/malmo/events/" + id + "/door", Map.of("signUp", "" + signUp, "tick", "in"))
                        .statusCode())
                .isEqualTo(404);
    }
}
