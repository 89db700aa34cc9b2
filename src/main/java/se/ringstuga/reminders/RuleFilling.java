package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** Turns the form of a rule into one, or into the same form with what is wrong beside each field. */
@ApplicationScoped
class RuleFilling {

    private final RuleEditing editing;
    private final RulePreviews previews;
    private final RuleScreens screens;
    private final Idempotency idempotency;

    RuleFilling(RuleEditing editing, RulePreviews previews, RuleScreens screens, Idempotency idempotency) {
        this.editing = editing;
        this.previews = previews;
        this.screens = screens;
        this.idempotency = idempotency;
    }

    /** What came of a form. */
    sealed interface Outcome {

        record Saved(ReminderRuleView rule) implements Outcome {}

        /** What would be sent was asked for, and nothing saved. */
        record Shown(PageForm form, RulePreviews.Look look) implements Outcome {}

        record Faulty(PageForm form) implements Outcome {}

        /** Somebody else was first; what was typed is kept, to be saved against what there is now. */
        record Changed(PageForm form, ReminderRuleView now) implements Outcome {}
    }

    Outcome add(PageForm form, @Nullable Long kind, @Nullable Long event) {
        if (kind == null && event == null) {
            return new Outcome.Faulty(
                    form.withErrors(Map.of("kind", screens.say().kindMissing())));
        }
        return filled(form, new RuleForm.Bound(event == null ? kind : null, true), wanted -> {
            long id = idempotency.pressedOnce(
                    form.value("key"),
                    form.values(),
                    () -> {
                        var made = event == null ? editing.add(wanted) : editing.addToEvent(event, wanted);
                        return Idempotency.Created.of(made.id(), made.id());
                    },
                    same -> same);
            return editing.get(id);
        });
    }

    Outcome change(ReminderRuleView rule, PageForm form) {
        var bound = new RuleForm.Bound(rule.kindId(), rule.on());
        try {
            var version = '"' + form.value("version") + '"';
            return filled(form, bound, wanted -> editing.change(rule.id(), wanted, version));
        } catch (EntityVersion.ChangedSince meanwhile) {
            var values = new HashMap<>(form.values());
            values.put("version", List.of(Integer.toString(rule.version())));
            return new Outcome.Changed(new PageForm(values, Map.of()), rule);
        }
    }

    private interface Saving {
        ReminderRuleView save(NewReminderRule wanted);
    }

    private Outcome filled(PageForm form, RuleForm.Bound bound, Saving saving) {
        var reading = new RuleForm(form, screens.say());
        var wanted = reading.read(bound);
        if (wanted.isEmpty()) {
            return new Outcome.Faulty(form.withErrors(reading.errors()));
        }
        try {
            return form.value("do").equals("preview")
                    ? new Outcome.Shown(form, previews.of(wanted.get()))
                    : new Outcome.Saved(saving.save(wanted.get()));
        } catch (InvalidInput wrong) {
            return new Outcome.Faulty(form.withErrors(errors(wrong)));
        }
    }

    private Map<String, String> errors(InvalidInput wrong) {
        var say = screens.say();
        var errors = new HashMap<String, String>();
        for (var violation : wrong.violations()) {
            switch (violation.field().replaceAll("\\..*", "")) {
                case "title" -> errors.put("title", say.titleMissing());
                case "kindId" -> errors.put("kind", say.kindMissing());
                case "segmentId" -> errors.put("segment", say.segmentMissing());
                case "smsText" -> errors.put("smsText", say.smsWrong());
                case "subject" -> errors.put("subject", say.textWrong());
                case "emailText" -> errors.put("emailText", say.textWrong());
                case "relativeDayMeant" -> errors.put("relativeDayMeant", say.dayWrong("{dag}"));
                default -> errors.put("aim", say.otherWrong());
            }
        }
        return errors;
    }
}
