package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** Turns the form of a monthly broadcast into one, or into the same form with what is wrong beside each field. */
@ApplicationScoped
class RecurringSaving {

    private final ComposeFaults faults;
    private final RecurringEditing editing;
    private final RecurringWords words;
    private final Idempotency idempotency;

    RecurringSaving(ComposeFaults faults, RecurringEditing editing, RecurringWords words, Idempotency idempotency) {
        this.faults = faults;
        this.editing = editing;
        this.words = words;
        this.idempotency = idempotency;
    }

    /** A new one; the same form sent twice makes one. */
    ComposeSaving.Outcome add(PageForm sent) {
        var form = new RecurringForm(sent);
        var wrong = wrong(form);
        if (!wrong.isEmpty()) {
            return new ComposeSaving.Outcome.Faulty(sent.withErrors(wrong));
        }
        try {
            return new ComposeSaving.Outcome.Saved(idempotency.pressedOnce(
                    sent.value("key"),
                    sent.values(),
                    () -> {
                        var id = editing.add(form.wanted()).id();
                        return Idempotency.Created.of(id, id);
                    },
                    id -> id));
        } catch (InvalidInput refusal) {
            return new ComposeSaving.Outcome.Faulty(sent.withErrors(wrong(refusal)));
        }
    }

    /** It anew, unless somebody changed it since the form was shown. */
    ComposeSaving.Outcome change(long id, PageForm sent) {
        var form = new RecurringForm(sent);
        var wrong = wrong(form);
        if (!wrong.isEmpty()) {
            return new ComposeSaving.Outcome.Faulty(sent.withErrors(wrong));
        }
        try {
            editing.change(id, form.wanted(), '"' + sent.value("version") + '"');
            return new ComposeSaving.Outcome.Saved(id);
        } catch (EntityVersion.ChangedSince meanwhile) {
            var now = editing.get(id);
            var newer = ComposeSaving.with(sent, "version", String.valueOf(now.version()));
            var theirs = words.rule(now.rule()) + "\n\n" + now.text();
            return new ComposeSaving.Outcome.Changed(newer, new ComposeScreen.Other(theirs, now.version()));
        } catch (InvalidInput refusal) {
            return new ComposeSaving.Outcome.Faulty(sent.withErrors(wrong(refusal)));
        }
    }

    private Map<String, String> wrong(RecurringForm form) {
        var wrong = new LinkedHashMap<>(faults.of(form.written()));
        wrong.putAll(form.faults(words.say()));
        form.endsOn()
                .filter(editing::isFar)
                .ifPresent(_ -> wrong.put("endsOn", words.say().endsOnFar()));
        return wrong;
    }

    private Map<String, String> wrong(InvalidInput refusal) {
        var wrong = new LinkedHashMap<>(faults.of(refusal));
        wrong.computeIfPresent("endsOn", (_, _) -> words.say().endsOnTooSoon());
        wrong.computeIfPresent("rule", (_, _) -> words.say().dayWrong());
        return wrong;
    }
}
