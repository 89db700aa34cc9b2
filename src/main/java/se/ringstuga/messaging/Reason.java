package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Arrays;
import java.util.Optional;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.http.Language;

/**
 * Our own codes in {@link MessageView#reason} and {@link MessageView#code}; all others are the provider's. The policy's have the
 * names of {@link MessagePolicy.Refusal}.
 */
public enum Reason {
    RESTRICTED,
    STOPPED,
    MAY_BE_UNDER_16,
    OPTED_OUT,
    NO_CONSENT,
    NO_ADDRESS,
    SUPPRESSED_ADDRESS,
    CONTACTED_RECENTLY,
    CONTACTED_RECENTLY_HERE,
    /** Nobody can be reached before the last time: it all lies in the quiet hours. */
    QUIET_HOURS,
    /** Nobody can be reached before the last time: it all lies in days on which the association is closed (rule 33). */
    CLOSED_DAYS,
    /** Somebody else on the number gets the same text. */
    SHARED_NUMBER,
    /** A household's messages go ten minutes apart, and for this one there is no time left. */
    NO_TIME,
    /** Waits, or waited until its time passed, because nothing is left of the budget. */
    BUDGET,
    EXPIRED,
    CANCELLED,
    NEVER_CONFIRMED,
    INTERRUPTED,
    /** Nobody carries the channel, or there is nothing to send from. */
    NO_CARRIER,
    /** What follows is for whoever is behind a {@link LastLook}. */
    EVENT_CANCELLED,
    EVENT_MOVED,
    EVENT_OVER,
    /** The person answered, was taken off the list, or is not among those any more whom it is for. */
    NO_LONGER_MEANT,
    /** The rule or flow that asked for it is switched off. */
    SWITCHED_OFF,
    FLOW_ENDED;

    /** Empty for the code of a provider. */
    static Optional<Reason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst();
    }

    /** What follows the person's name or "because": no capital, no full stop. */
    public static String said(String code, Language language) {
        var say = MessageBundles.get(ReasonMessages.class, Localized.Literal.of(language.tag()));
        return of(code).map(reason -> reason.said(say)).orElseGet(() -> say.provider(code));
    }

    private String said(ReasonMessages say) {
        return switch (this) {
            case RESTRICTED -> say.restricted();
            case STOPPED -> say.stopped();
            case MAY_BE_UNDER_16 -> say.mayBeUnder16();
            case OPTED_OUT -> say.optedOut();
            case NO_CONSENT -> say.noConsent();
            case NO_ADDRESS -> say.noAddress();
            case SUPPRESSED_ADDRESS -> say.suppressedAddress();
            case CONTACTED_RECENTLY -> say.contactedElsewhere();
            case CONTACTED_RECENTLY_HERE -> say.contactedHere();
            case QUIET_HOURS -> say.quietHours();
            case CLOSED_DAYS -> say.closedDays();
            case SHARED_NUMBER -> say.sharedNumber();
            case NO_TIME -> say.noTime();
            case BUDGET -> say.budget();
            case EXPIRED -> say.expired();
            case CANCELLED -> say.cancelled();
            case NEVER_CONFIRMED -> say.neverConfirmed();
            case INTERRUPTED -> say.interrupted();
            case NO_CARRIER -> say.noCarrier();
            case EVENT_CANCELLED -> say.eventCancelled();
            case EVENT_MOVED -> say.eventMoved();
            case EVENT_OVER -> say.eventOver();
            case NO_LONGER_MEANT -> say.noLongerMeant();
            case SWITCHED_OFF -> say.switchedOff();
            case FLOW_ENDED -> say.flowEnded();
        };
    }
}
