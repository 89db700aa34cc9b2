package se.ringstuga.messaging.sms;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;

/**
 * Sends through Twilio. Its API knows neither an idempotency key nor a field of ours, so our id travels in the address
 * that Twilio reports to, and each attempt is one POST alone.
 */
final class TwilioGateway implements SmsGateway {

    static final String NAME = "twilio";

    /** Twilio tries for no longer. */
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);

    /** Five more tries of a report that we did not take, for whatever reason; by default there is one, and none for a 5xx. */
    private static final String REPEATED = "#rc=5&rp=all";

    private static final Pattern MESSAGING_SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final TwilioRestClient client;
    private final String reportTo;

    /** @param reportTo the address for status reports, without a query */
    TwilioGateway(TwilioRestClient client, String reportTo) {
        this.client = client;
        this.reportTo = reportTo;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome send(OutgoingSms sms) {
        try {
            return accepted(creator(sms).create(client));
        } catch (TwilioHttp.NotSent spared) {
            return new Outcome.TryLater(spared.pause().orElseGet(() -> Pause.after(sms.attempt())), why(spared));
        } catch (ApiException refusal) {
            return refused(refusal);
        } catch (TwilioException lost) {
            return new Outcome.Unknown(why(lost));
        }
    }

    private MessageCreator creator(OutgoingSms sms) {
        var to = new PhoneNumber(sms.to());
        var creator = MESSAGING_SERVICE.matcher(sms.sender()).matches()
                ? Message.creator(to, sms.sender(), sms.text())
                : Message.creator(to, new PhoneNumber(sms.sender()), sms.text());
        return creator.setStatusCallback(URI.create(reportTo + CallbackQuery.of(sms) + REPEATED))
                .setValidityPeriod((int) clamped(sms.validity()).toSeconds())
                // The text that was approved and paid for is the text that goes, and the one to look for afterwards.
                .setSmartEncoded(false);
    }

    private static Duration clamped(Duration validity) {
        return validity.compareTo(LONGEST_VALIDITY) > 0 ? LONGEST_VALIDITY : validity;
    }

    private static Outcome accepted(@Nullable Message message) {
        var sid = message == null ? null : message.getSid();
        return sid == null ? new Outcome.Unknown("an answer without an id") : new Outcome.Accepted(sid);
    }

    private static Outcome refused(ApiException refusal) {
        Integer status = refusal.getStatusCode();
        if (status == null) {
            // A page of some proxy, or half an answer: anything may have been done before it was written.
            return new Outcome.Unknown("an answer that cannot be read");
        }
        Integer code = refusal.getCode();
        if (code == null) {
            var account = status == UNAUTHORIZED || status == FORBIDDEN;
            return new Outcome.Refused("HTTP " + status, account ? Refusal.ACCOUNT : Refusal.OTHER);
        }
        var known = Integer.toString(code);
        return TwilioCodes.passing(known)
                .<Outcome>map(pause -> new Outcome.TryLater(pause, known))
                .orElseGet(() -> new Outcome.Refused(known, TwilioCodes.meaning(known)));
    }

    private static String why(TwilioException failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
