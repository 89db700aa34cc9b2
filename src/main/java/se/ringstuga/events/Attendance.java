package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.NotFound;

/**
 * Who came. Until somebody confirms that the attendance is complete nothing is known of those who did not check in, and they
 * are never absent (rule 29). Each method is part of the request's transaction.
 */
@ApplicationScoped
class Attendance {

    /** Earlier than this nobody stands at the door. */
    static final Duration DOOR_OPENS = Duration.ofHours(12);

    private final Events events;
    private final SignUpRows rows;
    private final AttendanceRows attendance;
    private final WaitingLists waitingLists;
    private final Event<SignUpChanged> changed;
    private final Event<AttendanceConfirmed> confirmed;
    private final Access access;
    private final Clock clock;

    Attendance(
            Events events,
            SignUpRows rows,
            AttendanceRows attendance,
            WaitingLists waitingLists,
            Event<SignUpChanged> changed,
            Event<AttendanceConfirmed> confirmed,
            Access access,
            Clock clock) {
        this.events = events;
        this.rows = rows;
        this.attendance = attendance;
        this.waitingLists = waitingLists;
        this.changed = changed;
        this.confirmed = confirmed;
        this.access = access;
        this.clock = clock;
    }

    /** The attendance is complete; said again it changes nothing but takes in who was added since. */
    void confirm(long eventId) {
        var event = takingPlace(eventId);
        if (event.startsAt().isAfter(clock.instant())) {
            throw new EventInState(event.status(clock.instant()), "Nobody has come yet; confirm it when it has begun.");
        }
        attendance.confirm(eventId, written());
        confirmed.fire(new AttendanceConfirmed(eventId, event.organizationId()));
    }

    void takeBack(long eventId) {
        attendance.takeBack(locked(eventId).id(), written());
    }

    /** Somebody who stands in the list has come; pressed twice it counts once. */
    void checkIn(long eventId, long signUpId) {
        var event = open(eventId);
        var signUp = rows.find(eventId, signUpId).orElseThrow(NotFound::new);
        if (signUp.state() != SignUpState.ATTENDED) {
            move(event, signUp, SignUpState.ATTENDED);
        }
    }

    /**
     * Somebody has come, signed up or not.
     *
     * @return the sign-up that says so
     */
    long checkIn(long eventId, Attendee who, Wishes wishes) {
        var event = open(eventId);
        var before = rows.find(eventId, who);
        if (before.isPresent()) {
            if (before.get().state() != SignUpState.ATTENDED) {
                move(event, before.get(), SignUpState.ATTENDED);
            }
            return before.get().id();
        }
        var id = rows.add(eventId, who, new SignUpRows.Entry(SignUpState.ATTENDED, door(), wishes, clock.instant()));
        tell(event, rows.find(eventId, id).orElseThrow(), null);
        return id;
    }

    /** The check-in was a mistake; what was known before holds again, and whoever nobody knew of is not in the list. */
    void undo(long eventId, long signUpId) {
        var event = open(eventId);
        var signUp = rows.find(eventId, signUpId).orElseThrow(NotFound::new);
        if (signUp.state() != SignUpState.ATTENDED) {
            return;
        }
        var before = signUp.stateAtDoor();
        if (before == null) {
            rows.remove(signUp.id());
            waitingLists.moveUp(List.of(eventId), door());
            return;
        }
        var missing = before == SignUpState.SIGNED_UP && event.attendanceAt() != null;
        move(event, signUp, missing ? SignUpState.ABSENT : before);
        if (before != SignUpState.SIGNED_UP) {
            waitingLists.moveUp(List.of(eventId), door());
        }
    }

    private void move(EventRow event, SignUp signUp, SignUpState state) {
        rows.move(signUp.id(), new SignUpRows.Entry(state, door(), Wishes.NONE, clock.instant()));
        tell(event, rows.find(event.id(), signUp.id()).orElseThrow(), signUp.state());
    }

    private void tell(EventRow event, SignUp now, @Nullable SignUpState before) {
        changed.fire(new SignUpChanged(
                now.id(),
                event.id(),
                event.organizationId(),
                now.person(),
                before,
                now.state(),
                SignUpSource.DOOR.name()));
    }

    private EventRow open(long eventId) {
        var event = takingPlace(eventId);
        var now = clock.instant();
        if (event.startsAt().minus(DOOR_OPENS).isAfter(now)) {
            throw new EventInState(event.status(now), "Nobody comes more than twelve hours before it begins.");
        }
        return event;
    }

    private EventRow takingPlace(long eventId) {
        var event = locked(eventId);
        if (event.cancelledAt() != null) {
            throw new EventInState(EventStatus.CANCELLED, "It was cancelled, and nobody came.");
        }
        return event;
    }

    private EventRow locked(long eventId) {
        return events.lock(access.organizationId(), eventId).orElseThrow(NotFound::new);
    }

    private SignUps.By door() {
        return new SignUps.By(SignUpSource.DOOR, access.actor().toString());
    }

    private Events.Written written() {
        return new Events.Written(access.actor().toString(), clock.instant());
    }
}
