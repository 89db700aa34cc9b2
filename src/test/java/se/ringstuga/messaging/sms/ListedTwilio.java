package se.ringstuga.messaging.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import se.ringstuga.messaging.sms.StubFate.Answer;

/** The stub of Twilio and our client of it, over real HTTP: for tests of whoever reads its list. */
public final class ListedTwilio implements AutoCloseable {

    private final TwilioStub stub;
    private final Wire wire;
    private final TwilioGateway gateway;
    private final TwilioMessages messages;

    /** @param page how many the list shows at a time */
    public ListedTwilio(int page) {
        stub = new TwilioStub(StubSettings.of("reportStep=0", "listPage=" + page));
        wire = new Wire(new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4));
        var account =
                new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of(StubSettings.AUTH_TOKEN), stub.baseUrl());
        var client = SmsGateways.client(account, wire);
        gateway = new TwilioGateway(client, "http://localhost:1/hooks/twilio/abc/status");
        messages = new TwilioMessages(client);
    }

    /** The messages that were sent, and by way of {@link TwilioMessages#inbound} those that came. */
    public TwilioMessages list() {
        return messages;
    }

    /** Takes it, and the line breaks before the answer. */
    public void takesWithoutAnAnswer(String to, String text) {
        stub.script(to, Answer.DROPPED_AFTER);
        gateway.send(new OutgoingSms(1, 1, "+46701740699", to, text, Duration.ofHours(1)));
    }

    /** Somebody texts us, and our webhook does not hear of it. */
    public void getsText(String from, String text) {
        stub.listText(from, "+46701740699", text);
    }

    /** So many more pages are shown; those after them answer 503. */
    public void breaksAfter(int pages) {
        stub.breakListAfter(pages);
    }

    public void isWhole() {
        stub.breakListAfter(Integer.MAX_VALUE);
    }

    /** How many pages were asked for. */
    public int asked() {
        return stub.listings().size();
    }

    @Override
    public void close() throws IOException {
        wire.close();
        stub.close();
    }
}
