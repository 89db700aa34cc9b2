package se.ringstuga.automations;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Language;
import se.ringstuga.messaging.Reason;
import se.ringstuga.segments.FilterWords;

/** Says triggers, steps and reasons in plain words. */
@ApplicationScoped
class StepWords {

    private final FlowNames names;
    private final FilterWords filters;

    StepWords(FlowNames names, FilterWords filters) {
        this.names = names;
        this.filters = filters;
    }

    FlowMessages say(Language language) {
        return MessageBundles.get(FlowMessages.class, Localized.Literal.of(language.tag()));
    }

    String of(long organizationId, Step step, Language language) {
        var say = say(language);
        return switch (step) {
            case Step.Wait wait -> say.wait(span(wait.span(), say));
            case Step.WaitUntil until ->
                until.to() == null
                        ? say.waitUntil(until.from().toString())
                        : say.waitBetween(until.from().toString(), String.valueOf(until.to()));
            case Step.WaitFor waiting ->
                say.waitFor(filters.of(waiting.filter(), language), patience(waiting.patience(), say));
            case Step.Branch branch -> say.branch(filters.of(branch.filter(), language));
            case Step.Send send -> sends(send.letter(), say);
            case Step.Call call -> say.call(list(call));
            case Step.Tag tag -> tag.put() ? say.tag(names.tag(tag.tagId())) : say.untag(names.tag(tag.tagId()));
            case Step.Invite invite -> say.invite(names.kind(organizationId, invite.kind()), span(Span.days(invite.days()), say));
            case Step.Tell _ -> say.tell();
            case Step.Hook _ -> say.webhook();
        };
    }

    private String list(Step.Call call) {
        var chosen = call.assignmentId();
        return chosen == null ? "”" + call.title() + "”" : names.assignment(chosen);
    }

    private static String sends(Letter letter, FlowMessages say) {
        var survey = letter.survey() != null;
        return switch (letter.by()) {
            case SMS -> survey ? say.smsWithSurvey() : say.sms();
            case EMAIL -> survey ? say.emailWithSurvey() : say.email();
            case FIRST -> survey ? say.smsOrEmailWithSurvey() : say.smsOrEmail();
        };
    }

    private static String patience(Patience patience, FlowMessages say) {
        return switch (patience) {
            case Patience.AtMost(var span) -> say.atMost(span(span, say));
            case Patience.UntilDay(var day) -> say.untilDay(day);
        };
    }

    static String span(Span span, FlowMessages say) {
        var one = span.amount() == 1;
        return switch (span.unit()) {
            case DAYS -> one ? say.day() : say.days(span.amount());
            case HOURS -> one ? say.hour() : say.hours(span.amount());
            case MINUTES -> one ? say.minute() : say.minutes(span.amount());
        };
    }

    String of(long organizationId, Flow flow, Language language) {
        var say = say(language);
        var said = switch (flow.trigger()) {
            case Trigger.Joined(var days) -> days == 1 ? say.whenJoinedLastDay() : say.whenJoined(days);
            case Trigger.Tagged tagged -> say.whenTagged(names.tag(tagged.tagId()));
            case Trigger.Answered answered ->
                answered.optionIds().isEmpty()
                        ? say.whenAnswered(names.survey(answered.surveyId()))
                        : say.whenChosen(names.survey(answered.surveyId()));
            case Trigger.Attended attended -> attended(organizationId, attended, say);
            case Trigger.NotReached unreached ->
                unreached.calls() == 1 ? say.whenNotReachedOnce() : say.whenNotReached(unreached.calls());
            case Trigger.NothingHeard(var days) -> say.whenSilent(span(Span.days(days), say));
            case Trigger.OnDate date -> date(date, say);
        };
        return flow.who() == null ? said : say.onlyWho(said, filters.of(flow.who(), language));
    }

    private String attended(long organizationId, Trigger.Attended attended, FlowMessages say) {
        var kind = attended.kind();
        return kind == null
                ? say.whenAttended()
                : say.whenAttendedKind(names.kind(organizationId, new Step.KindOfEvent(kind, null)));
    }

    private static String date(Trigger.OnDate date, FlowMessages say) {
        var field = switch (date.field()) {
            case JOINED_ON -> say.joinedOn();
            case PAID_UNTIL -> say.paidUntil();
            case ANSWER -> say.answeredDate();
        };
        if (date.days() == 0) {
            return say.whenDate(field);
        }
        var days = span(Span.days(Math.abs(date.days())), say);
        return date.days() < 0 ? say.whenBefore(days, field) : say.whenAfter(days, field);
    }

    /** Why a step passed somebody by, or why somebody left: what follows "because". */
    String reason(@Nullable String code, Language language) {
        var say = say(language);
        return Optional.ofNullable(code)
                .map(known -> switch (known) {
                    case "TOO_LATE" -> say.tooLate();
                    case "LIST_CLOSED" -> say.listClosed();
                    case "TAG_GONE" -> say.tagGone();
                    case "SURVEY_CLOSED" -> say.surveyClosed();
                    case "NO_EVENT" -> say.noEvent();
                    case "ALREADY_ANSWERED" -> say.alreadyAnswered();
                    case "NOT_HERE" -> say.notHere();
                    case "MEMBERSHIP_ENDED" -> say.membershipEnded();
                    case "STOPPED_BY_HAND" -> say.stoppedByHand();
                    case "TAKEN_OUT" -> say.takenOut();
                    case "STEP_FAILED" -> say.stepFailed();
                    default -> Reason.said(known, language);
                })
                .orElse("");
    }
}
