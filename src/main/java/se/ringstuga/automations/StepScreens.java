package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.automations.StepEditing.Where;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;
import se.ringstuga.segments.FilterReader;
import se.ringstuga.segments.FilterWords;

/** Puts a step that is being written into the words of its form. */
@ApplicationScoped
class StepScreens {

    private final ChoiceLists lists;
    private final FilterReader filters;
    private final FilterWords conditions;
    private final StepWords words;
    private final PageWords page;
    private final Access access;

    StepScreens(
            ChoiceLists lists,
            FilterReader filters,
            FilterWords conditions,
            StepWords words,
            PageWords page,
            Access access) {
        this.lists = lists;
        this.filters = filters;
        this.conditions = conditions;
        this.words = words;
        this.page = page;
        this.access = access;
    }

    StepScreen adding(FlowDraft draft, StepKind kind, Where where, PageForm form) {
        var base = base(draft);
        return new StepScreen(
                access.slug(),
                base,
                draft.title(),
                base + "/new-step?kind=" + kind.type() + "&" + where.query(),
                kind,
                new KindWords(page.steps()).of(kind),
                form,
                lists.of(form),
                null,
                "",
                null,
                true);
    }

    /** @param present what somebody else wrote meanwhile; null for nothing */
    StepScreen changing(FlowDraft draft, ObjectNode step, PageForm form, StepScreen.@Nullable Present present) {
        var base = base(draft);
        var kind = StepEditing.kind(step);
        return new StepScreen(
                access.slug(),
                base,
                draft.title(),
                base + "/steps/" + step.path("key").asText(),
                kind,
                new KindWords(page.steps()).of(kind),
                form,
                lists.of(form),
                kept(step.get("filter")),
                StepEditing.mark(step),
                present,
                false);
    }

    /** A condition that the form can only keep, in words; null for any other, and where it cannot be read any more. */
    @Nullable
    String kept(@Nullable JsonNode filter) {
        if (filter == null || !FilterForm.isKept(filter)) {
            return null;
        }
        try {
            return conditions.of(filters.stored(filter), page.language());
        } catch (InvalidInput unreadable) {
            return null;
        }
    }

    StepScreen.Present present(ObjectNode step) {
        var definition = JsonNodeFactory.instance.objectNode();
        definition.putArray("steps").add(step.deepCopy());
        var read = FlowSyntax.unfinished(definition, (filter, _) -> filters.stored(filter)).steps().stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        return new StepScreen.Present(words.of(access.organizationId(), read, page.language()), FlowDrawing.text(read));
    }

    private String base(FlowDraft draft) {
        return "/o/" + access.slug() + "/automations/drafts/" + draft.id();
    }
}
