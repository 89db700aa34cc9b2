package se.ringstuga.messaging.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import se.ringstuga.messaging.sms.StubFate.Answer;

/** The stub of Twilio and our client of it, over real HTTP: for tests of whoever reads its list. */
public final class ListedTwilio implements AutoCloseable {

    private static final String REPORT_TO = "http://localhost:1/hooks/twilio/abc/status";

    private final TwilioStub stub;
    private final Wire wire;
    private final TwilioGateway gateway;
    private final TwilioMessages messages;
    private final TwilioAlerts alerts;

    /** @param page how many the list shows at a time */
    public ListedTwilio(int page) {
        stub = new TwilioStub(StubSettings.of("reportStep=0", "listPage=" + page));
        wire = new Wire(new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 4));
        var account =
                new SmsSetup.TwilioAccount(StubSettings.ACCOUNT_SID, List.of(StubSettings.AUTH_TOKEN), stub.baseUrl());
        var client = SmsGateways.client(account, wire);
        gateway = new TwilioGateway(client, REPORT_TO);
        messages = new TwilioMessages(client);
        alerts = new TwilioAlerts(client, REPORT_TO);
    }

    /** The messages that were sent, and by way of {@link TwilioMessages#inbound} those that came. */
    public TwilioMessages list() {
        return messages;
    }

    /** What was refused. */
    public RefusalLog log() {
        return alerts;
    }

    /** Refuses an attempt at one of our messages. */
    public void refuses(long messageId, int attempt, String to, String code) {
        stub.refuse(to, code);
        gateway.send(new OutgoingSms(messageId, attempt, "+46701740699", to, "Hej!", Duration.ofHours(1)));
    }

    /** How often the log of what was refused was asked, for a page or for an entry. */
    public int askedOfLog() {
        return stub.alertings().size();
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
