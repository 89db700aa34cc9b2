package se.ringstuga.messaging;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import se.ringstuga.http.PageForm;

/**
 * A draft as somebody sees it who is about to approve it. The page sends it along, so that an approval is for exactly that, and
 * what was changed meanwhile can be shown (rule 23).
 */
record SeenDraft(String version, String title, String lead, String subject, String text, String when) {

    static SeenDraft of(BroadcastView draft, String lead, String when) {
        return new SeenDraft(
                String.valueOf(draft.version()),
                draft.title(),
                lead,
                Objects.requireNonNullElse(draft.subject(), ""),
                draft.text(),
                when);
    }

    /** As it comes back; browsers send other line feeds than they got. */
    static SeenDraft of(PageForm sent) {
        return new SeenDraft(
                sent.value("version"),
                sent.value("title"),
                sent.value("lead"),
                sent.value("subject"),
                sent.value("text").replace("\r\n", "\n"),
                sent.value("when"));
    }

    /** The fields of the form by name. */
    public Map<String, String> parts() {
        return Map.of("version", version, "title", title, "lead", lead, "subject", subject, "text", text, "when", when);
    }

    /** What stands there now, instead of what was seen. */
    record Change(String what, String before, String now) {}

    List<Change> changes(SeenDraft now, BroadcastPageMessages say) {
        return Stream.of(
                        new Change(say.partTitle(), title, now.title),
                        new Change(say.partLead(), lead, now.lead),
                        new Change(say.partSubject(), subject, now.subject),
                        new Change(say.partText(), text, now.text),
                        new Change(say.when(), when, now.when))
                .filter(change -> !change.before().equals(change.now()))
                .toList();
    }
}
