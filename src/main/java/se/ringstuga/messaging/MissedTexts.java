package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ringstuga.messaging.sms.ListedSms;
import se.ringstuga.messaging.sms.Listing;
import se.ringstuga.messaging.sms.SmsGateways;
import se.ringstuga.messaging.sms.SmsList;
import se.ringstuga.messaging.sms.TwilioMessages;

/** What people texted to us while the database that now stands did not hear of it. */
@ApplicationScoped
class MissedTexts {

    private static final Duration MARGIN = Duration.ofMinutes(10);
    private static final int MOST_PAGES = 200;
    private static final String GATEWAY = "twilio";

    private final SmsGateways gateways;
    private final ProviderHooks hooks;
    private final HookReader reader;
    private final Clock clock;

    MissedTexts(SmsGateways gateways, ProviderHooks hooks, HookReader reader, Clock clock) {
        this.gateways = gateways;
        this.hooks = hooks;
        this.reader = reader;
        this.clock = clock;
    }

    /** Whether there is a list of them: 46elks has none. */
    boolean canBeFetched() {
        return gateways.twilioMessages().isPresent();
    }

    /**
     * Fetches them, outside of any transaction, and reads them as if they had come just now. One that came before is the
     * same one again.
     *
     * @return how many there were; empty when the list could not be read to its end
     */
    Optional<Integer> fetch(Instant since) {
        return gateways.twilioMessages()
                .map(list -> fetch(list.inbound(), since))
                .orElse(Optional.of(0));
    }

    Optional<Integer> fetch(SmsList inbound, Instant since) {
        return listed(inbound, since).map(this::take);
    }

    private int take(List<ListedSms> texts) {
        texts.reversed()
                .forEach(text -> hooks.store(List.of(new ProviderHooks.Sent(GATEWAY, gateways.inboundCall(text)))));
        while (reader.read() > 0) {
            // One batch after the other.
        }
        return texts.size();
    }

    private Optional<List<ListedSms>> listed(SmsList list, Instant since) {
        var texts = new ArrayList<ListedSms>();
        var listing = list.first(new TwilioMessages.Window(null, since.minus(MARGIN), clock.instant()));
        for (var pages = 1; pages <= MOST_PAGES; pages++) {
            switch (listing) {
                case Listing.Unavailable _ -> {
                    return Optional.empty();
                }
                case Listing.Page(var page, var next) -> {
                    texts.addAll(page);
                    if (next.isEmpty()) {
                        return Optional.of(texts);
                    }
                    listing = list.next(next.get());
                }
            }
        }
        return Optional.empty();
    }
}
