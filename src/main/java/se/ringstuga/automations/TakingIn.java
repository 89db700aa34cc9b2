package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.ringstuga.automations.EntryOutlook.Ahead;
import se.ringstuga.automations.EntryOutlook.First;
import se.ringstuga.messaging.BulkStarts;

/**
 * Whether one organizer takes in those who fit a flow already: what goes to many is decided no easier by a flow than by a broadcast
 * (rule 23).
 */
@ApplicationScoped
class TakingIn {

    private final BulkStarts starts;
    private final FlowVersions versions;
    private final FlowTexts texts;
    private final Clock clock;

    TakingIn(BulkStarts starts, FlowVersions versions, FlowTexts texts, Clock clock) {
        this.starts = starts;
        this.versions = versions;
        this.texts = texts;
        this.clock = clock;
    }

    /** What stands in the way of it. */
    enum Standing {
        FREE,
        /** Somebody else must have written the flow as it stands, or have asked for it. */
        NEEDS_ANOTHER,
        /** The SMS budget has no room for what they are sent first. */
        NO_MONEY
    }

    Standing standing(Automation automation, Flow flow, Ahead ahead) {
        var start = start(automation, flow, ahead);
        if (starts.needsAnother(start)) {
            return Standing.NEEDS_ANOTHER;
        }
        return starts.isAffordable(start) ? Standing.FREE : Standing.NO_MONEY;
    }

    /** Refuses with what {@link BulkStarts#require} refuses with. */
    void require(Automation automation, Flow flow, Ahead ahead) {
        starts.require(start(automation, flow, ahead));
    }

    /** The same for one person whom somebody lets in: whoever does that again and again takes in many. */
    void requireOne(Automation automation, Flow flow) {
        starts.require(new BulkStarts.Start(sends(flow) ? 1 : 0, agreed(automation), List.of()));
    }

    /**
     * Whether those who are in it may be taken over into a text that nobody but one has written.
     *
     * @param writers of the version into which they come
     */
    boolean movingNeedsAnother(Flow flow, long people, List<String> writers) {
        return starts.needsAnother(moving(flow, people, writers));
    }

    void requireMoving(Flow flow, long people, List<String> writers) {
        starts.require(moving(flow, people, writers));
    }

    /**
     * Whether it takes another to let in those who have just been let in, by what the flow's own organization has decided.
     * Whoever decides there next waits until the end of the transaction.
     */
    boolean hasTakenTooMany(Automation automation, Flow flow) {
        return sends(flow) && starts.wasTooMuch(automation.home().organizationId(), agreed(automation));
    }

    /** How many people one organizer may have written to within 24 hours, in the flow's own organization. */
    long limit(Automation automation) {
        return starts.limit(automation.home().organizationId());
    }

    private static BulkStarts.Start moving(Flow flow, long people, List<String> writers) {
        return new BulkStarts.Start(sends(flow) ? people : 0, writers, List.of());
    }

    /** How many people one organizer may have written to within 24 hours. */
    long limit() {
        return starts.limit();
    }

    private BulkStarts.Start start(Automation automation, Flow flow, Ahead ahead) {
        return new BulkStarts.Start(
                sends(flow) ? ahead.in().all() : 0,
                agreed(automation),
                Stream.of(Optional.ofNullable(ahead.joined()), Optional.ofNullable(ahead.moved()))
                        .flatMap(Optional::stream)
                        .filter(first -> isSmsToday(first, automation.home().zone()))
                        .map(first -> sms(automation, first))
                        .toList());
    }

    private List<String> agreed(Automation automation) {
        var writer = versions.find(automation.id(), automation.number()).map(FlowVersions.Stored::by);
        var asker = Optional.ofNullable(automation.asked()).map(Automation.Asked::by);
        return Stream.concat(writer.stream(), asker.stream()).toList();
    }

    private static boolean sends(Flow flow) {
        return flow.all().anyMatch(step -> step instanceof Step.Send || step instanceof Step.Invite);
    }

    /** What leaves on another day has that day's budget. */
    private boolean isSmsToday(First first, ZoneId zone) {
        return first.letter().by() != Letter.By.EMAIL && isToday(first.at(), zone);
    }

    private boolean isToday(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    }

    private BulkStarts.Sms sms(Automation automation, First first) {
        return new BulkStarts.Sms(first.reached(), texts.sms(automation.home().organizationId(), first.letter()));
    }
}
