package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ringstuga.accounts.Actor;

/** What a flow needs and nobody has chosen: it is made when the automation is switched on. */
@ApplicationScoped
class OwnThings {

    private final CallLists lists;
    private final OwnSurveys surveys;
    private final MadeThings made;

    OwnThings(CallLists lists, OwnSurveys surveys, MadeThings made) {
        this.lists = lists;
        this.surveys = surveys;
        this.made = made;
    }

    /**
     * What would be made for a step.
     *
     * @param title empty where it has none yet
     */
    record Wanted(String step, What what, String title) {}

    enum What {
        CALL_LIST,
        SURVEY
    }

    List<Wanted> wanted(Automation automation, Flow flow) {
        var survey = surveySteps(flow)
                .filter(_ -> made.survey(automation.id()).isEmpty())
                .limit(1)
                .map(step -> new Wanted(step.key(), What.SURVEY, ""));
        var calls = callSteps(flow)
                .filter(step -> made.assignment(automation.id(), step.key()).isEmpty())
                .map(step -> new Wanted(step.key(), What.CALL_LIST, step.title()));
        return Stream.concat(calls, survey).toList();
    }

    /** The survey first: callers ask it too. */
    void make(Automation automation, Flow flow, Actor actor) {
        surveySteps(flow).findFirst().ifPresent(step -> surveys.of(automation, step.key(), actor));
        callSteps(flow).forEach(step -> lists.own(automation, step, actor));
    }

    private static Stream<Step.Call> callSteps(Flow flow) {
        return flow.all()
                .flatMap(step -> step instanceof Step.Call call && call.assignmentId() == null
                        ? Stream.of(call)
                        : Stream.empty());
    }

    private static Stream<Step.Send> surveySteps(Flow flow) {
        return flow.all()
                .flatMap(
                        step -> step instanceof Step.Send send && needsSurvey(send) ? Stream.of(send) : Stream.empty());
    }

    private static boolean needsSurvey(Step.Send send) {
        return Optional.ofNullable(send.letter().survey())
                .filter(survey -> survey.id() == null)
                .isPresent();
    }
}
