package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.automations.Turnout.Trace;
import se.ringstuga.people.Tags;

/** Tags, words to the organizers, and what other tools are told: each once for everybody whose turn it is. */
@ApplicationScoped
class OtherSteps {

    private final Tags tags;
    private final Notices notices;
    private final ToldTools tools;

    OtherSteps(Tags tags, Notices notices, ToldTools tools) {
        this.tags = tags;
        this.notices = notices;
        this.tools = tools;
    }

    /** A tag that is gone is put on nobody. */
    List<Turnout> tag(Batch batch, Step.Tag step) {
        var usable = tags.usable(batch.organizationId(), step.tagId()).isPresent();
        if (usable && step.put()) {
            tags.putAll(batch.ids(), step.tagId(), Actor.SYSTEM);
        } else if (usable) {
            tags.removeAll(batch.ids(), step.tagId());
        }
        var trace = usable ? Trace.about("tag:" + step.tagId()) : Trace.skipped("TAG_GONE");
        return all(batch, trace);
    }

    List<Turnout> tell(Batch batch, Step.Tell step) {
        tell(batch, Notice.Kind.AUTOMATION_TELLS, Map.of("text", step.text()));
        return all(batch, Trace.DONE);
    }

    /** How many are meant is in every such notice; who they are is read where rights are asked for. */
    void tell(Batch batch, Notice.Kind kind, Map<String, String> more) {
        var details = new HashMap<>(more);
        details.put("title", batch.automation().title());
        details.put("count", String.valueOf(batch.people().size()));
        notices.tellOrganizers(
                batch.organizationId(),
                new Notice(kind, "automation:" + batch.automation().id(), details));
    }

    List<Turnout> hook(Batch batch) {
        tools.tell(batch.organizationId(), batch.people().stream().map(Due::id).toList(), batch.now());
        return all(batch, Trace.DONE);
    }

    private static List<Turnout> all(Batch batch, Trace trace) {
        return batch.people().stream().map(who -> batch.goesOn(who, trace)).toList();
    }
}
