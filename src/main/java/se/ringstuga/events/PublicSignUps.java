package se.ringstuga.events;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.accounts.Secret;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.messaging.CodeMessages;

/**
 * Signing up by those of whom nothing is known but what they type (rule 34). Whatever is typed, the same answer comes and the
 * same things happen: a code goes to the address, and whoever has it signs up. Only then is it looked up whose address it is.
 */
@ApplicationScoped
class PublicSignUps {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final int MOST_MISSES = 5;
    private static final int LONGEST_TITLE = 60;

    /** How long the page of a place goes on after the event. */
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final SignUpRequests requests;
    private final SignUps signUps;
    private final SignUpRows rows;
    private final AddressOwners owners;
    private final CodeMessages codes;
    private final EventScreens screens;
    private final LinkMisses misses;
    private final AccessLog accessLog;
    private final EventLinks links;
    private final PublicUrl url;
    private final Clock clock;

    PublicSignUps(
            SignUpRequests requests,
            SignUps signUps,
            SignUpRows rows,
            AddressOwners owners,
            CodeMessages codes,
            EventScreens screens,
            LinkMisses misses,
            AccessLog accessLog,
            EventLinks links,
            PublicUrl url,
            Clock clock) {
        this.requests = requests;
        this.signUps = signUps;
        this.rows = rows;
        this.owners = owners;
        this.codes = codes;
        this.screens = screens;
        this.misses = misses;
        this.accessLog = accessLog;
        this.links = links;
        this.url = url;
        this.clock = clock;
    }

    /**
     * Sends a code, unless the address or the event has had its share.
     *
     * @return what leads to the page that asks for it
     */
    Secret ask(EventRow event, SignUpRequests.Wanted wanted) {
        var ticket = Secret.random();
        var code = "%06d".formatted(RANDOM.nextInt(CODES));
        if (requests.add(event, wanted, new SignUpRequests.Secrets(ticket, secret(ticket, code)))) {
            codes.put(message(event, wanted.address(), ticket, code));
        }
        return ticket;
    }

    private CodeMessages.Code message(EventRow event, Consents.Address to, Secret ticket, String code) {
        var organization = screens.organization(event);
        var say = screens.say();
        var title = event.content().title();
        var link = url.of(
                "/a/" + organization.slug() + "/events/" + event.id() + "/confirm/" + ticket.value() + "?code=" + code);
        return new CodeMessages.Code(
                event.organizationId(),
                to.channel(),
                to.text(),
                say.codeSubject(shortened(title)),
                to.channel() == Channel.SMS ? say.codeSms(organization.name(), code) : say.codeEmail(title, code, link),
                requests.codeUntil());
    }

    /** Never in the middle of a letter that takes two. */
    static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    /** What came of a code. */
    sealed interface Answer {

        record Done() implements Answer {}

        /** And there is another try. */
        record Wrong(SignUpRequests.Request request) implements Answer {}

        /** Too many tries: only a new code helps. */
        record Spent(SignUpRequests.Request request) implements Answer {}

        record Refused(SignUpResult result) implements Answer {}
    }

    /** @throws NotFound for what was made up and what has expired alike */
    SignUpRequests.Request open(EventRow event, Secret ticket) {
        misses.check();
        return requests.find(event.id(), ticket).or(() -> byLink(event, ticket)).orElseThrow(misses::missed);
    }

    /** The address that a guest's notices give leads to the same page. */
    private Optional<SignUpRequests.Request> byLink(EventRow event, Secret code) {
        return links.guest(code.value())
                .filter(_ -> event.endsAt().plus(AFTERWARDS).isAfter(clock.instant()))
                .flatMap(id -> rows.find(event.id(), id))
                .flatMap(place -> place.who() instanceof Attendee.Guest guest
                        ? Optional.of(SignUpRequests.Request.of(place, guest))
                        : Optional.empty());
    }

    Answer confirm(EventRow event, Secret ticket, String code) {
        var tried = QuarkusTransaction.requiringNew().call(() -> tried(event, ticket, code));
        return switch (tried) {
            case Tried.Right(var request) -> signUp(event, request);
            case Tried.Not(var answer) -> {
                if (answer instanceof Answer.Wrong) {
                    misses.missed();
                }
                yield answer;
            }
        };
    }

