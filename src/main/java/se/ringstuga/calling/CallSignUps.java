package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Consents;
import se.ringstuga.events.SignUpResult;
import se.ringstuga.events.SignUpSource;
import se.ringstuga.events.SignUpState;
import se.ringstuga.events.SignUps;
import se.ringstuga.events.Wishes;

/** The events that somebody signed up for on the phone. What is corrected keeps the place that it gave. */
@ApplicationScoped
class CallSignUps {

    private final SignUps signUps;

    CallSignUps(SignUps signUps) {
        this.signUps = signUps;
    }

    /**
     * What came of one of them.
     *
     * @param result SIGNED_UP, WAITING, ALREADY, FULL, CLOSED, NOT_INVITED or GONE
     * @param before where the person stood before the call; null when nowhere
     */
    record Done(long eventId, String result, @Nullable SignUpState before) {

        boolean changed() {
            return result.equals("SIGNED_UP") || (result.equals("WAITING") && before != SignUpState.WAITING);
        }
    }

    /** @param earlier what the report that is corrected had done */
    List<Done> apply(CallRow call, List<Long> events, List<Done> earlier, String actor) {
        signUps.lock(Stream.concat(events.stream(), earlier.stream().map(Done::eventId))
                .distinct()
                .toList());
        var done = new ArrayList<Done>();
        for (var event : events) {
            done.add(earlier.stream()
                    .filter(one -> one.eventId() == event && one.changed())
                    .findFirst()
                    .orElseGet(() -> signUp(call, event, actor)));
        }
        takeBack(
                call,
                earlier.stream().filter(one -> !events.contains(one.eventId())).toList(),
                actor);
        return List.copyOf(done);
    }

    /** As it was before the call, unless something was done about it since. */
    void takeBack(CallRow call, List<Done> done, String actor) {
        signUps.lock(done.stream().map(Done::eventId).toList());
        done.stream()
                .filter(Done::changed)
                .forEach(one -> signUps.takeBack(one.eventId(), person(call), one.before(), by(actor)));
    }

    private Done signUp(CallRow call, long event, String actor) {
        var before = signUps.state(event, person(call)).orElse(null);
        var result = signUps.signUp(event, person(call), by(actor), Wishes.NONE);
        return new Done(
                event,
                switch (result) {
                    case SignUpResult.SignedUp _ -> "SIGNED_UP";
                    case SignUpResult.Waiting _ -> "WAITING";
                    case SignUpResult.AlreadySignedUp _ -> "ALREADY";
                    case SignUpResult.Full _ -> "FULL";
                    case SignUpResult.Closed _ -> "CLOSED";
                    case SignUpResult.NotInvited _ -> "NOT_INVITED";
                    case SignUpResult.EventGone _ -> "GONE";
                },
                before);
    }

    private static SignUps.By by(String actor) {
        return new SignUps.By(SignUpSource.CALL, actor);
    }

    private static Consents.Person person(CallRow call) {
        return new Consents.Person(call.personOrganization(), call.personId());
    }
}
