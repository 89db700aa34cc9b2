package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;

/** States and reasons in the reader's language. */
@ApplicationScoped
class MessageWords {

    private static final Set<String> BAD_NUMBERS = Set.of("21211", "21217", "21614", "30005", "30006");
    private static final String TOLD_TO_STOP = "21610";

    private final PageContext page;

    MessageWords(PageContext page) {
        this.page = page;
    }

    StateMessages say() {
        return MessageBundles.get(
                StateMessages.class, Localized.Literal.of(page.language().tag()));
    }

    Locale locale() {
        return page.language().locale();
    }

    String state(MessageState state) {
        return switch (state) {
            case QUEUED -> say().queued();
            case DISPATCHING -> say().dispatching();
            case UNKNOWN -> say().unknown();
            case SKIPPED -> say().skipped();
            case EXPIRED -> say().expired();
            case CANCELLED -> say().cancelled();
            case ACCEPTED, SENT -> say().sent();
            case FAILED -> say().failed();
            case DELIVERED -> say().delivered();
        };
    }

    String state(BroadcastView.State state) {
        return switch (state) {
            case DRAFT -> say().draft();
            case SENDING -> say().sending();
            case PAUSED -> say().paused();
            case CANCELLED -> say().cancelled();
            case DONE -> say().done();
        };
    }

    /** The class of the state's mark: colour never stands alone. */
    static String colour(MessageState state) {
        return switch (state) {
            case DELIVERED -> "good";
            case FAILED, EXPIRED, UNKNOWN, SKIPPED, CANCELLED -> "warn";
            case QUEUED, DISPATCHING, ACCEPTED, SENT -> "";
        };
    }

    /** What became of a message, in a sentence. */
    String sentence(MessageView message, String when) {
        var why = whyOne(message.reason() == null ? message.code() : message.reason(), message.channel());
        return switch (message.state()) {
            case QUEUED -> say().queuedText(when);
            case DISPATCHING -> say().dispatchingText();
            case UNKNOWN -> say().unknownText();
            case SKIPPED -> say().skippedText(why);
            case EXPIRED -> say().expiredText();
            case CANCELLED -> say().cancelledText();
            case ACCEPTED, SENT -> say().sentText();
            case FAILED -> say().failedText(why);
            case DELIVERED -> say().deliveredText();
        };
    }

    String event(String status) {
        return switch (status) {
            case "ACCEPTED" -> say().eventAccepted();
            case "SENT" -> say().eventSent();
            case "DELIVERED" -> say().eventDelivered();
            case "FAILED", "UNDELIVERED" -> say().eventFailed();
            case "QUEUED" -> say().eventLater();
            case "UNKNOWN" -> say().eventUnknown();
            case "SENT_AGAIN" -> say().eventSentAgain();
            case "CANCELLED" -> say().eventCancelled();
            case "NEVER_CONFIRMED" -> say().eventNeverConfirmed();
            case "INTERRUPTED" -> say().eventInterrupted();
            default -> say().eventOther(status.toLowerCase(Locale.ROOT));
        };
    }

    /** A channel within a sentence. */
    String channel(Channel channel) {
        return channel == Channel.SMS ? whys().sms() : whys().email();
    }

    private String whyOne(@Nullable String reason, Channel channel) {
        return Optional.ofNullable(reason)
                .flatMap(Reason::of)
                .map(ours -> Reason.said(ours.name(), page.language()))
                .orElseGet(() -> why(reason, channel));
    }

    private WhyMessages whys() {
        return whys(page.language());
    }

    private static WhyMessages whys(Language language) {
        return MessageBundles.get(WhyMessages.class, Localized.Literal.of(language.tag()));
    }

    /** A reason or a provider's code, to stand after a number of people. */
    String why(@Nullable String reason, Channel channel) {
        return why(reason, channel, page.language());
    }

    /** The same of whoever is reached neither by SMS nor by e-mail. */
    static String whyByNone(String reason, Language language) {
        var why = whys(language);
        return switch (reason) {
            case "OPTED_OUT" -> why.optedOut(why.both());
            case "NO_ADDRESS" -> why.noAddress();
            case "NO_CARRIER" -> why.noCarrier(why.both());
            case String other -> why(other, Channel.SMS, language);
        };
    }

    static String why(@Nullable String reason, Channel channel, Language language) {
        var why = whys(language);
        var sms = channel == Channel.SMS;
        var name = sms ? why.sms() : why.email();
        return switch (reason == null ? "" : reason) {
            case "RESTRICTED" -> why.restricted();
            case "STOPPED" -> why.stopped();
            case "MAY_BE_UNDER_16" -> why.mayBeUnder16();
            case "OPTED_OUT" -> why.optedOut(name);
            case "NO_CONSENT" -> why.noConsent();
            case "NO_ADDRESS" -> sms ? why.noMobile() : why.noEmail();
            case "SUPPRESSED_ADDRESS" -> sms ? why.suppressedNumber() : why.suppressedAddress();
            case "CONTACTED_RECENTLY" -> why.contactedElsewhere();
            case "CONTACTED_RECENTLY_HERE" -> why.contactedHere();
            case "SHARED_NUMBER" -> why.sharedNumber();
            case "QUIET_HOURS" -> why.quietHours();
            case "CLOSED_DAYS" -> why.closedDays();
            case "NO_TIME" -> why.noTime();
            case "BUDGET" -> why.budget();
            case "NO_CARRIER" -> why.noCarrier(name);
            case "TOO_LONG" -> why.tooLong();
            case "NEVER_CONFIRMED" -> why.neverConfirmed();
            case "EXPIRED" -> why.expired();
            case "CANCELLED" -> why.cancelled();
            case "INTERRUPTED" -> why.interrupted();
            case TOLD_TO_STOP -> why.providerOptOut(TOLD_TO_STOP);
            case String code when BAD_NUMBERS.contains(code) -> why.badNumber(code);
            case String code -> Reason.said(code, language);
        };
    }
}
