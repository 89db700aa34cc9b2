package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ringstuga.database.NamedSql;

/** The last place, and those who wait for one. */
@QuarkusTest
class WaitingListTest extends EventTest {

    @Inject
    WaitingLists waitingLists;

    @Test
    void whoeverComesTooLateWaitsInTurn() {
        var event = places(1);
        signedUp(event, person("Anna"));
        var bo = person("Bo");
        signUp(event, Map.of("personId", bo))
                .statusCode(201)
                .body("status", equalTo("WAITING"))
                .body("waitingPlace", equalTo(1));
        assertThat(byLink(event, person("Cia")))
                .isInstanceOfSatisfying(
                        SignUpResult.Waiting.class,
                        waiting -> assertThat(waiting.place()).isEqualTo(2));
        assertThat(byLink(event, bo))
                .isInstanceOfSatisfying(
                        SignUpResult.Waiting.class,
                        waiting -> assertThat(waiting.place()).isEqualTo(1));
        event(event).body("counts.waiting", equalTo(2)).body("placesLeft", equalTo(0));
    }

    @Test
    void withoutAWaitingListFullIsFull() {
        var wanted = meeting();
        wanted.put("capacity", 1);
        wanted.put("waitingList", false);
        var event = published(wanted);
        signedUp(event, person("Anna"));
        var bo = person("Bo");
        assertThat(byLink(event, bo)).isEqualTo(new SignUpResult.Full());
        signUp(event, Map.of("personId", bo)).statusCode(409).body("type", endsWith("/event-full"));
    }

    @Test
    void aPlaceGivenBackGoesToWhoeverIsNextInTheSameMoment() {
        var event = places(1);
        var anna = person("Anna");
        var bo = person("Bo");
        signedUp(event, anna);
        var waiting = signedUp(event, bo);
        signedUp(event, person("Cia"));
        witness.forget();

        assertThat(cancelled(event, anna)).isInstanceOf(CancelResult.Cancelled.class);

        signUps(event)
                .body("items.status", contains("CANCELLED", "REGISTERED", "WAITING"))
                .body("items[1].movedUpAt", notNullValue());
        assertThat(witness.heard(SignUpChanged.class))
                .extracting(SignUpChanged::now)
                .containsExactly(SignUpState.CANCELLED, SignUpState.SIGNED_UP);
        assertThat(witness.heard(SignUpChanged.class).getLast())
                .isEqualTo(new SignUpChanged(
                        waiting, event, solna, known(bo), SignUpState.WAITING, SignUpState.SIGNED_UP, "LINK"));
    }

