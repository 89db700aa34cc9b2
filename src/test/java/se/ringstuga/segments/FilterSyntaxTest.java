package se.ringstuga.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.segments.Filter.DateWindow;

class FilterSyntaxTest {

    @Test
    void readsTheTreeOfTheDocumentation() {
        Filter read = parse("""
                {"type":"all","filters":[{"type":"joined","withinDays":60},
                 {"type":"not","filter":{"type":"surveyAnswered","surveyId":1}}]}""");

        assertThat(read)
                .isEqualTo(new Filter.All(List.of(
                        new Filter.Joined(new DateWindow(60, null, null)),
                        new Filter.Not(new Filter.SurveyAnswered(1, false, null)))));
    }

    @Test
    void everythingIsEverybodyAndNothingIsNobody() {
        assertThat(parse("{'type':'all','filters':[]}")).isEqualTo(new Filter.All(List.of()));
        assertThat(parse("{'type':'any','filters':[]}")).isEqualTo(new Filter.Any(List.of()));
    }

    @Test
    void collectsWhatTheTreePointsTo() {
        var parsed = FilterSyntax.parse(json("""
                {"type":"any","filters":[{"type":"tag","allOf":[3,4]},{"type":"organization","organization":"huvudsta"},
                 {"type":"surveyOption","questionId":5,"optionIds":[6]},
                 {"type":"callHistory","result":"called","assignmentId":7},
                 {"type":"message","broadcastId":8}]}"""), "filter");

        assertThat(parsed.references())
                .extracting(Reference::path)
                .containsExactly(
                        "filter.filters[0].allOf[0]",
                        "filter.filters[0].allOf[1]",
                        "filter.filters[1].organization",
                        "filter.filters[2].questionId",
                        "filter.filters[2].optionIds[0]",
                        "filter.filters[3].assignmentId",
                        "filter.filters[4].broadcastId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null | target",
                "[] | target",
                "{} | target.type",
                "{'type':'member'} | target.type",
                "{'type':'hasPhone','extra':1} | target.extra",
                "{'type':'all'} | target.filters",
                "{'type':'all','filters':[{'type':'hasPhone'},{'type':'joined','withinDays':'60'}]} | target.filters[1].withinDays",
                "{'type':'not'} | target.filter",
                "{'type':'not','filter':{'type':'joined'}} | target.filter",
                "{'type':'joined','withinDays':-1} | target.withinDays",
                "{'type':'joined','withinDays':6,'before':'2026-01-01'} | target",
                "{'type':'joined','before':'2026-13-01'} | target.before",
                "{'type':'joined','before':20260101} | target.before",
                "{'type':'tag','anyOf':[]} | target.anyOf",
                "{'type':'tag','anyOf':[1],'noneOf':[2]} | target",
                "{'type':'tag','anyOf':['1']} | target.anyOf[0]",
                "{'type':'organization'} | target.organization",
                "{'type':'personField','field':'personnummer','operator':'equals','value':'x'} | target.field",
                "{'type':'personField','field':'city','operator':'atLeast','value':'x'} | target.operator",
                "{'type':'personField','field':'city','operator':'in','value':'x','values':['x']} | target.value",
                "{'type':'personField','field':'city','operator':'isEmpty','value':'x'} | target.value",
                "{'type':'personField','field':'birthYear','operator':'atLeast','value':'old'} | target.value",
                "{'type':'surveyAnswered'} | target.surveyId",
                "{'type':'surveyAnswered','surveyId':1,'includingPartial':'yes'} | target.includingPartial",
                "{'type':'surveyOption','optionIds':1} | target.optionIds",
                "{'type':'surveyText','contains':' '} | target.contains",
                "{'type':'surveyValue','questionId':1} | target",
                "{'type':'callHistory','result':'dialled'} | target.result",
                "{'type':'callHistory','result':'called','atLeast':0} | target.atLeast",
                "{'type':'message'} | target.broadcastId",
                "{'type':'message','broadcastId':'7'} | target.broadcastId",
                "{'type':'message','broadcastId':7,'outcome':'lost'} | target.outcome",
                "{'type':'message','broadcastId':7,'outcome':'skipped','reasons':'NO_ADDRESS'} | target.reasons",
                "{'type':'message','broadcastId':7,'outcome':'delivered','reasons':['NO_ADDRESS']} | target.reasons",
                "{'type':'message','broadcastId':7,'state':'SENT'} | target.state",
                "{'type':'messaged','channel':'CALL'} | target.channel",
                "{'type':'messaged','withinDays':'30'} | target.withinDays",
                "{'type':'messaged','broadcastId':7} | target.broadcastId",
                "{'type':'eventHistory'} | target.result",
                "{'type':'eventHistory','result':'late'} | target.result",
                "{'type':'eventHistory','result':'absent','eventId':1,'kindId':2} | target",
                "{'type':'eventHistory','result':'absent','eventId':'1'} | target.eventId",
                "{'type':'eventHistory','result':'absent','withinDays':3,'after':'2026-01-01'} | target",
                "{'type':'eventHistory','result':'absent','before':'soon'} | target.before",
                "{'type':'eventHistory','result':'absent','atLeast':0} | target.atLeast",
                "{'type':'eventHistory','result':'absent','state':'x'} | target.state",
                "{'type':'paidUntil'} | target",
                "{'type':'paidUntil','withinDays':3,'after':'2026-01-01'} | target.withinDays",
            })
    void namesThePathOfWhatCannotBeRead(String filter, String path) {
        assertThat(violations(filter)).extracting(Violation::field).containsExactly(path);
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(violations("{'type':'any','filters':[{'type':'x'},{'type':'paidUntil','after':1}]}"))
                .extracting(Violation::field)
                .containsExactly("target.filters[0].type", "target.filters[1].after");
    }

    @Test
    void aTreeHasBounds() {
        String deep = "{'type':'not','filter':".repeat(10) + "{'type':'hasPhone'}" + "}".repeat(10);
        String wide = "{'type':'all','filters':[" + "{'type':'hasPhone'},".repeat(50) + "{'type':'hasPhone'}]}";
        String half = "{'type':'any','filters':[" + "{'type':'hasPhone'},".repeat(49) + "{'type':'hasPhone'}]}";
        String large = "{'type':'all','filters':[" + half + "," + half + "]}";

        assertThat(violations(deep))
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .contains("too deep");
        assertThat(violations(wide)).extracting(Violation::field).containsExactly("target.filters");
        assertThat(violations(large))
                .singleElement()
                .extracting(Violation::message)
                .asString()
                .contains("too many");
    }

    @Test
    void datesAndNumbersAreReadAsTheyAreMeant() {
        assertThat(parse("{'type':'paidUntil','after':'2025-12-31','before':'2027-01-01'}"))
                .isEqualTo(new Filter.PaidUntil(
                        new DateWindow(null, LocalDate.of(2027, 1, 1), LocalDate.of(2025, 12, 31))));
        assertThat(parse("{'type':'personField','field':'birthYear','operator':'atMost','value':1990}"))
                .isEqualTo(new Filter.FieldMatch(PersonField.BIRTH_YEAR, FieldOperator.AT_MOST, List.of("1990")));
    }

    private static List<Violation> violations(String filter) {
        List<Violation> found = new java.util.ArrayList<>();
        assertThatThrownBy(() -> FilterSyntax.parse(json(filter), "target"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> found.addAll(refused.violations()));
        return found;
    }

    private static Filter parse(String filter) {
        return FilterSyntax.parse(json(filter), "filter").filter();
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException(cause);
        }
    }
}
