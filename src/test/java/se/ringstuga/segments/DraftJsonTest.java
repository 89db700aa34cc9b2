package se.ringstuga.segments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.http.PageForm;

class DraftJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'joined','withinDays':60}",
                "{'type':'joined','before':'2026-01-31','after':'2025-01-31'}",
                "{'type':'paidUntil','before':'2027-01-01'}",
                "{'type':'organization','organization':'huvudsta'}",
                "{'type':'tag','anyOf':[3,4]}",
                "{'type':'tag','allOf':[3]}",
                "{'type':'tag','noneOf':[3]}",
                "{'type':'personField','field':'city','operator':'equals','value':'Solna'}",
                "{'type':'personField','field':'language','operator':'in','values':['sv','fi']}",
                "{'type':'personField','field':'city','operator':'isEmpty'}",
                "{'type':'personField','field':'birthYear','operator':'atLeast','value':'1995'}",
                "{'type':'hasPhone'}",
                "{'type':'hasMobile'}",
                "{'type':'hasEmail'}",
                "{'type':'surveyAnswered','surveyId':1,'includingPartial':true,'withinDays':30}",
                "{'type':'surveyOption','questionId':2,'optionIds':[11,12]}",
                "{'type':'surveyOption','optionIds':[11]}",
                "{'type':'surveyText','contains':'kaffe'}",
                "{'type':'surveyText','surveyId':1,'contains':'kaffe'}",
                "{'type':'surveyText','questionId':2,'contains':'kaffe'}",
                "{'type':'surveyValue','questionId':7,'atLeast':4}",
                "{'type':'surveyValue','questionId':7,'atLeast':1,'atMost':1}",
                "{'type':'callHistory','result':'notReached','assignmentId':5,'withinDays':30,'atLeast':2}",
                "{'type':'message','broadcastId':7,'outcome':'notReached','reasons':['NO_ADDRESS','EXPIRED']}",
                "{'type':'message','broadcastId':7}",
                "{'type':'messaged','channel':'SMS','withinDays':30}",
                "{'type':'messaged'}",
                "{'type':'eventHistory','result':'attended','kindId':3,'withinDays':365,'atLeast':3}",
                "{'type':'eventHistory','result':'absent','eventId':3}",
                "{'type':'eventHistory','result':'signedUp','before':'2026-01-31'}"
            })
    void everyKindOfConditionIsFilledIntoAFormAndReadBackTheSame(String condition) throws JsonProcessingException {
        assertThat(through("{'type':'all','filters':[" + condition + "]}"))
                .isEqualTo(filter("{'type':'all','filters':[" + condition + "]}"));
        assertThat(through("{'type':'any','filters':[{'type':'not','filter':" + condition + "}]}"))
                .isEqualTo(filter("{'type':'any','filters':[{'type':'not','filter':" + condition + "}]}"));
        assertThat(through(condition)).isEqualTo(filter("{'type':'all','filters':[" + condition + "]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'all','filters':[]}",
                "{'type':'any','filters':[]}",
                "{'type':'not','filter':{'type':'any','filters':[{'type':'hasPhone'},{'type':'hasEmail'}]}}",
                "{'type':'all','filters':[{'type':'hasEmail'},{'type':'any','filters':[{'type':'hasPhone'},"
                        + "{'type':'not','filter':{'type':'any','filters':[{'type':'all','filters':[]}]}}]}]}"
            })
    void groupsWithinGroupsStayAsTheyAre(String filter) throws JsonProcessingException {
        assertThat(through(filter)).isEqualTo(filter(filter));
    }

    @Test
    void aConditionIsAddedMovedAndRemovedByTheButtonsName() throws JsonProcessingException {
        var form = new Fields("{'type':'all','filters':[{'type':'hasEmail'},{'type':'hasPhone'}]}");

        assertThat(form.pressed("add f", "f.add", "JOINED"))
                .isEqualTo("{'type':'all','filters':[{'type':'hasEmail'},{'type':'hasPhone'},"
                        + "{'type':'joined','withinDays':60}]}");
        assertThat(form.pressed("add f", "f.add", "NONE"))
                .isEqualTo("{'type':'all','filters':[{'type':'hasEmail'},{'type':'hasPhone'},"
                        + "{'type':'not','filter':{'type':'any','filters':[]}}]}");
        assertThat(form.pressed("up f.1", "", ""))
                .isEqualTo("{'type':'all','filters':[{'type':'hasPhone'},{'type':'hasEmail'}]}");
        assertThat(form.pressed("down f.1", "", ""))
                .isEqualTo("{'type':'all','filters':[{'type':'hasEmail'},{'type':'hasPhone'}]}");
        assertThat(form.pressed("remove f.0", "", "")).isEqualTo("{'type':'all','filters':[{'type':'hasPhone'}]}");
        for (var nonsense :
                new String[] {"remove f", "remove f.7", "up g.1", "add f.0", "remove f.x", "remove", "add f.9.9"}) {
            assertThat(form.pressed(nonsense, "f.0.add", "JOINED"))
                    .as(nonsense)
                    .isEqualTo("{'type':'all','filters':[{'type':'hasEmail'},{'type':'hasPhone'}]}");
        }
    }

    @Test
    void aFormThatIsDeeperOrLargerThanATreeMayBeEndsThere() {
        var sent = new MultivaluedHashMap<String, String>();
        var path = "f";
        for (int depth = 0; depth < 50; depth++) {
            sent.add(path + ".kind", "ALL");
            for (int i = 1; i < 50; i++) {
                sent.add(path + "." + i + ".kind", "REACHABLE");
            }
            path += ".0";
        }

        assertThat(DraftForm.read(PageForm.of(sent)).size()).isLessThanOrEqualTo(Reading.MAX_NODES);
    }

    @Test
    void aFaultIsFoundAtItsPlaceInTheForm() throws JsonProcessingException {
        var written = DraftJson.write(
                DraftJson.read(JSON.readTree("{'type':'not','filter':{'type':'any','filters':[".replace('\'', '"')
                        + "{'type':'hasEmail'},{'type':'not','filter':{'type':'joined','withinDays':3}}]}}"
                                .replace('\'', '"'))));

        assertThat(written.place("filter.filter.filters[1].filter.withinDays")).isEqualTo("f.1");
        assertThat(written.place("filter.filter.filters[0]")).isEqualTo("f.0");
        assertThat(written.place("filter")).isEqualTo("f");
    }

    private static Filter through(String filter) throws JsonProcessingException {
        return filter(new Fields(filter).pressed("count", "", ""));
    }

    private static Filter filter(String json) throws JsonProcessingException {
        return FilterSyntax.parse(JSON.readTree(json.replace('\'', '"')), "filter")
                .filter();
    }

    /** A filter as the fields of a page. */
    private record Fields(MultivaluedHashMap<String, String> sent) {

        Fields(String filter) throws JsonProcessingException {
            this(new MultivaluedHashMap<>());
            fill(DraftJson.read(JSON.readTree(filter.replace('\'', '"'))), "f");
        }

        private void fill(DraftNode node, String path) {
            sent.add(path + ".kind", node.kind == null ? String.valueOf(node.group) : node.kind.name());
            sent.add(path + ".no", String.valueOf(node.no));
            node.values.forEach((name, values) -> values.forEach(value -> sent.add(path + "." + name, value)));
            for (int i = 0; i < node.children.size(); i++) {
                fill(node.children.get(i), path + "." + i);
            }
        }

        String pressed(String button, String field, String value) {
            var all = new MultivaluedHashMap<String, String>();
            all.putAll(sent);
            all.putSingle("do", button);
            all.putSingle(field, value);
            var form = PageForm.of(all);
            var root = DraftForm.read(form);
            DraftForm.press(root, form);
            return DraftJson.write(root).filter().toString().replace('"', '\'');
        }
    }
}
