package se.ringstuga.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.ringstuga.calling.AssignmentEditing;
import se.ringstuga.calling.CallScope;
import se.ringstuga.calling.Callers;
import se.ringstuga.calling.CreatedCaller;
import se.ringstuga.calling.HoursInput;
import se.ringstuga.calling.NewCallAssignment;
import se.ringstuga.calling.NewCaller;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.NewSegment;
import se.ringstuga.segments.SegmentMaking;
import se.ringstuga.surveys.NewSurvey;
import se.ringstuga.surveys.SurveyForm;
import se.ringstuga.surveys.SurveyForms;
import se.ringstuga.surveys.SurveyMaking;

/** What is to be asked, of whom, and who calls them: a survey, segments, an open assignment with three volunteers. */
@ApplicationScoped
class DemoCampaign {

    private static final String NEW_MEMBERS = """
            {"type": "joined", "withinDays": 60}""";

    private static final String SCRIPT = """
            Hej! Jag heter … och ringer från Exempelpartiet i Hägersten.

            Du blev medlem för inte så länge sedan, och vi vill helt enkelt säga välkommen. Har du några minuter?

            Lyssna mer än du pratar. Fråga gärna: Vad fick dig att gå med? Gå sedan igenom frågorna i den ordning som \
            samtalet tar er.

            Tack för pratstunden! Vi hörs när det händer något som passar dig.""";

    private static final String WHY =
            "Vi ringer alla nya medlemmar en gång, för att hälsa välkommen och höra vad just du vill vara med på.";

    private static final NamedSql FIRST_ASSIGNMENT =
            NamedSql.of("select id from call_assignment where organization_id = :organization order by id limit 1");
    private static final NamedSql FIRST_SURVEY =
            NamedSql.of("select id from survey where organization_id = :organization order by id limit 1");
    private static final NamedSql FIRST_CALLERS =
            NamedSql.of("select id from caller where assignment_id = :assignment order by id limit 3");

    private final SurveyMaking surveys;
    private final SurveyForms forms;
    private final SegmentMaking segments;
    private final AssignmentEditing assignments;
    private final Callers callers;
    private final Sql sql;
    private final ObjectMapper json;

    DemoCampaign(
            SurveyMaking surveys,
            SurveyForms forms,
            SegmentMaking segments,
            AssignmentEditing assignments,
            Callers callers,
            Sql sql,
            ObjectMapper json) {
        this.surveys = surveys;
        this.forms = forms;
        this.segments = segments;
        this.assignments = assignments;
        this.callers = callers;
        this.sql = sql;
        this.json = json;
    }

    /** What stands in the database, whether this start made it or an earlier one. */
    record Standing(long assignmentId, SurveyForm survey, List<Long> callers) {}

    Standing standing(DemoPlaces places) {
        var here = Map.of("organization", places.hagersten());
        var assignment =
                sql.first(FIRST_ASSIGNMENT, here, row -> row.number("id")).orElseThrow();
        var survey = sql.first(FIRST_SURVEY, here, row -> row.number("id")).orElseThrow();
        return new Standing(
                assignment,
                forms.current(places.hagersten(), survey).orElseThrow(),
                sql.list(FIRST_CALLERS, Map.of("assignment", assignment), row -> row.number("id")));
    }

    List<CreatedCaller> make(DemoPlaces places) {
        var survey = surveys.make(places.hagersten(), survey(), places.organizer());
        segment("Nya medlemmar", NEW_MEMBERS, places);
        segment("Har inte svarat på enkäten", notAnswered(survey), places);
        segment("Vill dela flygblad", chose(survey, "Dela flygblad"), places);
        segment("Har bil och körkort", chose(survey, "Jag har bil och körkort"), places);
        segment("Går att nå på mobilen", "{\"type\": \"hasMobile\"}", places);
        var scope = CallScope.of(places.hagersten(), places.organizer());
        var assignment = assignments.create(scope, assignment(survey)).id();
        var names = Stream.of("Vera Vänlig", "Rolf Rask", "Mona Modig");
        return names.map(name -> callers.create(scope, assignment, new NewCaller(name)))
                .toList();
    }

    /** Open at every hour, so that it can be tried at any: nobody invented is woken. */
    private NewCallAssignment assignment(SurveyForm survey) {
        return new NewCallAssignment(
                "Ring nya medlemmar",
                tree(NEW_MEMBERS),
                tree("""
                        {"type": "surveyAnswered", "surveyId": %d}""".formatted(survey.id())),
                survey.id(),
                SCRIPT,
                null,
                null,
                WHY,
                null,
                null,
                48,
                4,
                new HoursInput(LocalTime.MIN, LocalTime.of(23, 59)),
                null,
                null,
                null);
    }

    private void segment(String title, String filter, DemoPlaces places) {
        segments.make(places.hagersten(), new NewSegment(title, tree(filter)), places.organizer());
    }

    private static String notAnswered(SurveyForm survey) {
        return """
                {"type": "not", "filter": {"type": "surveyAnswered", "surveyId": %d}}""".formatted(survey.id());
    }

    private static String chose(SurveyForm survey, String text) {
        var option = survey.questions().stream()
                .flatMap(question -> question.options().stream())
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow();
        return """
                {"type": "surveyOption", "surveyId": %d, "optionIds": [%d]}""".formatted(survey.id(), option.id());
    }

    private NewSurvey survey() {
        try (var resource = DemoCampaign.class.getResourceAsStream("/demo/medlemsenkat.json")) {
            return json.readValue(Objects.requireNonNull(resource), NewSurvey.class);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
