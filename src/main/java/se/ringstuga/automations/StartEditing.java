package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageForm;

/** Writes what stands outside of the steps of a draft, by its form. */
@ApplicationScoped
class StartEditing {

    private final DraftWriting writing;
    private final DraftFaults faults;
    private final DraftScreens drafts;
    private final StepScreens steps;
    private final ChoiceLists lists;
    private final FlowChoices choices;
    private final FlowNames names;
    private final WrittenTags tags;
    private final StepWords words;
    private final PageWords page;
    private final Access access;

    StartEditing(
            DraftWriting writing,
            DraftFaults faults,
            DraftScreens drafts,
            StepScreens steps,
            ChoiceLists lists,
            FlowChoices choices,
            FlowNames names,
            WrittenTags tags,
            StepWords words,
            PageWords page,
            Access access) {
        this.writing = writing;
        this.faults = faults;
        this.drafts = drafts;
        this.steps = steps;
        this.lists = lists;
        this.choices = choices;
        this.names = names;
        this.tags = tags;
        this.words = words;
        this.page = page;
        this.access = access;
    }

    StartScreen shown(long id) {
        var draft = writing.get(id);
        var trigger = draft.definition().path("trigger");
        var values = TriggerForm.of(trigger)
                .with(FilterForm.of(draft.definition().get("who")))
                .put("title", draft.title())
                .putAll("option", ticked(options(trigger)));
        return screen(draft, values.form(), null);
    }

    private static List<String> ticked(List<FlowChoices.Option> options) {
        return options.stream()
                .filter(FlowChoices.Option::chosen)
                .map(option -> Long.toString(option.id()))
                .toList();
    }

    /** Empty when it is saved; otherwise the form again, with what is wrong. */
    Optional<StartScreen> save(long id, PageForm sent) {
        var draft = writing.lock(id);
        if (!sent.value("mark").equals(mark(draft))) {
            var flow = drafts.flow(draft.definition());
            var now = draft.title() + ". " + words.of(access.organizationId(), flow, page.language());
            return Optional.of(screen(draft, sent, now));
        }
        var form = sent.value("trigger").equals("tagged") ? tags.chosen(sent) : sent;
        var definition = draft.definition().deepCopy();
        definition.set("trigger", TriggerForm.read(form, chosenFrom(form, draft)));
        var errors = new LinkedHashMap<String, String>();
        who(definition, form, errors);
        errors.putAll(others(definition, form, errors));
        if (!errors.isEmpty()) {
            return Optional.of(screen(draft, form.withErrors(errors), null));
        }
        writing.change(draft.with(form.value("title").strip(), definition));
        return Optional.empty();
    }

    /** A tag that could not be made is no tag that was not chosen. */
    private Map<String, String> others(ObjectNode definition, PageForm form, Map<String, String> known) {
        var errors = new LinkedHashMap<>(faults.ofStart(definition));
        errors.putAll(known);
        if (form.faulty()) {
            errors.remove("tag");
            errors.putAll(form.errors());
        }
        if (!NewAutomation.isTitle(form.value("title"))) {
            errors.put("title", page.faults().title());
        }
        return errors;
    }

    private void who(ObjectNode definition, PageForm form, Map<String, String> errors) {
        var condition = new FilterForm(form, page.conditions());
        var read = condition.read(definition.get("who"), lists.saved());
        definition.remove("who");
        read.ifPresent(filter -> definition.set("who", filter));
        errors.putAll(condition.errors());
    }

    /** Of the survey that is chosen, as long as it is the one whose options were shown. */
    private Set<Long> chosenFrom(PageForm form, FlowDraft draft) {
        var trigger = draft.definition().path("trigger");
        var same = FormValues.id(form, "survey")
                .equals(OptionalLong.of(trigger.path("surveyId").asLong()));
        return same ? options(trigger).stream().map(FlowChoices.Option::id).collect(Collectors.toSet()) : Set.of();
    }

    private List<FlowChoices.Option> options(JsonNode trigger) {
        if (!trigger.has("surveyId")) {
            return List.of();
        }
        var chosen = StreamSupport.stream(trigger.path("optionIds").spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
        return choices.options(access.organizationId(), trigger.path("surveyId").asLong(), chosen);
    }

    private StartScreen screen(FlowDraft draft, PageForm form, @Nullable String present) {
        var trigger = draft.definition().path("trigger");
        var who = draft.definition().get("who");
        return new StartScreen(
                access.slug(),
                "/o/" + access.slug() + "/automations/drafts/" + draft.id(),
                draft.title(),
                form,
                lists.of(form),
                trigger.has("surveyId") ? names.survey(trigger.path("surveyId").asLong()) : null,
                options(trigger),
                steps.kept(who),
                mark(draft),
                present);
    }

    private static String mark(FlowDraft draft) {
        ArrayNode start = JsonNodeFactory.instance.arrayNode().add(draft.title());
        List.of("trigger", "who")
                .forEach(name -> start.add(draft.definition().path(name).toString()));
        return DraftWriting.mark(start);
    }
}
