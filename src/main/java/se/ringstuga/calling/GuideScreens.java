package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;

/** Puts a step of a new assignment on its page. */
@ApplicationScoped
class GuideScreens {

    private final AssignmentFormScreens forms;
    private final AssignmentOutlooks outlooks;
    private final CallPreviews previews;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;
    private final Clock clock;

    GuideScreens(
            AssignmentFormScreens forms,
            AssignmentOutlooks outlooks,
            CallPreviews previews,
            Access access,
            AccessLog accessLog,
            PageContext page,
            Clock clock) {
        this.forms = forms;
        this.outlooks = outlooks;
        this.previews = previews;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
        this.clock = clock;
    }

    /**
     * A step.
     *
     * @param draft null before anything was filled in
     * @param back the step before, or the list
     * @param counts of the people chosen, once they are asked for
     * @param check everything, before it is created; null on the other steps
     */
    record Screen(
            String slug,
            @Nullable Long draft,
            String action,
            String back,
            GuideStep step,
            String heading,
            List<Step> steps,
            AssignmentFormScreens.Fields fields,
            @Nullable Counts counts,
            @Nullable Check check) {

        /** For the template's choice of fields. */
        public String name() {
            return step.path();
        }
    }

    /** @param address null where it cannot be gone to yet */
    record Step(String words, @Nullable String address, boolean current) {}

    record Counts(String people, List<String> come, List<String> not) {}

    /** @param caller what a caller sees; null as long as something is wrong */
    record Check(
            boolean ready,
            List<AssignmentSaid.Line> said,
            @Nullable Counts counts,
            List<String> first,
            @Nullable CallScreen caller) {}

    GuideMessages say() {
        return MessageBundles.get(
                GuideMessages.class, Localized.Literal.of(page.language().tag()));
    }

    String base(long draft) {
        return "/o/" + access.slug() + "/call-assignments/drafts/" + draft;
    }

    /** @param counted whether the people are to be counted */
    Screen step(@Nullable Long draft, GuideStep step, PageForm form, boolean counted) {
        var fields = forms.fields(form, clock.instant());
        return new Screen(
                access.slug(),
                draft,
                draft == null ? "/o/" + access.slug() + "/call-assignments/drafts" : base(draft) + "/" + step.path(),
                back(draft, step),
                step,
                heading(step),
                Stream.of(GuideStep.values())
                        .map(each -> new Step(
                                heading(each), draft == null ? null : base(draft) + "/" + each.path(), each == step))
                        .toList(),
                fields,
                counted ? counts(form) : null,
                step == GuideStep.CHECK ? check(form, fields) : null);
    }

    private String back(@Nullable Long draft, GuideStep step) {
        var list = "/o/" + access.slug() + "/call-assignments";
        return draft == null
                ? list
                : Stream.of(GuideStep.values())
                        .filter(each -> each != step && each.next() == step)
                        .findFirst()
                        .map(before -> base(draft) + "/" + before.path())
                        .orElse(list);
    }

    /** What is wrong with one step, or with all of them; a goal that is a survey waits for the step of surveys. */
    Map<String, String> errors(GuideStep step, PageForm form) {
        var reading = forms.reading(form, clock.instant());
        var wanted = reading.read();
        var errors = new HashMap<>(reading.errors());
        outlooks.refusal(wanted)
                .ifPresent(refusal -> errors.putIfAbsent(
                        GuideFaults.field(refusal), forms.say().refused(String.valueOf(refusal.getMessage()))));
        if (step != GuideStep.CHECK) {
            errors.keySet().retainAll(step.fields());
            if (form.value("goal").equals(AssignmentForm.ANSWERED)) {
                errors.remove("goal");
            }
        }
        return errors;
    }

    NewCallAssignment wanted(PageForm form) {
        return forms.reading(form, clock.instant()).read();
    }

    private Check check(PageForm form, AssignmentFormScreens.Fields fields) {
        var said = AssignmentSaid.of(fields, forms.say());
        if (form.faulty()) {
            return new Check(false, said, null, List.of(), null);
        }
        var wanted = wanted(form);
        var first = outlooks.first(wanted);
        accessLog.record(
                "call.preview",
                "draft",
                first.stream().map(QueueOutlook.Next::personId).toList());
        return new Check(
                true,
                said,
                words(outlooks.of(wanted)),
                first.stream().map(QueueOutlook.Next::name).toList(),
                previews.of(wanted, say().aCaller()));
    }

    /** Null where nobody can be counted yet. */
    private @Nullable Counts counts(PageForm form) {
        var values = new HashMap<>(form.values());
        values.put("title", List.of("-"));
        values.put("goal", List.of(AssignmentForm.REACHED));
        try {
            return words(outlooks.of(wanted(new PageForm(values, Map.of()))));
        } catch (InvalidInput unreadable) {
            return null;
        }
    }

    private Counts words(QueueOutlook outlook) {
        var say = say();
        var come = new ArrayList<String>();
        come.add(say.callable(outlook.callable()));
        if (outlook.waiting() > 0) {
            come.add(say.waiting(outlook.waiting()));
        }
        return new Counts(
                outlook.people() == 1 ? say.onePerson() : say.people(outlook.people()),
                come,
                outlook.notCalled().entrySet().stream()
                        .map(reason -> reason(reason.getKey(), reason.getValue()))
                        .toList());
    }

    private String reason(String code, long count) {
        var say = say();
        return switch (code) {
            case "NO_NUMBER" -> say.noNumber(count);
            case "GOAL" -> say.goal(count);
            case "RESTRICTED" -> say.restricted(count);
            case "STOPPED" -> say.stopped(count);
            case "MAY_BE_UNDER_16" -> say.mayBeUnder16(count);
            case "DO_NOT_CALL", "SUPPRESSED_NUMBER" -> say.optedOut(count);
            case "NO_CONSENT" -> say.noConsent(count);
            default -> say.otherReason(count);
        };
    }

    private String heading(GuideStep step) {
        return switch (step) {
            case WHOM -> say().whom();
            case WHY -> say().why();
            case UNTIL -> say().until();
            case SCRIPT -> say().script();
            case SURVEY -> say().survey();
            case CHECK -> say().check();
        };
    }
}
