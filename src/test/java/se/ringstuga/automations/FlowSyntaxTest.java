package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.segments.Filter;

class FlowSyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{}                                                                       | definition.trigger",
                "{'trigger':{'type':'born'},'steps':[{'type':'webhook'}]}                 | definition.trigger.type",
                "{'trigger':{'type':'joined','withinDays':0},'steps':[{'type':'webhook'}]}| definition.trigger.withinDays",
                "{'trigger':{'type':'tagged'},'steps':[{'type':'webhook'}]}               | definition.trigger.tagId",
                "{'trigger':{'type':'date'},'steps':[{'type':'webhook'}]}                 | definition.trigger.field",
                "{'trigger':{'type':'date','field':'answer'},'steps':[{'type':'webhook'}]}| definition.trigger.questionId",
                "{'trigger':{'type':'joined'},'steps':[]}                                 | definition.steps",
                "{'trigger':{'type':'joined'},'steps':[{'type':'fly'}]}                   | definition.steps[0].type",
                "{'trigger':{'type':'joined'},'steps':[{'type':'wait'}]}                  | definition.steps[0]",
                "{'trigger':{'type':'joined'},'steps':[{'type':'wait','days':0}]}         | definition.steps[0].days",
                "{'trigger':{'type':'joined'},'steps':[{'type':'wait','days':1,'hours':2}]}| definition.steps[0]",
                "{'trigger':{'type':'joined'},'steps':[{'type':'wait','days':1,'x':2}]}   | definition.steps[0].x",
                "{'trigger':{'type':'joined'},'steps':[{'type':'waitUntil'}]}             | definition.steps[0].from",
                "{'trigger':{'type':'joined'},'steps':[{'type':'waitUntil','from':'25'}]} | definition.steps[0].from",
                "{'trigger':{'type':'joined'},'steps':[{'type':'branch','filter':{}}]}    | definition.steps[0].then",
                "{'trigger':{'type':'joined'},'steps':[{'type':'sms'}]}                   | definition.steps[0].text",
                "{'trigger':{'type':'joined'},'steps':[{'type':'email','text':'a'}]}      | definition.steps[0].subject",
                "{'trigger':{'type':'joined'},'steps':[{'type':'sms','text':'a','purpose':'notice'}]}| definition.steps[0].purpose",
                "{'trigger':{'type':'joined'},'steps':[{'type':'call'}]}                  | definition.steps[0]",
                "{'trigger':{'type':'joined'},'steps':[{'type':'tag'}]}                   | definition.steps[0].tagId",
                "{'trigger':{'type':'joined'},'steps':[{'type':'invite','text':'a','subject':'b'}]}| definition.steps[0]",
                "{'trigger':{'type':'joined'},'steps':[{'type':'tell'}]}                  | definition.steps[0].text",
                "{'trigger':{'type':'joined'},'steps':[{'type':'webhook','key':'Å'}]}     | definition.steps[0].key",
                "{'trigger':{'type':'joined'},'steps':[{'type':'webhook','key':'a'},{'type':'webhook','key':'a'}]}| definition.steps[1].key",
                "{'trigger':{'type':'tagged','tagId':1},'steps':[{'type':'webhook'}],'moved':[{'type':'webhook'}]}| definition.moved",
                "{'trigger':{'type':'joined'},'steps':[{'type':'waitFor','filter':{},'atMost':{'days':1},'timedOut':[{'type':'fly'}]}]}| definition.steps[0].timedOut[0].type"
            })
    void whatCannotStandIsNamedByItsPlace(String definition, String place) {
        assertThatThrownBy(() -> parse(definition))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.violations())
                                .first()
                                .extracting("field")
                                .isEqualTo(place));
    }

    @Test
    void aFiltersOwnFaultIsNamedWhereItStands() {
        assertThatThrownBy(() -> FlowSyntax.parse(
                        json(
                                "{'trigger':{'type':'joined'},'steps':[{'type':'branch','filter':{},'then':[{'type':'webhook'}]}]}"),
                        "definition",
                        Set.of(),
                        (filter, path) -> {
                            throw new InvalidInput(path + ".type", "is wrong");
                        }))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.violations())
                                .first()
                                .extracting("field")
                                .isEqualTo("definition.steps[0].filter.type"));
    }

    @Test
    void everyStepHasAKeyThatNoOtherHasOrHad() throws JsonProcessingException {
        var parsed = FlowSyntax.parse(
                json(
                        "{'trigger':{'type':'joined'},'steps':[{'type':'sms','text':'a'},{'type':'sms','text':'b','key':'sms-1'},{'type':'wait','days':1}]}"),
                "definition",
                Set.of("sms"),
                (filter, path) -> new Filter.All(List.of()));

        assertThat(parsed.flow().all().map(Step::key))
                .doesNotHaveDuplicates()
                .contains("sms-1", "wait")
                .doesNotContain("sms");
        assertThat(parsed.json().path("steps").get(2).path("key").asText()).isEqualTo("wait");
    }

    @Test
    void tooManyStepsAndTooDeepBranchesAreRefused() {
        var many = "{'type':'webhook'},".repeat(60) + "{'type':'webhook'}";
        var deep = "{'type':'branch','filter':{},'then':[".repeat(6) + "{'type':'webhook'}" + "]}".repeat(6);

        assertThatThrownBy(() -> parse("{'trigger':{'type':'joined'},'steps':[" + many + "]}"))
                .hasMessageContaining("one step too many");
        assertThatThrownBy(() -> parse("{'trigger':{'type':'joined'},'steps':[" + deep + "]}"))
                .hasMessageContaining("too deep");
    }

    private static Flow parse(String definition) throws JsonProcessingException {
        return FlowSyntax.parse(json(definition), "definition", Set.of(), (filter, path) -> new Filter.All(List.of()))
                .flow();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
