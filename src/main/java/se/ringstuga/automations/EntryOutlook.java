package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.Reach;
import se.ringstuga.messaging.ScheduledTexts;

/**
 * How many would come into an automation, and for how many of them what they are sent first would go out: counted by the policy
 * that decides again when it does, in one statement.
 */
@ApplicationScoped
class EntryOutlook {

    private final Entries entries;
    private final FlowCalendars calendars;
    private final ScheduledTexts texts;
    private final Reach reach;
    private final Clock clock;

    EntryOutlook(Entries entries, FlowCalendars calendars, ScheduledTexts texts, Reach reach, Clock clock) {
        this.entries = entries;
        this.calendars = calendars;
        this.texts = texts;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * Who would come in.
     *
     * @param joined what they are sent first; null where nothing is sent to everybody
     * @param moved the same for those who moved here
     */
    record Ahead(
            Entries.Count in,
            @Nullable First joined,
            @Nullable First moved) {}

    /**
     * What everybody is sent first, whatever they do.
     *
     * @param at to whoever comes in now
     * @param reached how many would get it
     * @param refused how many would not, by the names of the reasons
     */
    record First(Letter letter, Instant at, long reached, Map<String, Long> refused) {}

    Ahead of(Entries.Entrance entrance) {
        var home = entrance.automation().home();
        var joined = first(home, entrance.flow().steps());
        var moved = first(home, entrance.flow().moved());
        var judged = entries.judged(entrance, new Entries.Verdicts(verdict(home, joined), verdict(home, moved)));
        return new Ahead(
                new Entries.Count(people(judged, false), people(judged, true)),
                joined.map(sent -> counted(sent, judged, false)).orElse(null),
                moved.map(sent -> counted(sent, judged, true)).orElse(null));
    }

    private record Sent(Letter letter, Instant at) {}

    private Optional<Sent> first(Automation.Home home, List<Step> steps) {
        var quiet = texts.quietHours(home.organizationId());
        return Rehearsal.of(steps, clock.instant(), calendars.of(home), quiet).stream()
                .filter(happening -> happening.when().isEmpty())
                .flatMap(happening -> happening.step() instanceof Step.Send send
                        ? Stream.of(new Sent(send.letter(), happening.at()))
                        : Stream.empty())
                .findFirst();
    }

    private Reach.Verdict verdict(Automation.Home home, Optional<Sent> sent) {
        return sent.map(Sent::letter)
                .map(letter -> reach.of(new Reach.Question(
                        home.organizationId(), home.rootId(), letter.purpose(), SendingSteps.by(letter))))
                .orElse(Reach.Verdict.NOTHING);
    }

    private static long people(List<Entries.Judged> judged, boolean moved) {
        return judged.stream()
                .filter(group -> group.moved() == moved)
                .mapToLong(Entries.Judged::people)
                .sum();
    }

    private static First counted(Sent sent, List<Entries.Judged> judged, boolean moved) {
        var reached = 0L;
        var refused = new TreeMap<String, Long>();
        for (var group : judged) {
            var refusal = group.refusal();
            if (group.moved() == moved && refusal == null) {
                reached += group.people();
            } else if (group.moved() == moved && refusal != null) {
                refused.put(refusal, group.people());
            }
        }
        return new First(sent.letter(), sent.at(), reached, refused);
    }
}
