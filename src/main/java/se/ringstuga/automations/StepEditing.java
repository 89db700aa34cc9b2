package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;

/** Writes single steps of a draft by their forms. What is wrong with the step itself is not kept. */
@ApplicationScoped
class StepEditing {

    private final DraftWriting writing;
    private final DraftFaults faults;
    private final ChoiceLists lists;
    private final StepScreens screens;
    private final WrittenTags tags;
    private final PageWords page;

    StepEditing(
            DraftWriting writing,
            DraftFaults faults,
            ChoiceLists lists,
            StepScreens screens,
            WrittenTags tags,
            PageWords page) {
        this.writing = writing;
        this.faults = faults;
        this.lists = lists;
        this.screens = screens;
        this.tags = tags;
        this.page = page;
    }

    /**
     * Where a new step goes.
     *
     * @param after the key of the step before it; empty for the end of a list
     * @param owner the key of the step whose way the list is; empty for the flow's own lists
     * @param way the list's name
     */
    record Where(String after, String owner, String way) {

        String query() {
            return after.isEmpty() ? (owner.isEmpty() ? "" : "in=" + owner + "&") + "way=" + way : "after=" + after;
        }
    }

    /** What came of sending a form. */
    sealed interface Outcome {

        record Saved(String key) implements Outcome {}

        record Refused(StepScreen shown) implements Outcome {}
    }

    StepScreen blank(long draft, StepKind kind, Where where) {
        var step = new StepForm(kind).usual(JsonNodeFactory.instance.objectNode());
        return screens.adding(writing.get(draft), kind, where, form(kind, step));
    }

    StepScreen shown(long id, String key) {
        var draft = writing.get(id);
        var step = draft.tree().find(key).orElseThrow(NotFound::new);
        return screens.changing(draft, step, form(kind(step), step), null);
    }

    Outcome add(long id, StepKind kind, Where where, PageForm sent) {
        var draft = writing.lock(id);
        var form = withTag(kind, sent);
        var read = read(kind, JsonNodeFactory.instance.objectNode().put("type", kind.type()), form);
        if (!read.errors().isEmpty()) {
            return new Outcome.Refused(screens.adding(draft, kind, where, form.withErrors(read.errors())));
        }
        var tree = draft.tree();
        if (tree.size() >= FlowReading.MOST_STEPS) {
            var full = Map.of("step", page.faults().tooMany(FlowReading.MOST_STEPS));
            return new Outcome.Refused(screens.adding(draft, kind, where, form.withErrors(full)));
        }
        var taken = writing.taken(draft);
        var key = where.after().isEmpty()
                ? tree.add(where.owner(), where.way(), read.step(), taken)
                : tree.addAfter(where.after(), read.step(), taken);
        var made = key.orElseThrow(NotFound::new);
        writing.change(draft);
        return new Outcome.Saved(made);
    }

    Outcome save(long id, String key, PageForm sent) {
        var draft = writing.lock(id);
        var step = draft.tree().find(key).orElseThrow(NotFound::new);
        if (!sent.value("mark").equals(mark(step))) {
            return new Outcome.Refused(screens.changing(draft, step, sent, screens.present(step)));
        }
        var form = withTag(kind(step), sent);
        var read = read(kind(step), step, form);
        if (!read.errors().isEmpty()) {
            return new Outcome.Refused(screens.changing(draft, step, form.withErrors(read.errors()), null));
        }
        step.removeAll();
        step.setAll(read.step());
        writing.change(draft);
        return new Outcome.Saved(key);
    }

    private PageForm withTag(StepKind kind, PageForm sent) {
        return kind == StepKind.TAG ? tags.chosen(sent) : sent;
    }

    private record Read(ObjectNode step, Map<String, String> errors) {}

    private Read read(StepKind kind, ObjectNode before, PageForm form) {
        var step = before.deepCopy();
        new StepForm(kind).apply(step, form, lists.kinds());
        var errors = new LinkedHashMap<String, String>();
        if (kind.hasFilter()) {
            var condition = new FilterForm(form, page.conditions());
            condition.read(before.get("filter"), lists.saved()).ifPresent(filter -> step.set("filter", filter));
            errors.putAll(condition.errors());
        }
        var others = faults.ofStep(kind, step);
        if (!errors.isEmpty()) {
            others.remove("is");
        }
        errors.putAll(others);
        if (form.faulty()) {
            errors.remove("tag");
            errors.putAll(form.errors());
        }
        return new Read(step, errors);
    }

    private PageForm form(StepKind kind, ObjectNode step) {
        var values = new StepForm(kind).of(step, kind == StepKind.INVITE ? lists.kinds() : List.of());
        return (kind.hasFilter() ? values.with(FilterForm.of(step.get("filter"))) : values).form();
    }

    static StepKind kind(JsonNode step) {
        return StepKind.of(step).orElseThrow(NotFound::new);
    }

    /** Of the step without what stands below it. */
    static String mark(ObjectNode step) {
        var alone = step.deepCopy();
        FlowTree.ways(step).forEach(alone::remove);
        return DraftWriting.mark(alone);
    }
}
