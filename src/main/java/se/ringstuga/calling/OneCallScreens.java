package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;
import se.ringstuga.people.Tags;
import se.ringstuga.surveys.AnswerInput;
import se.ringstuga.surveys.FilledSurvey;
import se.ringstuga.surveys.SurveyForm;
import se.ringstuga.surveys.SurveyForms;

/** Puts one call on its page: what was reported, what stood there before, and the form that corrects it. */
@ApplicationScoped
class OneCallScreens {

    private final CallLogs logs;
    private final ReportHistories histories;
    private final Definitions definitions;
    private final SurveyForms surveys;
    private final Tags tags;
    private final ReportJson json;
    private final ActorNames names;
    private final CallLogWords logWords;
    private final AssignmentScreens assignments;
    private final AssignmentWords words;
    private final CallingConfig config;
    private final Access access;
    private final Clock clock;

    OneCallScreens(
            CallLogs logs,
            ReportHistories histories,
            Definitions definitions,
            SurveyForms surveys,
            Tags tags,
            ReportJson json,
            ActorNames names,
            CallLogWords logWords,
            AssignmentScreens assignments,
            AssignmentWords words,
            CallingConfig config,
            Access access,
            Clock clock) {
        this.logs = logs;
        this.histories = histories;
        this.definitions = definitions;
        this.surveys = surveys;
        this.tags = tags;
        this.json = json;
        this.names = names;
        this.logWords = logWords;
        this.assignments = assignments;
        this.words = words;
        this.config = config;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A call.
     *
     * @param before what was reported; null when nobody has told
     * @param mayCorrect whether the reader may change it now
     * @param why why not, where they may not
     */
    record Screen(
            AssignmentWords.Head head,
            String address,
            long personId,
            String person,
            String outcome,
            String lead,
            List<String> marks,
            @Nullable CallReport before,
            boolean mayCorrect,
            @Nullable String why,
            PageForm form,
            @Nullable String notice,
            List<Option> outcomes,
            List<Option> facts,
            List<Option> tags,
            boolean twoNumbers,
            List<SurveyForm.Question> questions,
            List<String> former) {

        /** For a template that begins a line with it. */
        public boolean reported() {
            return before != null;
        }
    }

    record Option(String value, String words) {}

    /** As it was reported. */
    @Transactional
    Screen of(long assignmentId, long callId) {
        return screen(assignmentId, callId, null, null);
    }

    /** With what was typed, and what is wrong with it. */
    @Transactional
    Screen of(long assignmentId, long callId, PageForm typed, @Nullable String notice) {
        return screen(assignmentId, callId, typed, notice);
    }

    private Screen screen(long assignmentId, long callId, @Nullable PageForm typed, @Nullable String notice) {
        var head = assignments.head(assignmentId);
        var told = told(assignmentId, callId);
        var call = told.call();
        return new Screen(
                head,
                head.base() + "/call/" + callId,
                call.personId(),
                call.personName(),
                logWords.outcome(call),
                logWords.say().lead(call.callerName(), words.time().moment(call.calledAt())),
                logWords.marks(call),
                told.before(),
                !told.withheld() && !told.late(),
                whyNot(told),
                typed == null ? asReported(told.before()) : typed,
                notice,
                outcomes(),
                facts(),
                offeredTags(),
                call.twoNumbers(),
                questions(assignmentId, call, told.before()),
                former(told));
    }

    /**
     * What is known of a call.
     *
     * @param before the report that counts; null when nobody told, or the reader may not know
     * @param withheld it is for administrators only
     * @param late nobody told, and now it is too late
     */
    private record Told(
            LoggedCall call,
            @Nullable ReportHistory history,
            @Nullable CallReport before,
            boolean withheld,
            boolean late) {}

    private Told told(long assignmentId, long callId) {
        var call = logs.find(assignments.scope(), assignmentId, callId, access.administrator())
                .orElseThrow(NotFound::new);
        if (call.outcome() == null) {
            var latest = call.calledAt().plus(config.dialledLease()).plus(config.lateReports());
            return new Told(call, null, null, false, latest.isBefore(clock.instant()));
        }
        var history = histories.of(assignments.scope(), callId, access.administrator());
        var stored = history.report();
        var before = stored == null || history.withheld() ? null : json.said(stored);
        return new Told(call, history, before, history.withheld(), false);
    }

    private @Nullable String whyNot(Told told) {
        if (told.withheld()) {
            return logWords.say().administrators();
        }
        return told.late() ? logWords.say().tooLate() : null;
    }

    private PageForm asReported(@Nullable CallReport before) {
        return before == null ? PageForm.EMPTY : CorrectionForm.of(before, access.zone());
    }

    private List<Option> offeredTags() {
        return tags.usable(access.organizationId()).stream()
                .map(tag -> new Option(Long.toString(tag.id()), tag.title()))
                .toList();
    }

    /** In the version that was answered. */
    private List<SurveyForm.Question> questions(long assignmentId, LoggedCall call, @Nullable CallReport before) {
        var survey = definitions
                .current(assignmentId)
                .orElseThrow()
                .asOf(call.calledAt())
                .surveyId();
        var answers = before == null ? null : before.answers();
        return survey == null
                ? List.of()
                : surveys.answeredBy(
                                access.organizationId(),
                                survey,
                                answers == null ? new ArrayList<@Nullable AnswerInput>() : answers)
                        .map(SurveyForm::questions)
                        .orElse(List.of());
    }

    private List<String> former(Told told) {
        var history = told.history();
        if (history == null || told.withheld()) {
            return List.of();
        }
        var actors = names.of(
                history.former().stream().map(ReportHistory.Former::replacedBy).toList());
        return history.former().stream().map(one -> former(one, actors)).toList();
    }

    private String former(ReportHistory.Former former, Map<String, String> actors) {
        var report = json.said(former.report());
        var outcome = report.wasInterrupted()
                ? words.outcomes().interrupted()
                : words.outcomes().of(report.requiredOutcome());
        return logWords.say()
                .formerBy(
                        outcome,
                        Objects.requireNonNullElse(
                                actors.get(former.replacedBy()), logWords.say().aTool()),
                        words.time().moment(former.replacedAt()));
    }

    private List<Option> outcomes() {
        var options = new ArrayList<Option>();
        for (var outcome : Outcome.values()) {
            options.add(new Option(outcome.name(), words.outcomes().of(outcome)));
        }
        options.add(1, new Option("INTERRUPTED", words.outcomes().interrupted()));
        return options;
    }

    private List<Option> facts() {
        return Stream.of(PersonFact.values())
                .map(fact -> new Option(fact.name(), words.outcomes().of(fact)))
                .toList();
    }

    /** What is wrong, beside the fields of the page; whatever has none there is said above them. */
    Map<String, String> errors(InvalidInput refusal, CorrectionForm form) {
        var say = logWords.say();
        var survey = FilledSurvey.read(form.form());
        var errors = new HashMap<>(survey.errors(refusal, say.faulty()));
        errors.computeIfPresent("outcome", (_, _) -> say.outcomeMissing());
        errors.computeIfPresent("callBackAt", (_, _) -> {
            var nearest = (Instant) refusal.members().get("nearestAllowed");
            return nearest == null
                    ? say.callBackWrong()
                    : say.callBackNearest(words.time().moment(nearest));
        });
        return errors;
    }

    /** What is said above the form. */
    String refusal(InvalidInput refusal) {
        var field = refusal.violations().getFirst().field();
        return field.equals("outcome") || field.equals("callBackAt") || field.startsWith("answers")
                ? logWords.say().faulty()
                : logWords.say().refused(String.valueOf(refusal.getMessage()));
    }
}
