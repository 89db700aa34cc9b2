package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Secret;
import se.ringstuga.calling.Browser;
import se.ringstuga.calling.Callers;
import se.ringstuga.calling.JoinResult;
import se.ringstuga.calling.NewCaller;
import se.ringstuga.http.NotFound;
import se.ringstuga.surveys.PlainText;

/**
 * The way into an evening (rule 36): code or link and a name give a place to wait and a two-digit number. Whoever leads the
 * evening picks the number that a screen in the room shows; its browser becomes a caller then, and no other.
 */
@ApplicationScoped
class WaitingRoom {

    static final int MOST = 20;

    private static final int FIRST_NUMBER = 10;
    private static final int LAST_NUMBER = 99;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WaitingRows rows;
    private final Rooms rooms;
    private final Callers callers;

    WaitingRoom(WaitingRows rows, Rooms rooms, Callers callers) {
        this.rows = rows;
        this.rooms = rooms;
        this.callers = callers;
    }

    /** @param code as it was typed */
    @Transactional
    Asked askByCode(String code, String name) {
        return ask(rows.byCode(RoomCode.typed(code)), name);
    }

    @Transactional
    Asked askByLink(String link, String name) {
        return ask(rows.byLink(new Secret(link)), name);
    }

    private Asked ask(Optional<WaitingRows.Room> found, String name) {
        if (found.isEmpty()) {
            return new Asked.Unknown();
        }
        var room = found.get();
        rows.forgetGone(room);
        var others = rows.list(room);
        if (others.size() >= MOST) {
            return new Asked.Full();
        }
        var secret = Secret.random();
        rows.insert(room, PlainText.clean(name), freeNumber(others), secret);
        return new Asked.Waits(secret.value());
    }

    private static int freeNumber(List<WaitingView> others) {
        var taken = others.stream().map(WaitingView::number).collect(Collectors.toSet());
        var free = IntStream.rangeClosed(FIRST_NUMBER, LAST_NUMBER)
                .filter(number -> !taken.contains(number))
                .toArray();
        return free[RANDOM.nextInt(free.length)];
    }

    /** The browser has asked anew: its earlier place and number are free. */
    @Transactional
    void withdraw(String secret) {
        rows.bySecret(new Secret(secret))
                .filter(waiting -> !waiting.decided())
                .ifPresent(waiting -> rows.decide(waiting, null, Actor.SYSTEM.toString()));
    }

    /** How it stands, without going in; a caller's session is empty here. */
    @Transactional
    Answer peek(String secret) {
        return rows.bySecret(new Secret(secret)).map(this::standing).orElseGet(Answer.Unknown::new);
    }

    /** A browser asks how it stands; after the yes it is let in, and comes back the same way for as long as the evening lasts. */
    @Transactional
    Answer look(String secret, Browser browser) {
        var waiting = rows.bySecret(new Secret(secret));
        var caller = waiting.map(Waiting::callerId);
        if (caller.isPresent()) {
            return callers.admit(caller.get(), browser) instanceof JoinResult.Joined joined
                    ? new Answer.In(joined.session())
                    : new Answer.Refused();
        }
        waiting.filter(one -> !one.gone()).ifPresent(rows::seen);
        return waiting.map(this::standing).orElseGet(Answer.Unknown::new);
    }

    private Answer standing(Waiting waiting) {
        if (waiting.callerId() != null) {
            return waiting.closed() ? new Answer.Refused() : new Answer.In("");
        }
        if (waiting.decided() || waiting.closed()) {
            return new Answer.Refused();
        }
        return waiting.gone() ? new Answer.Unknown() : new Answer.Waits(waiting.name(), waiting.number());
    }

    @Transactional
    List<WaitingView> list(RoomScope scope, long bankId) {
        var bank = rooms.find(scope, bankId);
        return rows.list(new WaitingRows.Room(bank.id(), bank.organizationId()));
    }

    /**
     * A yes or a no to whoever shows this number.
     *
     * @throws PhoneBankConflict when it is another's number, or somebody has answered already
     */
    @Transactional
    void decide(RoomScope scope, long bankId, long waitingId, int number, boolean yes) {
        var bank = rooms.find(scope, bankId);
        if (!bank.running()) {
            throw PhoneBankConflict.notOpen();
        }
        var waiting = rows.lock(bankId, waitingId).orElseThrow(NotFound::new);
        if (waiting.decided()) {
            throw PhoneBankConflict.decided();
        }
        if (waiting.number() != number) {
            throw PhoneBankConflict.otherNumber();
        }
        var caller = yes ? callers.create(scope.calls(), bank.assignmentId(), new NewCaller(waiting.name())) : null;
        rows.decide(waiting, caller == null ? null : caller.id(), scope.actor().toString());
    }
}
