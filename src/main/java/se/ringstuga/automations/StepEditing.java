package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.automations.NewAutomation.People;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;
import se.ringstuga.http.Violation;

/** Changes the words and waits of one step by a form. */
@ApplicationScoped
class StepEditing {

    private final AutomationEditing editing;
    private final Flows flows;
    private final FlowNumbers numbers;
    private final StepWords words;
    private final PageWords page;
    private final Access access;

    StepEditing(
            AutomationEditing editing,
            Flows flows,
            FlowNumbers numbers,
            StepWords words,
            PageWords page,
            Access access) {
        this.editing = editing;
        this.flows = flows;
        this.numbers = numbers;
        this.words = words;
        this.page = page;
        this.access = access;
    }

    StepScreen shown(Automation automation, String key) {
        var json = StepForm.find(flows.of(automation).json(), key).orElseThrow(NotFound::new);
        return screen(automation, key, StepForm.of(json), null);
    }

    /** Empty when it is saved; otherwise the form again, with what is wrong. */
    Optional<StepScreen> save(long id, String key, PageForm form) {
        var automation = editing.get(id);
        var definition = flows.of(automation).json().deepCopy();
        var step =
                flows.of(automation).course().step(key).filter(StepForm::fits).orElseThrow(NotFound::new);
        StepForm.apply(StepForm.find(definition, key).orElseThrow(NotFound::new), StepForm.fields(step), form);
        try {
            var people = form.chose("people", "MOVE") ? People.MOVE : People.FINISH;
            editing.change(
                    id, "\"" + form.value("version") + "\"", new NewAutomation(automation.title(), definition, people));
            return Optional.empty();
        } catch (InvalidInput refused) {
            return Optional.of(screen(automation, key, form.withErrors(errors(refused.violations())), null));
        } catch (EntityVersion.ChangedSince changed) {
            return Optional.of(screen(automation, key, form, page.say().changedMeanwhile()));
        }
    }

    private StepScreen screen(Automation automation, String key, PageForm form, @Nullable String wrong) {
        var step =
                flows.of(automation).course().step(key).filter(StepForm::fits).orElseThrow(NotFound::new);
        var people = numbers.states(List.of(automation.id())).getOrDefault(automation.id(), Map.of());
        var in = people.getOrDefault(State.ACTIVE, 0L)
                + people.getOrDefault(State.WAITING, 0L)
                + people.getOrDefault(State.PAUSED, 0L);
        return new StepScreen(
                access.slug(),
                automation.id(),
                automation.title(),
                key,
                words.of(access.organizationId(), step, page.language()),
                StepForm.fields(step),
                automation.version(),
                in > 0,
                form,
                wrong);
    }

    /** In the reader's words; the places are those of the definition. */
    private Map<String, String> errors(List<Violation> violations) {
        var errors = new HashMap<String, String>();
        for (var violation : violations) {
            var field = violation.field().substring(violation.field().lastIndexOf('.') + 1);
            switch (field) {
                case "text", "subject" -> errors.put(field, page.say().textWrong());
                case "from", "to" -> errors.put(field, page.say().timeWrong());
                case "untilDay" -> errors.put(field, page.say().amountWrong());
                default -> errors.put("amount", page.say().amountWrong());
            }
        }
        return errors;
    }
}
