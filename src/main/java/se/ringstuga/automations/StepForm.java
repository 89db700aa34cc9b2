package se.ringstuga.automations;

import static se.ringstuga.automations.FormValues.chosen;
import static se.ringstuga.automations.FormValues.id;
import static se.ringstuga.automations.FormValues.number;
import static se.ringstuga.automations.FormValues.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import se.ringstuga.events.EventKind;
import se.ringstuga.http.PageForm;

/** A step as the fields of its form, and back into its JSON. */
final class StepForm {

    private static final List<String> UNITS = List.of("days", "hours", "minutes");

    private final StepKind kind;

    StepForm(StepKind kind) {
        this.kind = kind;
    }

    /** What the form of a new one begins with. */
    ObjectNode usual(ObjectNode step) {
        step.put("type", kind.type());
        switch (kind) {
            case WAIT -> step.put("days", 2);
            case WAIT_UNTIL -> step.put("from", "10:00").put("to", "19:00");
            case WAIT_FOR -> step.putObject("atMost").put("days", 14);
            case SMS -> step.put("withinHours", LetterSyntax.SMS_HOURS);
            case EMAIL, MESSAGE, INVITE -> step.put("withinHours", LetterSyntax.EMAIL_HOURS);
            case BRANCH, CALL, TAG, UNTAG, TELL, WEBHOOK -> {}
        }
        if (kind == StepKind.INVITE) {
            step.put("days", StepSyntax.WAITS_FOR_EVENT_DAYS);
        }
        return step;
    }

    /** As it is now, without its filter. */
    FormValues of(JsonNode step, List<EventKind> kinds) {
        var values = new FormValues();
        List.of("text", "subject", "from", "to", "untilDay")
                .forEach(name -> values.put(name, step.path(name).asText()));
        var hours = kind == StepKind.SMS ? LetterSyntax.SMS_HOURS : LetterSyntax.EMAIL_HOURS;
        values.put("withinHours", step.path("withinHours").asInt(hours));
        values.put("purpose", step.path("purpose").asText().equalsIgnoreCase("welcome") ? "welcome" : "information");
        span(values, step.has("atMost") ? step.path("atMost") : step);
        values.put("patience", step.has("untilDay") ? "DAY" : "SPAN");
        values.put("relativeDayMeant", step.path("relativeDayMeant").asBoolean());
        var survey = step.path("survey");
        values.put("survey", !step.hasNonNull("survey") ? "NONE" : survey.has("id") ? "CHOSEN" : "OWN");
        values.put("surveyId", survey.path("id").asText());
        values.put("list", step.has("assignmentId") ? "CHOSEN" : "OWN");
        values.put("listTitle", step.path("title").asText());
        values.put("assignment", step.path("assignmentId").asText());
        values.put("tag", step.path("tagId").asText());
        values.put("kind", eventKind(step, kinds));
        values.put("inviteDays", step.path("days").asInt(StepSyntax.WAITS_FOR_EVENT_DAYS));
        return values;
    }

    private static void span(FormValues values, JsonNode span) {
        var unit = UNITS.stream().filter(span::has).findFirst().orElse("days");
        values.put("amount", span.path(unit).asText()).put("unit", unit);
    }

    /** The id of the kind: a built-in one is written by its key. */
    private static String eventKind(JsonNode step, List<EventKind> kinds) {
        return kinds.stream()
                .filter(kind -> step.has("kindId")
                        ? kind.id() == step.path("kindId").asLong()
                        : step.path("kind").asText().equals(kind.key()))
                .findFirst()
                .map(kind -> Long.toString(kind.id()))
                .orElse("");
    }

    /** What was sent, put into the step; what cannot be read is left for the checks to refuse. */
    void apply(ObjectNode step, PageForm form, List<EventKind> kinds) {
        switch (kind) {
            case WAIT -> span(step, form);
            case WAIT_UNTIL -> hours(step, form);
            case WAIT_FOR -> patience(step, form);
            case SMS, EMAIL, MESSAGE -> letter(step, form);
            case INVITE -> {
                letter(step, form);
                invitation(step, form, kinds);
            }
            case CALL -> list(step, form);
            case TAG, UNTAG -> chosen(step, "tagId", id(form, "tag"));
            case TELL -> step.put("text", text(form, "text"));
            case BRANCH, WEBHOOK -> {}
        }
    }

