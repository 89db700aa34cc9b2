package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Consents;

/**
 * Signing up and saying no, by whatever way. Each is part of the caller's transaction, locks the event's row, and may be done
 * twice: the second time finds what the first did.
 */
@ApplicationScoped
public class SignUps {

    private final Events events;
    private final SignUpRows rows;
    private final Standing standing;
    private final WaitingLists waitingLists;
    private final Event<SignUpChanged> changed;
    private final Clock clock;

    SignUps(
            Events events,
            SignUpRows rows,
            Standing standing,
            WaitingLists waitingLists,
            Event<SignUpChanged> changed,
            Clock clock) {
        this.events = events;
        this.rows = rows;
        this.standing = standing;
        this.waitingLists = waitingLists;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Who does it, and by what way.
     *
     * @param actor as it is stored, {@code staff:7} or {@code person:4}
     */
    public record By(SignUpSource source, String actor) {}

    /**
     * Gives somebody a place, or one in the line. Staff and tools add whom the organization sees, also when the sign-up is
     * closed; people themselves keep to the event's terms.
     */
    public SignUpResult signUp(long eventId, Attendee who, By by, Wishes wishes) {
        var now = clock.instant();
        return events.lock(eventId)
                .filter(event -> event.ahead(now))
                .map(event ->
                        signUp(event, who, new SignUpRows.Entry(SignUpState.SIGNED_UP, by, kept(wishes, event), now)))
                .orElseGet(SignUpResult.EventGone::new);
    }

    /** Before several of them are signed up to or given up in one transaction: everybody locks events by their ids. */
    public void lock(List<Long> eventIds) {
        events.lock(eventIds);
    }

    /** The same for somebody in a register. */
    public SignUpResult signUp(long eventId, Consents.Person person, By by, Wishes wishes) {
        return signUp(eventId, new Attendee.Known(person), by, wishes);
    }

    private SignUpResult signUp(EventRow event, Attendee who, SignUpRows.Entry entry) {
        var before = rows.find(event.id(), who);
        if (before.isPresent() && before.get().state() == SignUpState.WAITING) {
            rows.note(before.get().id(), noted(before.get(), entry));
            return new SignUpResult.Waiting(
                    before.get().id(), rows.place(before.get().id()));
        }
        if (before.isPresent() && hasPlace(before.get().state())) {
            rows.note(before.get().id(), noted(before.get(), entry));
            return new SignUpResult.AlreadySignedUp(
                    before.get().id(), before.get().state());
        }
        var bound = entry.by().source().bound();
        if (event.attendanceAt() != null || (bound && !open(event, entry.now()))) {
            return new SignUpResult.Closed(opensAt(event, entry.now()));
        }
        var invited = before.map(SignUp::invitedAt).isPresent();
        if (!standing.mayCome(event, who, invited, bound)) {
            return new SignUpResult.NotInvited();
        }
        if (room(event)) {
            return new SignUpResult.SignedUp(write(event, who, before, entry));
        }
        if (!event.content().waitingList()) {
            return new SignUpResult.Full();
        }
        var waiting = new SignUpRows.Entry(SignUpState.WAITING, entry.by(), entry.wishes(), entry.now());
        var id = write(event, who, before, waiting);
        return new SignUpResult.Waiting(id, rows.place(id));
    }

    /** What was asked for on the public page is never taken back there: it begins empty, whoever fills it in. */
    private static SignUpRows.Entry noted(SignUp before, SignUpRows.Entry entry) {
        var needs = entry.wishes().needs();
        if (entry.by().source() != SignUpSource.PUBLIC || needs == null) {
            return entry;
        }
        var all = new HashSet<>(before.needs());
        all.addAll(needs);
        return new SignUpRows.Entry(
                entry.state(),
                entry.by(),
                new Wishes(Set.copyOf(all), entry.wishes().remark()),
                entry.now());
    }

    /**
     * Somebody does not come. A place goes to whoever is next; without a place it is noted that they said no.
     */
    public CancelResult cancel(long eventId, Attendee who, By by) {
        var now = clock.instant();
        return events.lock(eventId)
                .filter(event -> event.ahead(now))
                .map(event -> cancel(event, who, new SignUpRows.Entry(SignUpState.CANCELLED, by, Wishes.NONE, now)))
                .orElseGet(CancelResult.EventGone::new);
    }

    /** The same for somebody in a register. */
    public CancelResult cancel(long eventId, Consents.Person person, By by) {
        return cancel(eventId, new Attendee.Known(person), by);
    }

    private CancelResult cancel(EventRow event, Attendee who, SignUpRows.Entry entry) {
        var before = rows.find(event.id(), who);
        if (before.isPresent()) {
            var id = before.get().id();
            switch (before.get().state()) {
                case CANCELLED -> {
                    return new CancelResult.AlreadyCancelled(id);
                }
                case ATTENDED -> {
                    return new CancelResult.Attended(id);
                }
                case INVITED, SIGNED_UP, WAITING, ABSENT -> {}
            }
        }
        var id = write(event, who, before, entry);
        if (before.isPresent() && before.get().state() == SignUpState.SIGNED_UP) {
            waitingLists.moveUp(List.of(event.id()), entry.by());
        }
        return new CancelResult.Cancelled(id);
    }

    /** Somebody who has a place says that they still come; false when they have none. */
    public boolean confirm(long eventId, Consents.Person person, By by) {
        var now = clock.instant();
        return events.lock(eventId).filter(event -> event.ahead(now)).isPresent()
                && rows.confirm(eventId, person, new SignUpRows.Entry(SignUpState.SIGNED_UP, by, Wishes.NONE, now));
    }

    /** Where somebody stands; empty when nowhere. */
    public Optional<SignUpState> state(long eventId, Consents.Person person) {
        return rows.find(eventId, new Attendee.Known(person)).map(SignUp::state);
    }

    /**
     * Signing somebody up was a mistake: they stand where they did before. What was done about it by another way since stays.
     *
     * @param before where they stood; null when nowhere
     */
    public void takeBack(long eventId, Consents.Person person, @Nullable SignUpState before, By by) {
        var now = clock.instant();
        var who = new Attendee.Known(person);
        events.lock(eventId)
                .filter(event -> event.ahead(now))
                .ifPresent(event -> rows.find(eventId, who)
                        .filter(stands -> stands.source() == by.source())
                        .filter(stands ->
                                stands.state() == SignUpState.SIGNED_UP || stands.state() == SignUpState.WAITING)
                        .ifPresent(stands -> {
                            var state = before == SignUpState.INVITED ? SignUpState.INVITED : SignUpState.CANCELLED;
                            write(event, who, Optional.of(stands), new SignUpRows.Entry(state, by, Wishes.NONE, now));
                            waitingLists.moveUp(List.of(eventId), by);
                        }));
    }

    /** Somebody is to be asked whether they come; false when there is something about them already, or no event ahead. */
    public boolean invite(long eventId, Consents.Person person, By by) {
        var now = clock.instant();
        var who = new Attendee.Known(person);
        var event = events.lock(eventId)
                .filter(found -> found.ahead(now))
                .filter(found -> rows.find(eventId, who).isEmpty())
                .filter(found -> standing.mayCome(found, who, true, false));
        event.ifPresent(found ->
                write(found, who, Optional.empty(), new SignUpRows.Entry(SignUpState.INVITED, by, Wishes.NONE, now)));
        return event.isPresent();
    }

    /** Somebody who was invited and taken away by mistake is asked again. */
    void inviteAgain(long eventId, Consents.Person person, By by) {
        var now = clock.instant();
        var who = new Attendee.Known(person);
        events.lock(eventId)
                .filter(event -> event.ahead(now))
                .ifPresent(event -> rows.find(eventId, who)
                        .filter(stands -> stands.state() == SignUpState.CANCELLED)
                        .ifPresent(stands -> write(
                                event,
                                who,
                                Optional.of(stands),
                                new SignUpRows.Entry(SignUpState.INVITED, by, Wishes.NONE, now))));
    }

    private long write(EventRow event, Attendee who, Optional<SignUp> before, SignUpRows.Entry entry) {
        long id;
        if (before.isPresent()) {
            id = before.get().id();
            rows.move(id, entry);
        } else {
            id = rows.add(event.id(), who, entry);
        }
        tell(event, new Told(id, who, before.map(SignUp::state).orElse(null)), entry);
        return id;
    }

    private record Told(long id, Attendee who, @Nullable SignUpState before) {}

    private void tell(EventRow event, Told told, SignUpRows.Entry entry) {
        changed.fire(new SignUpChanged(
                told.id(),
                event.id(),
                event.organizationId(),
                told.who() instanceof Attendee.Known(var person) ? person : null,
                told.before(),
                entry.state(),
                entry.by().source().name()));
    }

    private boolean room(EventRow event) {
        var capacity = event.content().capacity();
        return capacity == null || rows.taken(event.id()) < capacity;
    }

    private static boolean open(EventRow event, Instant now) {
        return opensAt(event, now) == null && now.isBefore(event.times().signUpCloses());
    }

    private static @Nullable Instant opensAt(EventRow event, Instant now) {
        var opens = event.times().signUpOpens();
        return opens != null && opens.isAfter(now) ? opens : null;
    }

    private static boolean hasPlace(SignUpState state) {
        return switch (state) {
            case SIGNED_UP, ATTENDED, ABSENT -> true;
            case INVITED, WAITING, CANCELLED -> false;
        };
    }

    /** What the event does not ask for nobody has to see to. */
    static Wishes kept(Wishes wishes, EventRow event) {
        Set<Need> needs = wishes.needs();
        return needs == null
                ? wishes
                : new Wishes(
                        needs.stream()
                                .filter(event.content().needs()::contains)
                                .collect(Collectors.toUnmodifiableSet()),
                        wishes.remark());
    }
}
