package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.http.NotFound;

/** What a person does through their own link to an event. Each call belongs inside the page's transaction. */
@ApplicationScoped
class PersonalSignUps {

    /** After an event its links go on for a while, for those who look up where they were. */
    private static final Duration AFTERWARDS = Duration.ofDays(2);

    private final EventLinks links;
    private final Events events;
    private final LinkOwners owners;
    private final SignUps signUps;
    private final SignUpRows rows;
    private final FeedReplacements feeds;
    private final LinkMisses misses;
    private final AccessLog accessLog;
    private final Clock clock;

    PersonalSignUps(
            EventLinks links,
            Events events,
            LinkOwners owners,
            SignUps signUps,
            SignUpRows rows,
            FeedReplacements feeds,
            LinkMisses misses,
            AccessLog accessLog,
            Clock clock) {
        this.links = links;
        this.events = events;
        this.owners = owners;
        this.signUps = signUps;
        this.rows = rows;
        this.feeds = feeds;
        this.misses = misses;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * What a link leads to.
     *
     * @param place empty where nothing is known of the person at this event
     * @param inLine the place among those who wait; 0 for others
     */
    record Opened(EventRow event, LinkOwner owner, Optional<SignUp> place, int inLine) {}

    /**
     * Opens the link; nothing changes by that, since programs that guard mail open every link there is.
     *
     * @throws NotFound for what was made up, for what is over, and for people who are gone alike
     */
    Opened open(String code) {
        var found = find(code);
        log(found, "event.opened");
        return found;
    }

    SignUpResult comes(String code, Set<Need> needs) {
        var found = find(code);
        log(found, "event.answered");
        return signUps.signUp(found.event().id(), found.owner().person(), by(found), new Wishes(needs, null));
    }

    void cannot(String code) {
        var found = find(code);
        log(found, "event.answered");
        signUps.cancel(found.event().id(), found.owner().person(), by(found));
    }

    void replaceFeed(String code) {
        var found = find(code);
        log(found, "calendar.replaced");
        feeds.replace(found.owner().person());
    }

    private Opened find(String code) {
        misses.check();
        var invited = links.invited(code).orElseThrow(misses::missed);
        var event = events.find(invited.eventId())
                .filter(row -> row.publishedAt() != null)
                .filter(row -> row.endsAt().plus(AFTERWARDS).isAfter(clock.instant()))
                .orElseThrow(misses::missed);
        var owner = owners.find(invited.personId()).orElseThrow(misses::missed);
        var place = rows.find(event.id(), new Attendee.Known(owner.person()));
        var inLine = place.filter(row -> row.state() == SignUpState.WAITING)
                .map(row -> rows.place(row.id()))
                .orElse(0);
        return new Opened(event, owner, place, inLine);
    }

    private static SignUps.By by(Opened opened) {
        return new SignUps.By(SignUpSource.LINK, actor(opened).toString());
    }

    private static Actor actor(Opened opened) {
        return new Actor(Actor.Kind.PERSON, opened.owner().person().id());
    }

    private void log(Opened opened, String action) {
        var person = opened.owner().person();
        accessLog.record(
                person.organizationId(),
                actor(opened),
                new AccessLog.Entry(action, "event:" + opened.event().id(), List.of(person.id())));
    }
}
