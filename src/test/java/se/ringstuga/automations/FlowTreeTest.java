package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowTreeTest {

    final FlowTree tree = tree("""
            {"steps": [{"key": "a", "type": "wait"},
                       {"key": "b", "type": "branch", "then": [{"key": "c", "type": "wait"}], "otherwise": [{"key": "d", "type": "wait"}]},
                       {"key": "e", "type": "wait"}]}""");

    @Test
    void aStepMovesDownThroughEveryWayAndOutAgain() {
        assertThat(drawn()).isEqualTo("a b(c|d) e");
        for (var then : new String[] {
            "b(a c|d) e", "b(c a|d) e", "b(c|a d) e", "b(c|d a) e", "b(c|d) a e", "b(c|d) e a", "b(c|d) e a"
        }) {
            tree.down("a");
            assertThat(drawn()).isEqualTo(then);
        }
    }

    @Test
    void aStepMovesUpTheSameWay() {
        for (var then : new String[] {
            "a b(c|d e)", "a b(c|e d)", "a b(c e|d)", "a b(e c|d)", "a e b(c|d)", "e a b(c|d)", "e a b(c|d)"
        }) {
            tree.up("e");
            assertThat(drawn()).isEqualTo(then);
        }
    }

    @Test
    void aBranchMovesWithWhatStandsBelowIt() {
        tree.down("b");
        assertThat(drawn()).isEqualTo("a e b(c|d)");
        tree.up("b");
        tree.up("b");
        assertThat(drawn()).isEqualTo("b(c|d) a e");
    }

    @Test
    void whatWouldLieTooDeepPassesByInstead() {
        var deep = tree("{\"steps\": [" + nested(1)
                + ", {\"key\": \"x\", \"type\": \"branch\", \"then\": [{\"key\": \"y\", \"type\": \"wait\"}]}]}");
        for (int i = 0; i < 30; i++) {
            deep.up("x");
            assertThat(depth(deep.definition())).isLessThanOrEqualTo(StepSyntax.DEEPEST);
        }
        assertThat(deep.definition().path("steps").path(0).path("key").asText()).isEqualTo("x");
    }

    @Test
    void aStepIsRemovedWithWhatStandsBelowIt() {
        tree.remove("b");
        assertThat(drawn()).isEqualTo("a e");
        tree.remove("nobody");
        assertThat(drawn()).isEqualTo("a e");
    }

    @Test
    void aNewStepGetsAKeyThatNobodyHasOrHad() {
        assertThat(tree.addAfter("a", step("wait"), Set.of("wait"))).contains("wait-1");
        assertThat(tree.add("b", "otherwise", step("waitUntil"), Set.of())).contains("waituntil");
        assertThat(tree.add("", "moved", step("wait"), Set.of())).contains("wait");
        assertThat(drawn()).isEqualTo("a wait-1 b(c|d waituntil) e");
        assertThat(tree.size()).isEqualTo(8);
    }

    @Test
    void thereIsNoPlaceWhereNoListIs() {
        assertThat(tree.add("a", "then", step("wait"), Set.of())).isEmpty();
        assertThat(tree.add("b", "happened", step("wait"), Set.of())).isEmpty();
        assertThat(tree.add("", "trigger", step("wait"), Set.of())).isEmpty();
        assertThat(tree.addAfter("nobody", step("wait"), Set.of())).isEmpty();
        assertThat(drawn()).isEqualTo("a b(c|d) e");
    }

    @Test
    void everyStepIsFoundByWhereItStands() {
        assertThat(tree.keys())
                .containsEntry("definition.steps[0]", "a")
                .containsEntry("definition.steps[1].otherwise[0]", "d")
                .hasSize(5);
    }

    private String drawn() {
        return drawn(tree.definition().path("steps"));
    }

    private static String drawn(JsonNode steps) {
        var all = new ArrayList<String>();
        for (var step : steps) {
            var ways = FlowTree.ways(step).stream()
                    .map(way -> drawn(step.path(way)))
                    .toList();
            all.add(step.path("key").asText() + (ways.isEmpty() ? "" : "(" + String.join("|", ways) + ")"));
        }
        return String.join(" ", all);
    }

    private static int depth(JsonNode owner) {
        var deepest = 0;
        for (var list : new String[] {"steps", "then", "otherwise"}) {
            for (var step : owner.path(list)) {
                deepest = Math.max(deepest, 1 + depth(step));
            }
        }
        return deepest;
    }

    private static String nested(int depth) {
        return depth == StepSyntax.DEEPEST
                ? "{\"key\": \"last\", \"type\": \"wait\"}"
                : "{\"key\": \"k" + depth + "\", \"type\": \"branch\", \"then\": [" + nested(depth + 1) + "]}";
    }

    private static ObjectNode step(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static FlowTree tree(String json) {
        try {
            return new FlowTree((ObjectNode) new ObjectMapper().readTree(json));
        } catch (JsonProcessingException cause) {
            throw new AssertionError(cause);
        }
    }
}
