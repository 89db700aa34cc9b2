package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.contact.Consents;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.Idempotency;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.people.People;

/** What staff and tools do with sign-ups. Each method is part of the request's transaction. */
@ApplicationScoped
class SignUpEditing {

    private final Events events;
    private final SignUps signUps;
    private final SignUpRows rows;
    private final SignUpLists lists;
    private final Attendance attendance;
    private final ReturnedPlaces returned;
    private final People people;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    SignUpEditing(
            Events events,
            SignUps signUps,
            SignUpRows rows,
            SignUpLists lists,
            Attendance attendance,
            ReturnedPlaces returned,
            People people,
            Access access,
            AccessLog accessLog,
            Clock clock) {
        this.events = events;
        this.signUps = signUps;
        this.rows = rows;
        this.lists = lists;
        this.attendance = attendance;
        this.returned = returned;
        this.people = people;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    Page<SignUpView> list(long eventId, SignUpLists.Search search, PageRequest page) {
        event(eventId);
        return logged(
                "sign-ups.list", "event:" + eventId, lists.ofEvent(eventId, search, access.administrator(), page));
    }

    Page<SignUpView> ofPerson(long personId, PageRequest page) {
        if (person(personId).isEmpty()) {
            throw new NotFound();
        }
        var found = lists.ofPerson(access.organizationId(), personId, page);
        accessLog.record("sign-ups.person", null, List.of(personId));
        return found;
    }

    /** Somebody's place, as whoever may read it sees it. */
    SignUpView get(long eventId, long id) {
        event(eventId);
        var found = seen(eventId, id);
        log("sign-up.read", found);
        return found;
    }

    /** 201 for somebody new, 200 for who stood there already. */
    Idempotency.Created<SignUpView> add(long eventId, NewSignUp wanted) {
        event(eventId);
        var who = who(wanted);
        var created = rows.find(eventId, who).filter(SignUpEditing::stands).isEmpty();
        if (Boolean.TRUE.equals(wanted.attended())) {
            return answer(eventId, attendance.checkIn(eventId, who, wanted.wishes()), created);
        }
        return switch (signUps.signUp(eventId, who, by(), wanted.wishes())) {
            case SignUpResult.SignedUp(var id) -> answer(eventId, id, created);
            case SignUpResult.Waiting(var id, var _) -> answer(eventId, id, created);
            case SignUpResult.AlreadySignedUp(var id, var _) -> answer(eventId, id, false);
            case SignUpResult.Full() -> throw new EventFull();
            case SignUpResult.Closed(var _) ->
                throw new EventInState(status(eventId), "Its attendance is confirmed; check in who came besides.");
            case SignUpResult.NotInvited() ->
                throw new InvalidInput("personId", "is not contacted any more, and cannot be signed up");
            case SignUpResult.EventGone() ->
                throw new EventInState(status(eventId), "People are signed up for what is published and ahead.");
        };
    }

    /** Those who have said that they come, or came. */
    private static boolean stands(SignUp signUp) {
        return switch (signUp.state()) {
            case SIGNED_UP, WAITING, ATTENDED, ABSENT -> true;
            case INVITED, CANCELLED -> false;
        };
    }

    private Idempotency.Created<SignUpView> answer(long eventId, long id, boolean created) {
        var view = seen(eventId, id);
        log("sign-up.added", view);
        return new Idempotency.Created<>(created ? 201 : 200, id, view);
    }

    SignUpView note(long eventId, long id, Wishes wishes, @Nullable String ifMatch) {
        var event = events.lock(access.organizationId(), eventId).orElseThrow(NotFound::new);
        var current = seen(eventId, id);
        EntityVersion.require(ifMatch, current.version());
        rows.note(id, new SignUpRows.Entry(SignUpState.SIGNED_UP, by(), SignUps.kept(wishes, event), clock.instant()));
        return changed(eventId, id);
    }

    SignUpView cancel(long eventId, long id) {
        event(eventId);
        var signUp = row(eventId, id);
        return switch (signUps.cancel(eventId, signUp.who(), by())) {
            case CancelResult.Cancelled _, CancelResult.AlreadyCancelled _ -> changed(eventId, id);
            case CancelResult.Attended _ ->
                throw new EventInState(status(eventId), "Came already; take the check-in back first.");
            case CancelResult.EventGone _ ->
                throw new EventInState(status(eventId), "A place is given back as long as the event is ahead.");
        };
    }

    /** Taken back that somebody was signed off; null when their place is gone. */
    @Nullable
    SignUpView uncancel(long eventId, long id) {
        event(eventId);
        row(eventId, id);
        return returned.undo(eventId, id, by()) == null ? null : changed(eventId, id);
    }

    SignUpView checkIn(long eventId, long id) {
        event(eventId);
        row(eventId, id);
        attendance.checkIn(eventId, id);
        return changed(eventId, id);
    }

    /** Empty when nothing was known of them before. */
    Optional<SignUpView> undoCheckIn(long eventId, long id) {
        event(eventId);
        row(eventId, id);
        attendance.undo(eventId, id);
        return rows.find(eventId, id).map(_ -> changed(eventId, id));
    }

    private SignUpView changed(long eventId, long id) {
        var view = seen(eventId, id);
        log("sign-up.changed", view);
        return view;
    }

    private SignUp row(long eventId, long id) {
        seen(eventId, id);
        return rows.find(eventId, id).orElseThrow(NotFound::new);
    }

    private SignUpView seen(long eventId, long id) {
        return lists.find(eventId, id, access.administrator()).orElseThrow(NotFound::new);
    }

    private Attendee who(NewSignUp wanted) {
        if ((wanted.personId() == null) == (wanted.guest() == null)) {
            throw new InvalidInput("personId", "give either `personId` or `guest`");
        }
        if (wanted.guest() != null) {
            return wanted.guest().attendee();
        }
        long personId = wanted.personId() == null ? 0 : wanted.personId();
        return person(personId)
                .map(Attendee.Known::new)
                .orElseThrow(() -> new InvalidInput("personId", "there is no person " + personId + " here"));
    }

    private Optional<Consents.Person> person(long id) {
        return people.view(new People.Viewer(access.organizationId(), access.administrator()), id)
                .map(found ->
                        new Consents.Person(found.membership().organization().id(), id));
    }

    private EventRow event(long id) {
        return events.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private EventStatus status(long eventId) {
        return event(eventId).status(clock.instant());
    }

    private SignUps.By by() {
        var source = access.actor().kind() == Actor.Kind.TOKEN ? SignUpSource.API : SignUpSource.ORGANIZER;
        return new SignUps.By(source, access.actor().toString());
    }

    private Page<SignUpView> logged(String action, String subject, Page<SignUpView> page) {
        accessLog.record(
                action,
                subject,
                page.items().stream().flatMap(SignUpEditing::known).toList());
        return page;
    }

    private void log(String action, SignUpView view) {
        accessLog.record(action, "event:" + view.event().id(), known(view).toList());
    }

    private static Stream<Long> known(SignUpView view) {
        return Stream.ofNullable(view.person()).map(SignUpView.OfPerson::id);
    }
}
