package se.ringstuga.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.ApiTest;
import se.ringstuga.segments.KnownPeople.Person;
import se.ringstuga.segments.RandomWorld.Things;

@QuarkusTest
class SegmentModelTest extends ApiTest {

    private static final int TREES = 200;
    private static final int DEPTH = 4;

    @Inject
    RandomWorld world;

    @Inject
    RandomMessages messages;

    @Inject
    RandomEvents events;

    @Inject
    Explanations explanations;

    @Inject
    EntityManager entities;

    @Test
    void everyTypeAndOperatorFindsTheSameAlone() throws IOException {
        threeBelowOneTop();
        Instant now = clock.instant();
        Things things = world.create(new Random(11), now);
        Scope scope = new Scope(things.organizationId(), now, ZoneId.of("Europe/Stockholm"));
        List<Long> broadcasts = messages.draw(new Random(11), things, now);
        InMemory memory = new InMemory(things, now);
        RandomEvents.Drawn drawn = events.draw(new Random(11), things, now);
        List<Filter> filters = new RandomFilters(new Random(11), things, broadcasts, drawn, scope.today()).everyKind();

        assertThat(filters.stream()
                        .map(filter -> FilterNode.of("filter", filter).type()))
                .as("the types of the language's page")
                .containsAll(documentedTypes());
        for (Filter filter : filters) {
            assertThat(found(filter, scope)).as("%s", filter).isEqualTo(expected(filter, things, memory));
        }
    }

    private static Set<String> documentedTypes() throws IOException {
        return Pattern.compile("\"type\": \"([a-zA-Z]+)\"")
                .matcher(Files.readString(Path.of("docs/segments.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<Long> expected(Filter filter, Things things, InMemory memory) {
        return things.people().stream()
                .filter(person -> person.visible && memory.holds(filter, person))
                .map(person -> person.id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void threeBelowOneTop() {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organizationBelow("solna", "rasunda");
        a.organization("boras");
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_124, 7})
    void theDatabaseFindsWhomTheSameFilterFindsInMemory(long seed) {
        threeBelowOneTop();
        Random random = new Random(seed);
        Instant now = clock.instant();
        Things things = world.create(random, now);
        Scope scope = new Scope(things.organizationId(), now, ZoneId.of("Europe/Stockholm"));
        RandomFilters filters = new RandomFilters(
                random, things, messages.draw(random, things, now), events.draw(random, things, now), scope.today());
        InMemory memory = new InMemory(things, now);
        int interesting = 0;
        for (int i = 0; i < TREES; i++) {
            Filter filter = filters.tree(DEPTH);
            Set<Long> expected = expected(filter, things, memory);
            assertThat(found(filter, scope))
                    .as("seed %d, tree %d: %s", seed, i, filter)
                    .isEqualTo(expected);
            Person person = things.people().get(random.nextInt(things.people().size()));
            assertThat(matches(filter, person, scope))
                    .as("explanation, seed %d, tree %d, person %d: %s", seed, i, person.id, filter)
                    .isEqualTo(expected.contains(person.id));
            interesting +=
                    !expected.isEmpty() && expected.size() < things.people().size() / 2 ? 1 : 0;
        }
        assertThat(interesting)
                .as("trees that tell people apart, seed %d", seed)
                .isGreaterThan(TREES / 5);
    }

    private Set<Long> found(Filter filter, Scope scope) {
        Condition who = SegmentSql.base("b", scope).and(SegmentSql.condition(filter, "f", scope));
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> ids = who.bind(
                            entities.createNativeQuery("select p.id from person p where " + who.sql(), Long.class))
                    .getResultList();
            return ids.stream().map(Long.class::cast).collect(Collectors.toCollection(TreeSet::new));
        });
    }

    private boolean matches(Filter filter, Person person, Scope scope) {
        return QuarkusTransaction.requiringNew()
                .call(() -> explanations.explain(filter, person.id, scope, false))
                .map(Explanation::matches)
                .orElse(false);
    }
}
