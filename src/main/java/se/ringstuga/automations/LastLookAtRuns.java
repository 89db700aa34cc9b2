package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.automations.Runs.Run;
import se.ringstuga.messaging.LastLook;
import se.ringstuga.messaging.Reason;
import se.ringstuga.messaging.TemplateField;

/**
 * Looks once more before an automation's message leaves: whoever has left the automation gets none, in a pause it waits, what
 * was in line when the kill switch was pulled stays unsent also when it is switched on again, and an activity that is cancelled
 * or begins is not invited to. It locks nothing, so that whoever has their turn at a step, and puts
 * messages in line meanwhile, waits for nobody who waits for them.
 */
@ApplicationScoped
class LastLookAtRuns implements LastLook {

    private static final Duration PAUSED = Duration.ofMinutes(10);

    private final Runs runs;
    private final FlowFields fields;

    LastLookAtRuns(Runs runs, FlowFields fields) {
        this.runs = runs;
        this.fields = fields;
    }

    @Override
    public Set<String> sources() {
        return Set.of(SendingSteps.SOURCE);
    }

    @Override
    public List<TemplateField> fields() {
        return List.of();
    }

    @Override
    public Map<Long, Verdict> look(String source, List<Long> sourceIds, Instant now) {
        var seen = runs.of(sourceIds, now);
        var values = fields.of(seen, now);
        var verdicts = new HashMap<Long, Verdict>();
        for (var run : seen) {
            verdicts.put(run.id(), verdict(run, values.getOrDefault(run.id(), Map.of()), now));
        }
        return verdicts;
    }

    private static Verdict verdict(Run run, Map<String, String> values, Instant now) {
        if (run.stopped()) {
            return new Verdict.Drop(Reason.SWITCHED_OFF);
        } else if (run.left()) {
            return new Verdict.Drop(Reason.FLOW_ENDED);
        } else if (run.over()) {
            return new Verdict.Drop(Reason.EVENT_OVER);
        }
        return run.paused() ? new Verdict.Later(now.plus(PAUSED)) : new Verdict.Go(values);
    }
}