    private static void span(ObjectNode into, PageForm form) {
        into.remove(UNITS);
        number(into, UNITS.contains(form.value("unit")) ? form.value("unit") : "days", form.value("amount"));
    }

    private static void hours(ObjectNode step, PageForm form) {
        step.put("from", clock(form.value("from")));
        step.remove("to");
        if (!form.value("to").isBlank()) {
            step.put("to", clock(form.value("to")));
        }
    }

    /** 9.30 and 9 are times too, as people write them. */
    private static String clock(String typed) {
        var time = typed.strip().replace('.', ':');
        var whole = time.matches("[0-9]{1,2}") ? time + ":00" : time;
        return whole.matches("[0-9]:[0-9]{2}") ? "0" + whole : whole;
    }

    static boolean isClock(String time) {
        return time.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
    }

    private static void patience(ObjectNode step, PageForm form) {
        step.remove(List.of("atMost", "untilDay"));
        if (form.value("patience").equals("DAY")) {
            number(step, "untilDay", form.value("untilDay"));
        } else {
            span(step.putObject("atMost"), form);
        }
    }

    private void letter(ObjectNode step, PageForm form) {
        step.put("text", text(form, "text"));
        step.put("purpose", form.value("purpose").equals("welcome") ? "welcome" : "information");
        number(step, "withinHours", form.value("withinHours"));
        step.remove("relativeDayMeant");
        if (form.chose("relativeDayMeant", true)) {
            step.put("relativeDayMeant", true);
        }
        if (kind.hasSubject()) {
            step.put("subject", form.value("subject").strip());
        }
        if (kind.hasSurvey()) {
            survey(step, form);
        }
    }

    private static void survey(ObjectNode step, PageForm form) {
        step.remove("survey");
        switch (form.value("survey")) {
            case "OWN" -> step.putObject("survey");
            case "CHOSEN" ->
                step.putObject("survey").put("id", id(form, "surveyId").orElse(0));
            default -> {}
        }
    }

    private static void invitation(ObjectNode step, PageForm form, List<EventKind> kinds) {
        step.remove(List.of("kind", "kindId"));
        var wanted = id(form, "kind");
        kinds.stream()
                .filter(kind -> wanted.isPresent() && kind.id() == wanted.getAsLong())
                .findFirst()
                .ifPresent(kind -> {
                    if (kind.key() == null) {
                        step.put("kindId", kind.id());
                    } else {
                        step.put("kind", kind.key());
                    }
                });
        number(step, "days", form.value("inviteDays"));
    }

    private static void list(ObjectNode step, PageForm form) {
        step.remove(List.of("title", "assignmentId"));
        if (form.value("list").equals("CHOSEN")) {
            chosen(step, "assignmentId", id(form, "assignment"));
        } else {
            step.put("title", form.value("listTitle").strip());
        }
    }

    /** The field of the form in which a fault stands, by its place within the step. */
    String field(String place) {
        return switch (place.replaceAll("[.\\[].*", "")) {
            case "days" -> kind == StepKind.INVITE ? "inviteDays" : "amount";
            case "hours", "minutes", "atMost" -> "amount";
            case "title" -> "listTitle";
            case "assignmentId" -> "assignment";
            case "tagId" -> "tag";
            case "kindId" -> "kind";
            case "filter" -> "is";
            case "" -> whole();
            case String same -> same;
        };
    }

    private String whole() {
        return switch (kind) {
            case WAIT, WAIT_FOR -> "amount";
            case CALL -> "assignment";
            case INVITE -> "kind";
            case SMS, EMAIL, MESSAGE, WAIT_UNTIL, BRANCH, TAG, UNTAG, TELL, WEBHOOK -> "step";
        };
    }
}
