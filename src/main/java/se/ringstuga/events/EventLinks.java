package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import se.ringstuga.accounts.InstallationKey;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.preferences.LinkCode;

/**
 * Addresses that let a person answer for one event, and read a calendar of their own, without signing in. They are computed
 * and not stored, and of one length, so that an SMS can be counted without knowing whom it is for.
 */
@ApplicationScoped
public class EventLinks {

    /** Of {@code träff}: /e/ is where surveys are answered. */
    static final String SIGN_UP = "/t/";

    private static final String FEED = "/k/";
    private static final String CALENDAR = ".ics";
    private static final int EVENT_AND_PERSON_BITS = 64;
    private static final long PEOPLE = 1L << LinkCode.PERSON_BITS;

    private final InstallationKey key;
    private final PublicUrl publicUrl;
    private final FeedReplacements replaced;

    EventLinks(InstallationKey key, PublicUrl publicUrl, FeedReplacements replaced) {
        this.key = key;
        this.publicUrl = publicUrl;
        this.replaced = replaced;
    }

    /** Whom a link to an event was made for; both may be gone since. */
    public record Invited(long eventId, long personId) {}

    /** The page where the person signs up for the event, or says no. */
    public String signUp(long eventId, long personId) {
        if (personId < 0
                || personId >= PEOPLE
                || eventId < 0
                || eventId >= 1L << (EVENT_AND_PERSON_BITS - LinkCode.PERSON_BITS)) {
            throw new IllegalArgumentException("there are no such people or events");
        }
        return publicUrl.of(SIGN_UP + signUpCodes().of(eventId << LinkCode.PERSON_BITS | personId));
    }

    /** The page of a guest's place, where they give it back; as long as the event is spoken of. */
    public String guest(String slug, long eventId, long signUpId) {
        return publicUrl.of(
                "/a/" + slug + "/events/" + eventId + "/confirm/" + guestCodes().of(signUpId));
    }

    /** Whose place it is; empty for what was made up. */
    Optional<Long> guest(String code) {
        return guestCodes().read(code);
    }

    /** The person's own calendar, to be subscribed to: the address of now, and of no one before it was replaced. */
    public String feed(long personId) {
        return publicUrl.of(
                FEED + feedCodes().of((long) replaced.times(personId) << LinkCode.PERSON_BITS | personId) + CALENDAR);
    }

    /** An address as long as those of {@link #signUp} that leads to nobody, for previews without a person. */
    public String specimen() {
        return publicUrl.of(SIGN_UP + "x".repeat(signUpCodes().length()));
    }

    /** Empty for what was made up. */
    public Optional<Invited> invited(String code) {
        return signUpCodes().read(code).map(both -> new Invited(both >>> LinkCode.PERSON_BITS, both & (PEOPLE - 1)));
    }

    /** Whose calendar it is; empty for what was made up, and for an address that has been replaced. */
    public Optional<Long> feedOwner(String code) {
        return feedCodes().read(code).filter(this::current).map(both -> both & (PEOPLE - 1));
    }

    private boolean current(long both) {
        return both >>> LinkCode.PERSON_BITS == replaced.times(both & (PEOPLE - 1));
    }

    private LinkCode signUpCodes() {
        return new LinkCode(key.derive("event links"), EVENT_AND_PERSON_BITS);
    }

    private LinkCode guestCodes() {
        return new LinkCode(key.derive("guests' places"), EVENT_AND_PERSON_BITS);
    }

    private LinkCode feedCodes() {
        return new LinkCode(key.derive("calendar feeds"), EVENT_AND_PERSON_BITS);
    }
}
