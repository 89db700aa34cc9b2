package se.ringstuga.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.ringstuga.surveys.AnswerInput.ofOptions;
import static se.ringstuga.surveys.AnswerInput.ofText;
import static se.ringstuga.surveys.AnswerInput.ofValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ringstuga.ApiTest;
import se.ringstuga.accounts.Actor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.surveys.SurveyForm.Question;

@QuarkusTest
class SubmissionsTest extends ApiTest {

    private static final String SURVEY = """
            {"title": "Medlemsenkäten", "questions": [
              {"text": "Vill du hjälpa till?", "type": "SINGLE_CHOICE", "required": true, "options": ["Ja", "Nej"]},
              {"text": "Med vad?", "type": "TEXT"},
              {"text": "Hur nöjd är du?", "type": "SCALE", "required": true}]}""";

    @Inject
    SurveyForms forms;

    @Inject
    Submissions submissions;

    @Inject
    Members members;

    @Inject
    Heard heard;

    long solna;
    long survey;
    long anna;
    String token;

    @BeforeEach
    void aSurveyAndAMember() {
        solna = a.organization("solna");
        token = a.token("solna");
        survey = as(token)
                .body(SURVEY)
                .post(in("solna", "/surveys"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        anna = members.person(solna, "Anna");
        heard.events().clear();
    }

    @Test
    void aWholeAnswerIsCompleteAndTold() {
        var recorded = members.callerNotes(
                solna, anna, survey, 1, yes(), ofText(question(1), "Kaffe"), ofValue(question(2), 4));

        assertThat(recorded.complete()).isTrue();
        assertThat(heard.events()).containsExactly(new SurveyAnswered(solna, anna, survey, true));
        assertThat(members.count("select count(*) from answer")).isEqualTo(3);
        assertThat(members.count("select count(*) from submission where call_id = 1 and actor = 'caller:1'"))
                .isOne();
    }

    @Test
    void aHalfFilledSurveyOfACallerIsPartial() {
        var recorded = members.callerNotes(solna, anna, survey, 1, yes());

        assertThat(recorded.submissionId()).isNotNull();
        assertThat(recorded.complete()).isFalse();
        assertThat(heard.events()).containsExactly(new SurveyAnswered(solna, anna, survey, false));
    }

    @Test
    void aCallerWithNothingToNoteLeavesNoSubmission() {
        var recorded = members.callerNotes(solna, anna, survey, 1);

        assertThat(recorded.submissionId()).isNull();
        assertThat(members.count("select count(*) from submission")).isZero();
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void theAnswersOfAReportThatIsTakenBackAreKeptBesideTheNewOnes() {
        members.callerNotes(solna, anna, survey, 1, yes());
        members.callerNotes(solna, anna, survey, 2, yes());
        members.withdrawNotes(1);
        members.callerNotes(solna, anna, survey, 1, yes(), ofValue(question(2), 2));

        assertThat(members.count("select count(*) from submission")).isEqualTo(3);
        assertThat(members.count("select count(*) from submission where superseded_at is null"))
                .isEqualTo(2);
        assertThat(members.count(
                        "select count(*) from submission where call_id = 1 and superseded_at is null and complete"))
                .isOne();
    }

    @Test
    void answersToTheVersionThatWasShownAreAcceptedAfterAnEdit() {
        var shown = forms.current(solna, survey).orElseThrow();
        var changed = SURVEY.replace("Hur nöjd är du?", "Hur nöjd är du med oss?");
        as(token).body(changed).put(in("solna", "/surveys/" + survey)).then().statusCode(200);

        members.callerNotes(
                solna, anna, survey, 1, ofValue(shown.questions().get(2).id(), 5));

        assertThat(forms.current(solna, survey).orElseThrow().version()).isEqualTo(2);
        assertThat(members.count("select cast(version_number as bigint) from submission"))
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsStored() {
        assertThatThrownBy(() -> members.callerNotes(solna, anna, survey, 1, yes(), ofValue(question(2), 9)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.violations())
                                .extracting(v -> v.field())
                                .containsExactly("answers[1].value"));
        assertThat(members.count("select count(*) from submission")).isZero();
    }

    @Test
    void anotherOrganizationsSurveyLooksLikeNone() {
        long boras = a.organization("boras");
        long bo = members.person(boras, "Bo");

        assertThat(forms.current(boras, survey)).isEmpty();
        assertThatThrownBy(() -> members.callerNotes(boras, bo, survey, 1, yes()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.violations().getFirst().field())
                                .isEqualTo("surveyId"));
    }

    /** No foreign key holds these: every report of an evening would lock the same two rows. */
    @ParameterizedTest
    @CsvSource({"0,1", "0,0", "1000000,0", "1000000,1"})
    void answersToASurveyOrVersionThatIsNotThereAreNotStored(long otherSurvey, int laterVersion) {
        var submission = new NewSubmission(
                solna,
                solna,
                anna,
                survey + otherSurvey,
                laterVersion == 0 ? 0 : 1 + laterVersion,
                NewSubmission.Source.CALL,
                new Actor(Actor.Kind.CALLER, 1),
                1,
                0,
                List.of(yes()));
        boolean there = otherSurvey == 0 && laterVersion == 0;

        var refused = catchThrowableOfType(
                InvalidInput.class, () -> QuarkusTransaction.requiringNew().run(() -> submissions.record(submission)));

        assertThat(refused == null).isEqualTo(there);
        assertThat(members.count("select count(*) from submission")).isEqualTo(there ? 1 : 0);
    }

    @Test
    void aSurveyIsUsedByThoseBelowItsOrganization() {
        long huvudsta = a.organizationBelow("solna", "huvudsta");

        assertThat(forms.current(huvudsta, survey)).isPresent();
    }

    @Test
    void aClosedSurveyTakesAnswersOnlyFromCallsThatAreGoingOn() {
        as(token).put(in("solna", "/surveys/" + survey + "/closure")).then().statusCode(200);

        assertThat(members.callerNotes(solna, anna, survey, 1, yes()).submissionId())
                .isNotNull();
        assertThatThrownBy(() -> members.tells(solna, anna, survey, yes(), ofValue(question(2), 1)))
                .isInstanceOf(SurveyClosed.class);
    }

    private AnswerInput yes() {
        return ofOptions(question(0), List.of(form().get(0).options().getFirst().id()));
    }

    private long question(int place) {
        return form().get(place).id();
    }

    private List<Question> form() {
        return forms.current(solna, survey).orElseThrow().questions();
    }

    @ApplicationScoped
    static class Heard {
        private final List<SurveyAnswered> events = new ArrayList<>();

        List<SurveyAnswered> events() {
            return events;
        }

        void on(@Observes SurveyAnswered event) {
            events.add(event);
        }
    }
}
