package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Notice;
import se.ringstuga.automations.NextEvents.NextEvent;
import se.ringstuga.automations.Turnout.For;
import se.ringstuga.automations.Turnout.Outcome;
import se.ringstuga.automations.Turnout.Trace;
import se.ringstuga.messaging.PersonalMessages.Put;
import se.ringstuga.messaging.Reason;

/** Invites to the next activity of a kind: waits for one to be planned, and tells the organizers when none is (rule 33). */
@ApplicationScoped
class Invitations {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(30);
    private static final Duration LATER = Duration.ofHours(3);
    private static final Set<String> OF_THE_HOUR = Set.of(Reason.QUIET_HOURS.name(), Reason.NO_TIME.name());

    private final NextEvents events;
    private final SendingSteps sending;
    private final OtherSteps others;

    Invitations(NextEvents events, SendingSteps sending, OtherSteps others) {
        this.events = events;
        this.sending = sending;
        this.others = others;
    }

    /** Whoever comes to one already is not invited to the one after it. */
    List<Turnout> invite(Batch batch, Step.Invite step) {
        var coming = new HashSet<>(events.coming(batch, step.kind()));
        var free = batch.of(batch.people().stream()
                .filter(who -> !coming.contains(who.person()))
                .toList());
        var turnouts = new HashMap<Long, Turnout>();
        var ofFree = free.people().isEmpty() ? List.<Turnout>of() : inviteFree(free, step);
        for (int i = 0; i < ofFree.size(); i++) {
            turnouts.put(free.people().get(i).id(), ofFree.get(i));
        }
        return batch.people().stream()
                .map(who -> turnouts.getOrDefault(who.id(), batch.goesOn(who, Trace.skipped("ALREADY_ANSWERED"))))
                .toList();
    }

    private List<Turnout> inviteFree(Batch batch, Step.Invite step) {
        var event = events.next(batch.organizationId(), step.kind(), batch.now());
        return event.isEmpty() ? waitForOne(batch, step) : invite(batch, step, event.get());
    }

    private List<Turnout> waitForOne(Batch batch, Step.Invite step) {
        var turnouts =
                batch.people().stream().map(who -> waitForOne(batch, step, who)).toList();
        var inVain = new ArrayList<Due>();
        for (int i = 0; i < turnouts.size(); i++) {
            if (turnouts.get(i) instanceof Turnout.GoesOn) {
                inVain.add(batch.people().get(i));
            }
        }
        if (!inVain.isEmpty()) {
            others.tell(batch.of(inVain), Notice.Kind.AUTOMATION_NO_EVENT, Map.of("days", String.valueOf(step.days())));
        }
        return turnouts;
    }

    private static Turnout waitForOne(Batch batch, Step.Invite step, Due who) {
        var deadline = deadline(batch, step, who);
        var soon = batch.now().plus(LOOK_AGAIN);
        return deadline.isAfter(batch.now())
                ? new Turnout.Waits(For.EVENT, soon.isBefore(deadline) ? soon : deadline, deadline)
                : batch.goesOn(who, Trace.skipped("NO_EVENT"));
    }

    private static Instant deadline(Batch batch, Step.Invite step, Due who) {
        return batch.calendar().after(who.arrivedAt(), Span.days(step.days()));
    }

    private List<Turnout> invite(Batch batch, Step.Invite step, NextEvent event) {
        var answered = new HashSet<>(events.answered(event.id(), batch.ids()));
        var invited = batch.of(batch.people().stream()
                .filter(who -> !answered.contains(who.person()))
                .toList());
        var sent = send(invited, step, event);
        return batch.people().stream()
                .map(who -> sent.getOrDefault(who.id(), batch.goesOn(who, Trace.skipped("ALREADY_ANSWERED"))))
                .toList();
    }

    private Map<Long, Turnout> send(Batch batch, Step.Invite step, NextEvent event) {
        var sent = new HashMap<Long, Turnout>();
        if (batch.people().isEmpty()) {
            return sent;
        }
        var lasts = batch.calendar().after(batch.now(), new Span(step.letter().withinHours(), Span.Unit.HOURS));
        var until = lasts.isBefore(event.startsAt()) ? lasts : event.startsAt();
        var posted = sending.posted(batch, _ -> until);
        var puts = sending.put(batch, step.letter(), posted);
        var inLine = SendingSteps.inLine(posted, puts);
        if (!inLine.isEmpty()) {
            events.invite(event.id(), inLine, new Stamp(batch.now(), "system:0"));
        }
        posted.forEach(one -> sent.put(
                one.who().id(),
                SendingSteps.refusal(puts.get(one.run())) == null
                        ? batch.goesOn(one.who(), new Trace(one.run(), Outcome.DONE, null, "event:" + event.id(), 0))
                        : refused(batch, step, one.who(), puts.get(one.run()))));
        return sent;
    }

    /**
     * Whoever was contacted a moment ago is left in peace first, and whom nobody may write to before the activity, since it is
     * night, is invited to the next.
     */
    private static Turnout refused(Batch batch, Step.Invite step, Due who, @Nullable Put put) {
        var refusal = Objects.requireNonNull(SendingSteps.refusal(put));
        var deadline = deadline(batch, step, who);
        var passes = refusal.startsWith("CONTACTED_RECENTLY") || OF_THE_HOUR.contains(refusal);
        return passes && deadline.isAfter(batch.now())
                ? new Turnout.Waits(For.EVENT, batch.now().plus(LATER), deadline)
                : batch.goesOn(who, Trace.skipped(refusal));
    }
}
