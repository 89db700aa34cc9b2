package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.base.Page;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.monitor.v1.Alert;
import com.twilio.rest.monitor.v1.AlertReader;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.messaging.gateway.Outcome;

/**
 * Twilio's log of errors, which it calls alerts: also of requests to its API that it refused. The list of them does not say
 * what was asked for; each entry does, and in the address for reports that we gave stands which attempt it was.
 */
final class TwilioAlerts implements RefusalLog {

    static final String PATH = "/v1/Alerts";

    private static final int LARGEST_PAGE = 1000;
    private static final int GONE = 404;

    /** Codes of answers begin so; the others are told of messages that were taken. */
    private static final String IN_AN_ANSWER = "2";

    private final TwilioRestClient client;
    private final String reportTo;
    private final String messages;

    /** @param reportTo the address for status reports that this installation gives, without a query */
    TwilioAlerts(TwilioRestClient client, String reportTo) {
        this.client = client;
        this.reportTo = reportTo + "?";
        this.messages = "/Accounts/" + client.getAccountSid() + "/Messages";
    }

    @Override
    public Listing<LoggedRefusal> first(Instant from, Instant until) {
        return next(new Listing.Next("https://monitor.twilio.com" + PATH + "?PageSize=" + LARGEST_PAGE + "&StartDate="
                + time(from) + "&EndDate=" + time(until)));
    }

    /** The SDK would write the times without a zone, which the published description of the API does not allow. */
    private static String time(Instant instant) {
        return URLEncoder.encode(instant.truncatedTo(ChronoUnit.SECONDS).toString(), UTF_8);
    }

    @Override
    public Listing<LoggedRefusal> next(Listing.Next next) {
        try {
            return page(new AlertReader().getPage(next.address(), client));
        } catch (TwilioException failure) {
            return new Listing.Unavailable<>(why(failure));
        }
    }

    private Listing<LoggedRefusal> page(Page<Alert> page) {
        return new Listing.Page<>(
                page.getRecords().stream()
                        .filter(this::isOfMessage)
                        .flatMap(alert -> refusal(alert).stream())
                        .toList(),
                page.hasNextPage() ? Optional.of(new Listing.Next(page.getNextPageUrl("monitor"))) : Optional.empty());
    }

    private boolean isOfMessage(Alert alert) {
        return HttpMethod.POST.equals(alert.getRequestMethod())
                && Objects.requireNonNullElse(alert.getRequestUrl(), "").contains(messages);
    }

    private static Optional<LoggedRefusal> refusal(Alert alert) {
        @Nullable ZonedDateTime at = alert.getDateGenerated();
        @Nullable String code = alert.getErrorCode();
        @Nullable String sid = alert.getSid();
        return at == null || code == null || sid == null || !code.startsWith(IN_AN_ANSWER)
                ? Optional.empty()
                : TwilioCodes.refusal(code)
                        .map(kind -> new LoggedRefusal(sid, new Outcome.Refused(code, kind), at.toInstant()));
    }

    @Override
    public Request request(LoggedRefusal refusal) {
        try {
            var variables = Alert.fetcher(refusal.id()).fetch(client).getRequestVariables();
            return attempt(Objects.requireNonNullElse(variables, ""))
                    .<Request>map(query -> new Request.Ours(query.messageId(), query.attempt()))
                    .orElseGet(Request.NotOurs::new);
        } catch (ApiException failure) {
            return Objects.equals(failure.getStatusCode(), GONE)
                    ? new Request.NotOurs()
                    : new Request.Unavailable(why(failure));
        } catch (TwilioException failure) {
            return new Request.Unavailable(why(failure));
        }
    }

    private Optional<CallbackQuery> attempt(String variables) {
        return FormParameters.parse(variables)
                .first("StatusCallback")
                .filter(callback -> callback.startsWith(reportTo))
                .map(callback -> callback.substring(reportTo.length()).replaceFirst("#.*", ""))
                .map(FormParameters::parse)
                .flatMap(CallbackQuery::read);
    }

    private static String why(TwilioException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "no answer that could be read");
    }
}
