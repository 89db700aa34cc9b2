package se.ringstuga.automations;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.FlowNumbers.StepNumbers;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.SpokenTime;

/** The words of the pages about automations, in the reader's language. */
@ApplicationScoped
class PageWords {

    private final PageContext page;

    PageWords(PageContext page) {
        this.page = page;
    }

    AutomationMessages say() {
        return MessageBundles.get(
                AutomationMessages.class, Localized.Literal.of(page.language().tag()));
    }

    ActivationMessages activating() {
        return MessageBundles.get(
                ActivationMessages.class, Localized.Literal.of(page.language().tag()));
    }

    FlowEditMessages editing() {
        return MessageBundles.get(
                FlowEditMessages.class, Localized.Literal.of(page.language().tag()));
    }

    StepFormMessages steps() {
        return MessageBundles.get(
                StepFormMessages.class, Localized.Literal.of(page.language().tag()));
    }

    LetInMessages lettingIn() {
        return MessageBundles.get(
                LetInMessages.class, Localized.Literal.of(page.language().tag()));
    }

    FlowFaultMessages faults() {
        return MessageBundles.get(
                FlowFaultMessages.class, Localized.Literal.of(page.language().tag()));
    }

    FilterFormMessages conditions() {
        return MessageBundles.get(
                FilterFormMessages.class, Localized.Literal.of(page.language().tag()));
    }

    Language language() {
        return page.language();
    }

    SpokenTime time(ZoneId zone) {
        return page.time(zone);
    }

    String state(Automation.State state) {
        return switch (state) {
            case OFF -> say().off();
            case ON -> say().on();
            case PAUSED -> say().paused();
            case STOPPED -> say().stopped();
        };
    }

    String since(Automation.Switch pressed, ZoneId zone) {
        var since = pressed.since();
        if (since == null) {
            return say().offText();
        }
        var when = page.time(zone).moment(since);
        return switch (pressed.state()) {
            case OFF -> say().offText();
            case ON -> say().onSince(when);
            case PAUSED -> say().pausedSince(when);
            case STOPPED -> say().stoppedSince(when);
        };
    }

    /** How many are in it now. */
    static long in(Map<State, Long> people) {
        return people.getOrDefault(State.ACTIVE, 0L)
                + people.getOrDefault(State.WAITING, 0L)
                + people.getOrDefault(State.PAUSED, 0L);
    }

    String people(Map<State, Long> people) {
        var now = in(people);
        var in = now == 0 ? say().nobodyIn() : now == 1 ? say().oneIn() : say().manyIn(now);
        var finished = people.getOrDefault(State.FINISHED, 0L);
        return finished == 0 ? in : in + " · " + say().finished(finished);
    }

    @Nullable
    String numbers(Step step, StepNumbers counted) {
        var parts = new ArrayList<String>();
        if (step instanceof Step.Branch || step instanceof Step.WaitFor) {
            if (counted.yes() + counted.no() > 0) {
                parts.add(say().yesNo(counted.yes(), counted.no()));
            }
        } else if (counted.done() > 0) {
            parts.add(say().done(counted.done()));
        }
        if (counted.skipped() > 0) {
            parts.add(say().skipped(counted.skipped()));
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    String state(State state) {
        return switch (state) {
            case ACTIVE -> say().active();
            case WAITING -> say().waiting();
            case PAUSED -> say().pausedPeople();
            case FINISHED -> say().finishedPeople();
            case LEFT -> say().left();
            case FAILED -> say().failed();
        };
    }
}
