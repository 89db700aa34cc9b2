package se.ringstuga.automations;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.ringstuga.accounts.Access;
import se.ringstuga.automations.FlowChoices.Choice;
import se.ringstuga.events.EventKind;
import se.ringstuga.events.EventKindMessages;
import se.ringstuga.events.EventKinds;
import se.ringstuga.http.PageForm;
import se.ringstuga.people.Tags;
import se.ringstuga.segments.UsableSegments;

/** Everything that the forms of a flow let one choose from. */
@ApplicationScoped
class ChoiceLists {

    private final FlowChoices choices;
    private final UsableSegments segments;
    private final Tags tags;
    private final EventKinds kinds;
    private final WrittenTags newTags;
    private final PageWords page;
    private final Access access;

    ChoiceLists(
            FlowChoices choices,
            UsableSegments segments,
            Tags tags,
            EventKinds kinds,
            WrittenTags newTags,
            PageWords page,
            Access access) {
        this.choices = choices;
        this.segments = segments;
        this.tags = tags;
        this.kinds = kinds;
        this.newTags = newTags;
        this.page = page;
        this.access = access;
    }

    /**
     * What there is, each list by title.
     *
     * @param newTags whether a tag may be written instead of chosen
     */
    record Lists(
            List<Choice> segments,
            List<Choice> tags,
            List<Choice> surveys,
            List<Choice> assignments,
            List<Choice> questions,
            List<Choice> kinds,
            boolean newTags) {}

    Lists of(PageForm form) {
        var here = access.organizationId();
        var say = MessageBundles.get(
                EventKindMessages.class, Localized.Literal.of(page.language().tag()));
        return new Lists(
                segments.titles(here).stream()
                        .map(segment -> new Choice(segment.id(), segment.title()))
                        .toList(),
                tags.usable(here).stream()
                        .map(tag -> new Choice(tag.id(), tag.title()))
                        .toList(),
                choices.surveys(here, form),
                choices.assignments(here, form),
                choices.questions(here, form),
                kinds().stream()
                        .map(kind -> new Choice(kind.id(), kind.named(say)))
                        .toList(),
                newTags.mayBeMade());
    }

    List<EventKind> kinds() {
        return kinds.usable(access.organizationId());
    }

    FilterForm.Segments saved() {
        return id -> segments.filter(access.organizationId(), id);
    }
}
