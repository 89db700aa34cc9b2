package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import se.ringstuga.messaging.gateway.Outcome;
import se.ringstuga.messaging.gateway.Refusal;

/**
 * Sends through 46elks. Its API has no validity: the operators keep trying for as long as they do, so what must not
 * arrive late is not to be handed over late.
 */
final class ElksGateway implements SmsGateway {

    static final String NAME = "46elks";

    /** What was only checked and priced is never to be taken for what was sent. */
    static final String DRY_RUN = "46elks-dryrun";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    private static final Set<Integer> OF_THE_ACCOUNT = Set.of(401, 402, 403);

    private final Wire wire;
    private final Account account;
    private final String reportTo;

    /** @param dryRun everything but the sending: 46elks checks and prices, nobody gets anything */
    record Account(String baseUrl, String username, String password, boolean dryRun) {}

    /** @param reportTo the address for delivery reports, without a query */
    ElksGateway(Wire wire, Account account, String reportTo) {
        this.wire = wire;
        this.account = account;
        this.reportTo = reportTo;
    }

    @Override
    public String name() {
        return account.dryRun() ? DRY_RUN : NAME;
    }

    @Override
    public Outcome send(OutgoingSms sms) {
        return switch (wire.exchange(request(sms))) {
            case Wire.Answer.Answered(int status, var _, var pause)
            when status == TOO_MANY ->
                new Outcome.TryLater(pause.orElseGet(() -> Pause.after(sms.attempt())), "HTTP 429");
            case Wire.Answer.Answered(int status, var _, var _)
            when status >= SERVER_ERRORS || status == REQUEST_TIMEOUT -> new Outcome.Unknown("HTTP " + status);
            case Wire.Answer.Answered(int status, var _, var _)
            when status >= CLIENT_ERRORS ->
                new Outcome.Refused(
                        "HTTP " + status, OF_THE_ACCOUNT.contains(status) ? Refusal.ACCOUNT : Refusal.OTHER);
            case Wire.Answer.Answered(int _, var body, var _) -> taken(body, sms);
            case Wire.Answer.NotBegun(var why) -> new Outcome.TryLater(Pause.after(sms.attempt()), why);
            case Wire.Answer.Lost(var why) -> new Outcome.Unknown(why);
        };
    }

    private HttpPost request(OutgoingSms sms) {
        List<NameValuePair> form = new ArrayList<>();
        form.add(new BasicNameValuePair("from", sms.sender()));
        form.add(new BasicNameValuePair("to", sms.to()));
        form.add(new BasicNameValuePair("message", sms.text()));
        form.add(new BasicNameValuePair("whendelivered", reportTo + CallbackQuery.of(sms)));
        // What an association writes to its members is not for a provider's log.
        form.add(new BasicNameValuePair("dontlog", "message"));
        if (account.dryRun()) {
            form.add(new BasicNameValuePair("dryrun", "yes"));
        }
        var credentials = account.username() + ":" + account.password();
        var post = new HttpPost(account.baseUrl().replaceFirst("/+$", "") + "/a1/sms");
        post.addHeader(
                HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
        post.addHeader(HttpHeaders.USER_AGENT, "ringstuga");
        post.setEntity(new UrlEncodedFormEntity(form, UTF_8));
        return post;
    }

    private Outcome taken(String body, OutgoingSms sms) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.path("status").asText().equals("failed")) {
                return new Outcome.Refused("failed", Refusal.OTHER);
            }
            var id = answer.path("id").asText();
            if (account.dryRun() && answer.has("estimated_cost")) {
                return new Outcome.Accepted("dryrun-%d-%d".formatted(sms.messageId(), sms.attempt()));
            }
            return id.isEmpty() ? new Outcome.Unknown("an answer without an id") : new Outcome.Accepted(id);
        } catch (JsonProcessingException _) {
            return new Outcome.Unknown("an answer that cannot be read");
        }
    }
}
