package se.ringstuga.automations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import se.ringstuga.accounts.Access;
import se.ringstuga.automations.NewAutomation.People;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;

/** Writes flows step by step in the caller's transaction, and makes them automations when they are right. */
@ApplicationScoped
class DraftWriting {

    private static final String EMPTY = "{\"trigger\": {\"type\": \"joined\", \"withinDays\": %d}, \"steps\": []}"
            .formatted(FlowSyntax.USUAL_JOINED_WITHIN);

    private final FlowDrafts drafts;
    private final FlowVersions versions;
    private final AutomationEditing editing;
    private final Flows flows;
    private final Access access;
    private final ObjectMapper json;

    DraftWriting(
            FlowDrafts drafts,
            FlowVersions versions,
            AutomationEditing editing,
            Flows flows,
            Access access,
            ObjectMapper json) {
        this.drafts = drafts;
        this.versions = versions;
        this.editing = editing;
        this.flows = flows;
        this.access = access;
        this.json = json;
    }

    /** What a new one begins as. */
    enum Beginning {
        NOTHING,
        WELCOME
    }

    /** What came of making it an automation. */
    sealed interface Outcome {

        record Done(long automation) implements Outcome {}

        /** Somebody has changed the automation since the draft began. */
        record Overtaken(FlowDraft draft) implements Outcome {}

        /** So many would be taken over that another than whoever wrote it has to use it (rule 23). */
        record ForAnother(FlowDraft draft) implements Outcome {}

        /** What is wrong stands on its page, see {@link DraftFaults}. */
        record Faulty(FlowDraft draft) implements Outcome {}
    }

    FlowDraft get(long id) {
        return drafts.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    Optional<FlowDraft> of(long automation) {
        return drafts.ofAutomation(access.organizationId(), automation);
    }

    /** Empty where there are as many as can be shown; some have to be finished or thrown away first. */
    Optional<Long> begin(String title, Beginning beginning) {
        if (drafts.begun(access.organizationId()).size() >= FlowDrafts.MOST) {
            return Optional.empty();
        }
        var definition = switch (beginning) {
            case NOTHING -> EMPTY;
            case WELCOME -> WelcomeFlow.definition();
        };
        return Optional.of(drafts.add(access.organizationId(), title, tree(definition), editing.stamp()));
    }

    /** The draft of an automation's next version; there is one for all who write in it. */
    FlowDraft begin(long automation) {
        var id = editing.get(automation).id();
        drafts.addOf(id, editing.stamp());
        return of(id).orElseThrow();
    }

    /** Changes the steps; what cannot be done any more is left as it is. */
    void change(long id, Consumer<FlowTree> change) {
        var draft = lock(id);
        change.accept(draft.tree());
        drafts.save(draft, editing.stamp());
    }

    /** Its title and what stands outside of the steps. */
    void change(FlowDraft draft) {
        drafts.save(draft, editing.stamp());
    }

    FlowDraft lock(long id) {
        return drafts.lock(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    void discard(long id) {
        drafts.delete(access.organizationId(), id);
    }

    /** Keys of steps that people may have passed, so that no new one may have them. */
    Set<String> taken(FlowDraft draft) {
        var automation = draft.automationId();
        return automation == null ? Set.of() : versions.keys(automation);
    }

    /**
     * Makes it an automation, or the next version of one.
     *
     * @param over the definition that whoever writes has seen standing there meanwhile and wants to replace, by its mark
     */
    Outcome publish(long id, People people, String over) {
        Optional.ofNullable(get(id).automationId()).ifPresent(editing::lock);
        var draft = lock(id);
        var wanted = new NewAutomation(draft.title(), draft.definition(), people);
        try {
            var automation = draft.automationId();
            if (automation == null) {
                return done(draft, editing.create(wanted));
            }
            if (overtaken(draft) && !over.equals(mark(present(draft)))) {
                return new Outcome.Overtaken(draft);
            }
            var writers = List.of(draft.changedBy());
            if (editing.movingNeedsAnother(automation, wanted, writers)) {
                return new Outcome.ForAnother(draft);
            }
            return done(draft, editing.change(automation, null, wanted, writers));
        } catch (InvalidInput faults) {
            return new Outcome.Faulty(draft);
        }
    }

    private Outcome done(FlowDraft draft, Automation automation) {
        discard(draft.id());
        return new Outcome.Done(automation.id());
    }

    /** Whether the automation is another by now than the draft began as. */
    boolean overtaken(FlowDraft draft) {
        return draft.automationId() != null && !present(draft).equals(draft.beganFrom());
    }

    private JsonNode present(FlowDraft draft) {
        return flows.of(editing.get(Objects.requireNonNull(draft.automationId())))
                .json();
    }

    /** Tells one state of something written from another. */
    static String mark(JsonNode written) {
        return Integer.toHexString(written.hashCode());
    }

    private ObjectNode tree(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
