package se.ringstuga.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    Explanations explanations;

    @Inject
    EntityManager entities;

    @ParameterizedTest
    @ValueSource(longs = {20_261_124, 7})
    void theDatabaseFindsWhomTheSameFilterFindsInMemory(long seed) {
        a.organization("solna");
        a.organizationBelow("solna", "huvudsta");
        a.organizationBelow("solna", "rasunda");
        a.organization("boras");
        Random random = new Random(seed);
        Instant now = clock.instant();
        Things things = world.create(random, now);
        Scope scope = new Scope(things.organizationId(), now, ZoneId.of("Europe/Stockholm"));
        RandomFilters filters = new RandomFilters(random, things, scope.today());
        InMemory memory = new InMemory(things, now);
        int interesting = 0;
        for (int i = 0; i < TREES; i++) {
            Filter filter = filters.tree(DEPTH);
            Set<Long> expected = things.people().stream()
                    .filter(person -> person.visible && memory.holds(filter, person))
                    .map(person -> person.id)
                    .collect(Collectors.toCollection(TreeSet::new));
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
