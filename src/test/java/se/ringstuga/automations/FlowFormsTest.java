package se.ringstuga.automations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ringstuga.events.EventKind;
import se.ringstuga.http.PageForm;

/** What stands in a definition comes out of its form as it went in. */
@QuarkusTest
class FlowFormsTest {

    static final List<EventKind> KINDS = List.of(
            new EventKind(7, 1, "Träff för nya medlemmar", "nya-medlemmar", false, null, 0),
            new EventKind(8, 1, "Grillkväll", null, false, null, 0));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'wait', 'days': 2}",
                "{'type': 'wait', 'hours': 3}",
                "{'type': 'wait', 'minutes': 30}",
                "{'type': 'waitUntil', 'from': '10:00', 'to': '19:00'}",
                "{'type': 'waitUntil', 'from': '10:00'}",
                "{'type': 'waitFor', 'atMost': {'hours': 5}, 'filter': {'type': 'hasEmail'}, 'happened': [], 'timedOut': []}",
                "{'type': 'waitFor', 'untilDay': 14, 'filter': {'type': 'hasEmail'}}",
                "{'type': 'branch', 'filter': {'type': 'hasEmail'}, 'then': [{'type': 'wait', 'days': 1}]}",
                "{'type': 'sms', 'text': 'Hej!', 'purpose': 'welcome', 'withinHours': 24}",
                "{'type': 'sms', 'text': 'Hej! {länk}', 'purpose': 'information', 'withinHours': 2, 'survey': {}}",
                "{'type': 'email', 'subject': 'Hej', 'text': 'Rad\\nRad', 'purpose': 'information', 'withinHours': 72, 'survey': {'id': 5}}",
                "{'type': 'message', 'subject': 'Hej', 'text': 'Hej!', 'purpose': 'information', 'withinHours': 72}",
                "{'type': 'invite', 'kind': 'nya-medlemmar', 'days': 60, 'subject': 'Hej', 'text': 'Hej!', 'purpose': 'welcome', 'withinHours': 168}",
                "{'type': 'invite', 'kindId': 8, 'days': 30, 'subject': 'Hej', 'text': 'Hej!', 'purpose': 'welcome', 'withinHours': 168}",
                "{'type': 'call', 'title': 'Nya medlemmar'}",
                "{'type': 'call', 'assignmentId': 3}",
                "{'type': 'tag', 'tagId': 3}",
                "{'type': 'untag', 'tagId': 3}",
                "{'type': 'tell', 'text': 'Titta!'}",
                "{'type': 'webhook'}"
            })
    void aStepIsTheSameAfterItsForm(String json) {
        var step = read(json);
        var form = new StepForm(StepKind.of(step).orElseThrow());
        var after = step.deepCopy();
        form.apply(after, form.of(step, KINDS).form(), KINDS);
        assertThat(stored(after)).isEqualTo(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'joined', 'withinDays': 30}",
                "{'type': 'tagged', 'tagId': 3}",
                "{'type': 'answered', 'surveyId': 3}",
                "{'type': 'answered', 'surveyId': 3, 'optionIds': [4, 5], 'includingPartial': true}",
                "{'type': 'attended'}",
                "{'type': 'attended', 'kindId': 8}",
                "{'type': 'notReached', 'calls': 2}",
                "{'type': 'notReached', 'calls': 2, 'assignmentId': 9}",
                "{'type': 'nothingHeard', 'days': 200}",
                "{'type': 'date', 'field': 'joinedOn', 'days': 365}",
                "{'type': 'date', 'field': 'paidUntil', 'days': -30}",
                "{'type': 'date', 'field': 'answer', 'questionId': 6, 'days': 0}"
            })
    void whatStartsAFlowIsTheSameAfterItsForm(String json) {
        var trigger = read(json);
        assertThat(stored(TriggerForm.read(TriggerForm.of(trigger).form(), Set.of(4L, 5L, 6L))))
                .isEqualTo(trigger);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'joined', 'withinDays': 60}",
                "{'type': 'tag', 'anyOf': [3]}",
                "{'type': 'not', 'filter': {'type': 'tag', 'anyOf': [3]}}",
                "{'type': 'hasMobile'}",
                "{'type': 'callHistory', 'result': 'notReached', 'atLeast': 3, 'withinDays': 60}",
                "{'type': 'callHistory', 'result': 'reached', 'atLeast': 1}",
                "{'type': 'surveyAnswered', 'surveyId': 3}",
                "{'type': 'eventHistory', 'result': 'attended'}",
                "{'type': 'eventHistory', 'result': 'signedUp', 'kindId': 8, 'withinDays': 90}",
                "{'type': 'any', 'filters': [{'type': 'hasMobile'}, {'type': 'hasEmail'}]}",
                "{'type': 'joined', 'before': '2026-01-01'}",
                "{'type': 'tag', 'anyOf': [3, 4]}",
                "{'type': 'not', 'filter': {'type': 'tag', 'allOf': [3, 4]}}"
            })
    void aConditionIsTheSameAfterItsForm(String json) {
        var filter = read(json);
        var form = new FilterForm(FilterForm.of(filter).form(), say());
        assertThat(form.read(filter, _ -> Optional.empty()).map(FlowFormsTest::stored))
                .contains(filter);
        assertThat(form.errors()).isEmpty();
    }

    @Test
    void nothingIsAskedOfEverybody() {
        var form = new FilterForm(FilterForm.of(null).form(), say());
        assertThat(form.read(null, _ -> Optional.empty())).isEmpty();
        assertThat(form.errors()).isEmpty();
    }

    @Test
    void aSegmentIsTakenAsItIsNow() {
        var segment = read("{'type': 'hasEmail'}");
        var form = new FormValues().put("is", "SEGMENT").put("isSegment", 4).form();
        assertThat(new FilterForm(form, say()).read(null, id -> id == 4 ? Optional.of(segment) : Optional.empty()))
                .contains(segment);
        var gone = new FilterForm(form, say());
        assertThat(gone.read(null, _ -> Optional.empty())).isEmpty();
        assertThat(gone.errors()).containsKey("isSegment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CALLS", "TAG", "JOINED", "SURVEY", "CONTACT", "EVENT", "KEEP", "SEGMENT"})
    void aConditionThatIsHalfChosenIsRefused(String is) {
        var form = new FilterForm(new FormValues().put("is", is).form(), say());
        assertThat(form.read(null, _ -> Optional.empty())).isEmpty();
        assertThat(form.errors()).isNotEmpty();
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        var step = read("{'type': 'waitUntil'}");
        new StepForm(StepKind.WAIT_UNTIL)
                .apply(
                        step,
                        new FormValues().put("from", "9.30").put("to", "17").form(),
                        KINDS);
        assertThat(step).isEqualTo(read("{'type': 'waitUntil', 'from': '09:30', 'to': '17:00'}"));
    }

    @Test
    void optionsOfAnotherSurveyAreForgotten() {
        PageForm form = TriggerForm.of(read("{'type': 'answered', 'surveyId': 3, 'optionIds': [4, 5]}"))
                .form();
        assertThat(stored(TriggerForm.read(form, Set.of()))).isEqualTo(read("{'type': 'answered', 'surveyId': 3}"));
    }

    private static FilterFormMessages say() {
        return MessageBundles.get(FilterFormMessages.class, Localized.Literal.of("sv"));
    }

    /** As it is read again when it has been stored. */
    private static JsonNode stored(JsonNode json) {
        return read(json.toString());
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException cause) {
            throw new AssertionError(cause);
        }
    }
}
