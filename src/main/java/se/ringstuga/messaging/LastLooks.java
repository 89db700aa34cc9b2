package se.ringstuga.messaging;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ringstuga.database.Sql;

/** Asks all who want to look at their messages before they leave, and ends or puts off what they say. */
@ApplicationScoped
class LastLooks {

    /** What is sent for a feature's own reasons, in words that were looked at when somebody chose them. */
    static final Set<String> FROM_FEATURES = Set.of(SurveyMessages.SOURCE, "REMINDER", "EVENT", "AUTOMATION");

    private final Instance<LastLook> looks;
    private final PutOff putOff;
    private final Sql sql;

    LastLooks(@Any Instance<LastLook> looks, PutOff putOff, Sql sql) {
        this.looks = looks;
        this.putOff = putOff;
        this.sql = sql;
    }

    /** The fields of all of them. */
    TemplateField[] fields() {
        return looks.stream().flatMap(look -> look.fields().stream()).toArray(TemplateField[]::new);
    }

    /** Those that may leave as far as their features are concerned, with what their texts may name. */
    List<PickedMessage> of(List<PickedMessage> picked, Instant now) {
        var verdicts = new HashMap<Long, LastLook.Verdict>();
        picked.stream()
                .collect(groupingBy(PickedMessage::source))
                .forEach((source, messages) -> verdicts.putAll(verdicts(source, messages, now)));
        var ended = new EndedRows();
        var later = new ArrayList<PutOff.Wait>();
        var going = new ArrayList<PickedMessage>();
        for (var message : picked) {
            switch (verdicts.get(message.id())) {
                case null -> going.add(message);
                case LastLook.Verdict.Go go -> {
                    message.fields().putAll(go.fields());
                    going.add(message);
                }
                case LastLook.Verdict.Drop drop ->
                    ended.add(message.id(), MessageState.SKIPPED, drop.reason().name());
                case LastLook.Verdict.Later wait -> later.add(new PutOff.Wait(message.id(), wait.at()));
            }
        }
        ended.write(sql, now);
        putOff.until(later, now);
        return going;
    }

    /** The verdict on something that is not sent to a person of the register; nobody looking, it does not leave. */
    LastLook.Verdict of(String source, long sourceId, Instant now) {
        return of(source)
                .map(look -> look.look(source, List.of(sourceId), now).get(sourceId))
                .orElseGet(() -> new LastLook.Verdict.Drop(Reason.NO_LONGER_MEANT));
    }

    /** By the messages' ids; none for a source that nobody looks at. */
    private Map<Long, LastLook.Verdict> verdicts(String source, List<PickedMessage> messages, Instant now) {
        var look = of(source).orElse(null);
        if (look == null) {
            return Map.of();
        }
        var said = look.look(
                source,
                messages.stream().map(PickedMessage::sourceId).distinct().toList(),
                now);
        var verdicts = new HashMap<Long, LastLook.Verdict>();
        messages.forEach(message -> verdicts.put(
                message.id(),
                said.getOrDefault(message.sourceId(), new LastLook.Verdict.Drop(Reason.NO_LONGER_MEANT))));
        return verdicts;
    }

    private Optional<LastLook> of(String source) {
        return looks.stream().filter(look -> look.sources().contains(source)).findFirst();
    }
}
