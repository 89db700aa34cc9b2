package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who comes in when, whatever else happens at the same moment. */
@QuarkusTest
class EntryTest extends AutomationTest {

    @Inject
    Automations automations;

    @Inject
    EntryRound round;

    @Test
    void everybodyComesInWhenTwoTicksMeetMorePeopleThanFitIntoOneRound() {
        var tag = tag();
        running(definition(map("type", "tagged", "tagId", tag), wait(1)));
        change("""
                with made as (
                  insert into person (organization_id, given_name, created_at, updated_at)
                  select o.id, 'P' || n, timestamptz '%1$s', timestamptz '%1$s' from organization o cross join generate_series(1, 5400) n
                  returning organization_id, id)
                insert into person_tag (organization_id, person_id, tag_organization, tag_id, tagged_at, tagged_by)
                select organization_id, id, organization_id, %2$d, timestamptz '%1$s', 'staff:1' from made""".formatted(clock.instant(), tag));
        var id = number("select id as n from automation");

        Stream.of(1, 2)
                .map(_ -> CompletableFuture.supplyAsync(() -> round.look(id)))
                .toList()
                .forEach(CompletableFuture::join);
        goOn(Duration.ofMinutes(2));
        goOn(Duration.ofMinutes(2));

        assertThat(number("select count(*) as n from automation_enrolment")).isEqualTo(5400);
    }

    @Test
    void whoPullsTheKillSwitchLeavesNobodyBehindWhomATickIsJustLettingIn() {
        var id = running(definition(joined(), sms("Hej!")));
        imported(member(5, "Anna", 0));
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(automations.lock(number("select id as n from organization"), id))
                    .isPresent();
            automations.stop(id, new Stamp(clock.instant(), "staff:1"));
            CompletableFuture.supplyAsync(() -> round.look(id)).join();
        });
        CompletableFuture.supplyAsync(() -> round.look(id)).join();

        assertThat(number("select count(*) as n from automation_enrolment")).isZero();
    }

    @Test
    void whoJoinedOnTheDayOfSwitchingOnAndStoodThereIsLeftInPeace() {
        imported(member(5, "Anna", 0));
        after(Duration.ofHours(2));
        running(definition(joined(), sms("Hej!")));
        goOn(Duration.ofMinutes(2));
        edited("Anna");
        goOn(Duration.ofMinutes(2));
        goOn(Duration.ofDays(3));
        edited("Anna");
        goOn(Duration.ofMinutes(2));
        assertThat(phones()).isEmpty();

        imported(member(6, "Bo", 3));
        goOn(Duration.ofMinutes(2));
        same(phones(), "Hej!");
    }

    @Test
    void whoComesLaterOnTheDayOfSwitchingOnIsLetIn() {
        running(definition(joined(), sms("Hej!")));
        after(Duration.ofHours(1));
        imported(member(5, "Anna", 0));

        goOn();

        same(phones(), "Hej!");
    }

    @Test
    void whoseDateIsTheDayOfSwitchingOnHadItBefore() {
        imported(member(5, "Anna", 365), member(6, "Bo", 364));
        after(Duration.ofHours(2));
        running(definition(map("type", "date", "field", "joinedOn", "days", 365), sms("Hej!")));
        goOn(Duration.ofMinutes(2));
        edited("Anna");
        imported(member(7, "Cia", 900));
        goOn(Duration.ofMinutes(2));
        assertThat(phones()).isEmpty();

        goOn(Duration.ofDays(1));
        same(texts("select p.given_name as t from automation_enrolment e join person p on p.id = e.person_id"), "Bo");
    }

    /** Rule 32: who stood in the register for long and is placed here only now has moved. */
    @Test
    void whoIsPlacedHereHasMovedAndPassesTheirOwnSteps() {
        a.organizationBelow(SOLNA, "hagalund");
        imported(member(5, "Anna", 900), member(6, "Bo", 900));
        after(Duration.ofDays(3));
        var definition = definition(joined(), wait(1));
        definition.put("moved", List.of(map("type", "wait", "key", "flyttat", "days", 2)));
        var id = as(token)
                .body(map("title", "Hit", "definition", definition))
                .post(in("hagalund", "/automations"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        as(token)
                .body(map("existing", "FROM_NOW"))
                .post(in("hagalund", "/automations/" + id + "/activation"))
                .then()
                .statusCode(200);
        goOn(Duration.ofMinutes(2));
        change(
                "insert into person_connection (connected_to, organization_id, person_id, source, connected_at, connected_by)"
                        + " select o.id, p.organization_id, p.id, 'STAFF', '" + clock.instant()
                        + "', 'staff:1' from organization o cross join person p"
                        + " where o.slug = 'hagalund' and p.given_name = 'Anna'");

        goOn(Duration.ofMinutes(2));

        assertThat(place("Anna")).isEqualTo("WAITING flyttat");
        assertThat(place("Bo")).isEmpty();
    }

    private long tag() {
        return as(token)
                .body(Map.of("title", "Ny"))
                .post(in(SOLNA, "/tags"))
                .jsonPath()
                .getLong("id");
    }

    private void edited(String name) {
        as(token)
                .body(Map.of("city", "Solna " + clock.instant().getEpochSecond()))
                .patch(in(SOLNA, "/people/" + person(name)))
                .then()
                .statusCode(200);
    }
}
