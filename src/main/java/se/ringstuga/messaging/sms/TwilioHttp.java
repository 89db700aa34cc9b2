package se.ringstuga.messaging.sms;

import com.twilio.exception.TwilioException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The SDK's line to Twilio. The SDK's own repeats a POST up to five times when Twilio stumbles, each of them a message
 * of its own, ignores the time-outs it is given, knows no other address, and keeps the last body in memory.
 */
final class TwilioHttp extends HttpClient {

    /** Nothing was sent, and it is known. */
    static final class NotSent extends TwilioException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Optional<Duration> pause;

        NotSent(String why, Optional<Duration> pause) {
            super(why);
            this.pause = pause;
        }

        Optional<Duration> pause() {
            return pause;
        }
    }

    /** What became of the request is not known. */
    static final class Lost extends TwilioException {
        @Serial
        private static final long serialVersionUID = 1;

        Lost(String why) {
            super(why);
        }
    }

    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERRORS = 500;

    private final Wire wire;
    private final String baseUrl;
    private final String monitorUrl;

    /** @param baseUrl scheme, host and port, as {@code https://api.twilio.com}; for a region its own host */
    TwilioHttp(Wire wire, String baseUrl) {
        this.wire = wire;
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.monitorUrl = monitorUrl(this.baseUrl);
    }

    /** Where the log of errors is: beside the API, with a name of its own. */
    static String monitorUrl(String baseUrl) {
        return baseUrl.replaceFirst("^(https?://)api\\.", "$1monitor.");
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        return switch (wire.exchange(ours(request))) {
            case Wire.Answer.Answered(int status, var _, var pause)
            when status == TOO_MANY -> throw new NotSent("HTTP 429", pause);
            case Wire.Answer.Answered(int status, var _, var _)
            when status >= SERVER_ERRORS || status == REQUEST_TIMEOUT -> throw new Lost("HTTP " + status);
            case Wire.Answer.Answered(int status, var body, var _) -> new Response(body, status, new Header[0]);
            case Wire.Answer.NotBegun(var why) -> throw new NotSent(why, Optional.empty());
            case Wire.Answer.Lost(var why) -> throw new Lost(why);
        };
    }

    private HttpUriRequestBase ours(Request request) {
        var ours = new HttpUriRequestBase(request.getMethod().toString(), address(request));
        ours.addHeader(HttpHeaders.AUTHORIZATION, request.getAuthString());
        ours.addHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        ours.addHeader(HttpHeaders.USER_AGENT, "ringstuga twilio-java/" + com.twilio.Twilio.VERSION);
        if (!request.getMethod().equals(HttpMethod.GET)) {
            ours.setEntity(new StringEntity(request.encodeFormBody(), ContentType.APPLICATION_FORM_URLENCODED));
        }
        return ours;
    }

    private URI address(Request request) {
        var theirs = URI.create(request.getUrl());
        var query = theirs.getRawQuery() == null ? request.encodeQueryParams() : theirs.getRawQuery();
        var ours = theirs.getRawPath().startsWith(TwilioAlerts.PATH) ? monitorUrl : baseUrl;
        return URI.create(ours + theirs.getRawPath() + (query.isEmpty() ? "" : "?" + query));
    }
}