    private sealed interface Tried {

        record Right(SignUpRequests.Request request) implements Tried {}

        record Not(Answer answer) implements Tried {}
    }

    /**
     * One try at a time, in a transaction of its own: whatever becomes of the request, a miss has been counted, and those who
     * guess at once are counted one after the other.
     */
    private Tried tried(EventRow event, Secret ticket, String code) {
        var request = open(event, ticket);
        misses.check();
        if (request.signUpId() != null) {
            return new Tried.Not(new Answer.Done());
        } else if (request.misses() >= MOST_MISSES) {
            return new Tried.Not(new Answer.Spent(request));
        } else if (!request.isCode(secret(ticket, code))) {
            requests.missed(request.id());
            return new Tried.Not(new Answer.Wrong(request));
        }
        return new Tried.Right(request);
    }

    private Answer signUp(EventRow event, SignUpRequests.Request request) {
        var result = whoever(event, request.wanted());
        var until = event.endsAt().plus(AFTERWARDS);
        switch (result) {
            case SignUpResult.SignedUp(var id) -> requests.confirmed(request.id(), id, until);
            case SignUpResult.Waiting(var id, var _) -> requests.confirmed(request.id(), id, until);
            case SignUpResult.AlreadySignedUp(var id, var _) -> requests.confirmed(request.id(), id, until);
            case SignUpResult.Full _, SignUpResult.Closed _, SignUpResult.NotInvited _, SignUpResult.EventGone _ -> {
                return new Answer.Refused(result);
            }
        }
        return new Answer.Done();
    }

    /** The person whose address it is; somebody else where it is nobody's, or where that person is not to be contacted. */
    private SignUpResult whoever(EventRow event, SignUpRequests.Wanted wanted) {
        var wishes = new Wishes(wanted.needs(), null);
        var guest = new Attendee.Guest(wanted.name(), wanted.address().text());
        var by = new SignUps.By(SignUpSource.PUBLIC, Actor.SYSTEM.toString());
        var known = owners.of(event, wanted);
        if (known.isPresent()) {
            var result = signUp(event, known.get(), wishes);
            if (!(result instanceof SignUpResult.NotInvited)) {
                return result;
            }
        }
        return signUps.signUp(event.id(), guest, by, wishes);
    }

    private SignUpResult signUp(EventRow event, Consents.Person person, Wishes wishes) {
        var actor = new Actor(Actor.Kind.PERSON, person.id());
        accessLog.record(
                person.organizationId(),
                actor,
                new AccessLog.Entry("event.answered", "event:" + event.id(), List.of(person.id())));
        return signUps.signUp(event.id(), person, new SignUps.By(SignUpSource.PUBLIC, actor.toString()), wishes);
    }

    /** Gives the place back that a confirmed request got. */
    void cannot(EventRow event, Secret ticket) {
        var request = open(event, ticket);
        var id = request.signUpId();
        if (id != null) {
            rows.find(event.id(), id)
                    .ifPresent(place ->
                            signUps.cancel(event.id(), place.who(), new SignUps.By(SignUpSource.PUBLIC, actor(place))));
        }
    }

    /** Comes after all: by the terms that hold now, with the needs as they were. */
    SignUpResult comes(EventRow event, Secret ticket) {
        var request = open(event, ticket);
        var id = request.signUpId();
        return (id == null ? Optional.<SignUp>empty() : rows.find(event.id(), id))
                .map(place -> signUps.signUp(
                        event.id(), place.who(), new SignUps.By(SignUpSource.PUBLIC, actor(place)), Wishes.NONE))
                .orElseGet(SignUpResult.EventGone::new);
    }

    private static String actor(SignUp place) {
        var person = place.person();
        return (person == null ? Actor.SYSTEM : new Actor(Actor.Kind.PERSON, person.id())).toString();
    }

    Optional<SignUp> place(EventRow event, SignUpRequests.Request request) {
        var id = request.signUpId();
        return id == null ? Optional.empty() : rows.find(event.id(), id);
    }

    int inLine(SignUp place) {
        return place.state() == SignUpState.WAITING ? rows.place(place.id()) : 0;
    }

    private static Secret secret(Secret ticket, String code) {
        return new Secret(ticket.value() + ":" + code);
    }
}
