package se.ringstuga.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person's timeline tells of events. */
@QuarkusTest
class EventTimelineTest extends EventTest {

    @Test
    void theTimelineTellsOfSignUpsAndAttendanceUpwardsOnly() {
        a.organizationBelow(SOLNA, "huvudsta");
        var event = places(1);
        var anna = person("huvudsta", "Anna");
        signedUp(event, person("Bo"));
        signedUp(event, anna);
        clock.advance(Duration.ofHours(1));
        patch(event, Map.of("capacity", 2));
        assertThat(kinds(SOLNA, anna)).containsExactly("MOVED_UP", "WAITING");
        at(MEETING.plus(Duration.ofHours(3)));
        as(token).put(in(SOLNA, "/events/" + event + "/attendance")).then().statusCode(200);

        assertThat(kinds(SOLNA, anna)).containsExactly("ABSENT", "MOVED_UP", "WAITING");
        assertThat(kinds("huvudsta", anna)).isEmpty();
        signUp(event, Map.of("personId", anna, "attended", true)).statusCode(200);
        assertThat(kinds(SOLNA, anna)).containsExactly("ATTENDED", "MOVED_UP", "WAITING");
    }

    private List<String> kinds(String slug, long person) {
        return as(token)
                .get(in(slug, "/people/" + person + "/timeline"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.kind")
                .stream()
                .filter(kind -> !kind.equals("CREATED"))
                .toList();
    }
}