    @Test
    void whoeverLeavesTheLineLetsNobodyUpButThoseBehindMoveCloser() {
        var event = places(1);
        signedUp(event, person("Anna"));
        var bo = person("Bo");
        signedUp(event, bo);
        signedUp(event, person("Cia"));
        cancelled(event, bo);
        signUps(event)
                .body("items.status", contains("REGISTERED", "CANCELLED", "WAITING"))
                .body("items[2].waitingPlace", equalTo(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(byLink(event, bo))
                .isInstanceOfSatisfying(
                        SignUpResult.Waiting.class,
                        waiting -> assertThat(waiting.place()).isEqualTo(2));
    }

    @Test
    void morePlacesLetAsManyUp() {
        var event = places(1);
        Stream.of("Anna", "Bo", "Cia", "Dan").forEach(name -> signedUp(event, person(name)));
        patch(event, Map.of("capacity", 3)).statusCode(200).body("placesLeft", equalTo(0));
        assertThat(statuses(event)).containsExactly("REGISTERED", "REGISTERED", "REGISTERED", "WAITING");
        as(token)
                .body("{\"capacity\": null}")
                .patch(in(SOLNA, "/events/" + event))
                .then()
                .statusCode(200);
        assertThat(statuses(event)).doesNotContain("WAITING");
    }

    @Test
    void fewerPlacesTakeNobodysAway() {
        var event = places(3);
        Stream.of("Anna", "Bo", "Cia").forEach(name -> signedUp(event, person(name)));
        patch(event, Map.of("capacity", 1)).statusCode(200);
        assertThat(statuses(event)).containsExactly("REGISTERED", "REGISTERED", "REGISTERED");
        signUp(event, Map.of("personId", person("Dan"))).body("status", equalTo("WAITING"));
    }

    @Test
    void nobodyMovesUpWhenItHasBegun() {
        var event = places(1);
        var anna = person("Anna");
        signedUp(event, anna);
        signedUp(event, person("Bo"));
        during();
        cancelled(event, anna);
        assertThat(statuses(event)).containsExactly("CANCELLED", "WAITING");
    }

    @Test
    void aPlaceThatBecameFreeWithoutAWordIsFoundByTheJob() {
        var event = places(1);
        var anna = person("Anna");
        signedUp(event, anna);
        signedUp(event, person("Bo"));
        sql.update(NamedSql.of("delete from sign_up where person_id = :id"), Map.of("id", anna));
        assertThat(statuses(event)).containsExactly("WAITING");

        assertThat(waitingLists.catchUp()).isEqualTo(1);
        assertThat(waitingLists.catchUp()).isZero();
        assertThat(statuses(event)).containsExactly("REGISTERED");
    }

    @Test
    void theLastPlaceIsGivenAwayOnce() throws Exception {
        var event = places(1);
        var people = people(8);

        var said = atOnce(people.stream()
                .<Callable<SignUpResult>>map(person -> () -> byLink(event, person))
                .toList());

        assertThat(said).filteredOn(SignUpResult.SignedUp.class::isInstance).hasSize(1);
        assertThat(said)
                .filteredOn(SignUpResult.Waiting.class::isInstance)
                .extracting(waiting -> ((SignUpResult.Waiting) waiting).place())
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void onePersonWhoPressesEightTimesAtOnceIsSignedUpOnce() throws Exception {
        var event = places(5);
        var anna = person("Anna");

        var said = atOnce(IntStream.range(0, 8)
                .<Callable<SignUpResult>>mapToObj(_ -> () -> byLink(event, anna))
                .toList());

        assertThat(said).filteredOn(SignUpResult.SignedUp.class::isInstance).hasSize(1);
        assertThat(said)
                .filteredOn(SignUpResult.AlreadySignedUp.class::isInstance)
                .hasSize(7);
        event(event).body("counts.registered", equalTo(1)).body("placesLeft", equalTo(4));
    }

    @Test
    void comingAndGoingAtOnceLeavesNoPlaceEmptyAndNoneTaken() throws Exception {
        var event = places(3);
        var people = people(10);
        people.subList(0, 6).forEach(person -> byLink(event, person));

        atOnce(IntStream.range(0, 10)
                .<Callable<Object>>mapToObj(
                        i -> () -> i < 3 ? cancelled(event, people.get(i)) : byLink(event, people.get(i)))
                .toList());

        event(event)
                .body("counts.registered", equalTo(3))
                .body("counts.waiting", equalTo(4))
                .body("counts.cancelled", equalTo(3));
    }

    @Test
    void whoeverLeavesTheAssociationGivesTheirPlacesBack() {
        var event = places(1);
        var later = meeting();
        later.put("startsAtLocal", "2027-01-13T18:30");
        later.put("capacity", 1);
        var january = published(later);
        var anna = person("Anna");
        var bo = person("Bo");
        for (var one : List.of(event, january)) {
            signedUp(one, anna);
            signedUp(one, bo);
        }

        as(token)
                .body(Map.of("leftOn", "2026-11-24"))
                .patch(in(SOLNA, "/people/" + anna))
                .then()
                .statusCode(200);

        assertThat(statuses(event)).containsExactly("CANCELLED", "REGISTERED");
        assertThat(statuses(january)).containsExactly("CANCELLED", "REGISTERED");
    }

    @Test
    void whatIsPastStaysAsItWas() {
        var event = places(1);
        var anna = person("Anna");
        signedUp(event, anna);
        at(Instant.parse("2027-01-01T12:00:00Z").plus(Duration.ofHours(1)));
        as(token)
                .body(Map.of("leftOn", "2026-12-01"))
                .patch(in(SOLNA, "/people/" + anna))
                .then()
                .statusCode(200);
        assertThat(statuses(event)).containsExactly("REGISTERED");
    }

    private List<Long> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> person("Person" + i)).toList();
    }
}
