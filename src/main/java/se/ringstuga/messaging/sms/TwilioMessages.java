package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.base.Page;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Message.Direction;
import com.twilio.rest.api.v2010.account.MessageReader;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Twilio's list of messages, read page by page when it must be settled what became of an attempt. */
public final class TwilioMessages implements SmsList {

    private static final int LARGEST_PAGE = 1000;
    private static final Set<Direction> OURS =
            EnumSet.of(Direction.OUTBOUND_API, Direction.OUTBOUND_CALL, Direction.OUTBOUND_REPLY);

    private final TwilioRestClient client;
    private final Set<Direction> shown;

    TwilioMessages(TwilioRestClient client) {
        this(client, OURS);
    }

    private TwilioMessages(TwilioRestClient client, Set<Direction> shown) {
        this.client = client;
        this.shown = shown;
    }

    /** What people have texted to us, in place of what we sent. */
    public SmsList inbound() {
        return new TwilioMessages(client, EnumSet.of(Direction.INBOUND));
    }

    /**
     * Which messages: those handed to the operators within the window. One that Twilio still holds has no such time and
     * is on no page yet.
     *
     * @param to a number in E.164, or null for everybody
     */
    public record Window(@Nullable String to, Instant from, Instant until) {}

    /** One request, of at most a thousand messages. */
    @Override
    public Listing<ListedSms> first(Window window) {
        return next(new Listing.Next("https://api.twilio.com/2010-04-01/Accounts/" + client.getAccountSid()
                + "/Messages.json" + query(window)));
    }

    @Override
    public Listing<ListedSms> next(Listing.Next next) {
        return read(() -> new MessageReader().getPage(next.address(), client));
    }

    /** The SDK would write the times without a zone, which the published description of the API does not allow. */
    private static String query(Window window) {
        var to = window.to();
        return "?PageSize=" + LARGEST_PAGE
                + "&DateSent%3E=" + time(window.from())
                + "&DateSent%3C=" + time(window.until())
                + (to == null ? "" : "&To=" + URLEncoder.encode(to, UTF_8));
    }

    private static String time(Instant instant) {
        return URLEncoder.encode(instant.truncatedTo(ChronoUnit.SECONDS).toString(), UTF_8);
    }

    private Listing<ListedSms> read(Supplier<Page<Message>> request) {
        try {
            var page = request.get();
            var next = page.hasNextPage()
                    ? Optional.of(new Listing.Next(page.getNextPageUrl("api")))
                    : Optional.<Listing.Next>empty();
            return new Listing.Page<>(
                    page.getRecords().stream()
                            .filter(message -> shown.contains(message.getDirection()))
                            .map(TwilioMessages::listed)
                            .toList(),
                    next);
        } catch (TwilioException failure) {
            return new Listing.Unavailable<>(
                    Objects.requireNonNullElse(failure.getMessage(), "no answer that could be read"));
        }
    }

    /** Twilio writes what it takes as a negative number. */
    private static @Nullable BigDecimal price(@Nullable String written) {
        return written == null || !written.matches("-?[0-9]+(\\.[0-9]+)?") ? null : new BigDecimal(written).abs();
    }

    private static ListedSms listed(Message message) {
        ZonedDateTime created = message.getDateCreated();
        Integer code = message.getErrorCode();
        var price = price(message.getPrice());
        Currency currency = message.getPriceUnit();
        return new ListedSms(
                message.getSid(),
                Objects.toString(message.getFrom(), ""),
                Objects.toString(message.getTo(), ""),
                Objects.toString(message.getBody(), ""),
                created == null ? null : created.toInstant(),
                Optional.ofNullable(message.getStatus()).map(Object::toString).flatMap(TwilioStatus::of),
                code == null ? null : Integer.toString(code),
                price,
                price == null || currency == null ? null : currency.getCurrencyCode());
    }
}
