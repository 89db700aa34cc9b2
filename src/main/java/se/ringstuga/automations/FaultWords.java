package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what the checks found, one sentence for each thing, in the reader's words. */
@ApplicationScoped
class FaultWords {

    private static final int MOST_SILENCE = 1_000;
    private static final int LONGEST_MEMBERSHIP = 366;

    private final TextFaults texts;
    private final PageWords page;

    FaultWords(TextFaults texts, PageWords page) {
        this.texts = texts;
        this.page = page;
    }

    /** @param field of the step's form, as {@link StepForm#field} names it */
    String ofStep(StepKind kind, JsonNode step, String field) {
        var say = page.faults();
        return switch (field) {
            case "text", "subject" -> texts.of(kind, step, field).orElseGet(say::other);
            case "amount" -> say.span(StepSyntax.LONGEST_DAYS, StepSyntax.LONGEST_HOURS, StepSyntax.LONGEST_MINUTES);
            case "untilDay", "inviteDays" -> say.number(1, StepSyntax.LONGEST_DAYS);
            case "withinHours" -> say.number(1, LetterSyntax.MOST_HOURS);
            case "from" -> say.time();
            case "to" -> StepForm.isClock(step.path("to").asText()) ? say.laterTime() : say.time();
            case "listTitle" -> say.title();
            case "assignment" -> say.assignment();
            case "tag" -> say.tag();
            case "kind" -> say.kind();
            case "survey" -> say.survey();
            case "is" -> say.filter();
            case "then", "otherwise", "happened", "timedOut" -> ways(kind, step);
            default -> say.other();
        };
    }

    private String ways(StepKind kind, JsonNode step) {
        var empty = FlowTree.ways(step).stream().allMatch(way -> step.path(way).isEmpty());
        return kind == StepKind.BRANCH && empty
                ? page.faults().emptyBranch()
                : page.faults().tooDeep();
    }

    /** @param field of the form about how a flow begins, as {@link TriggerForm#field} names it */
    String ofStart(String field) {
        var say = page.faults();
        return switch (field) {
            case "title" -> say.title();
            case "withinDays" -> say.number(1, LONGEST_MEMBERSHIP);
            case "tag" -> say.tag();
            case "survey" -> say.survey();
            case "attendedKind" -> say.attendedKind();
            case "calls" -> say.number(1, FilterForm.MOST_TIMES);
            case "assignment" -> say.assignment();
            case "silentDays" -> say.number(1, MOST_SILENCE);
            case "dateField" -> say.dateField();
            case "question" -> say.question();
            case "dateDays" -> say.number(0, FlowSyntax.LONGEST_AGO);
            case "is" -> say.filter();
            case "steps" -> say.noSteps();
            case "moved" -> say.movedElsewhere();
            default -> say.trigger();
        };
    }
}
