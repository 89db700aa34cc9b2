package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.messaging.gateway.ProviderEvent;
import se.ringstuga.messaging.sms.InboundSms;
import se.ringstuga.messaging.sms.SmsGateways;

/** Reads stored calls, each method in one transaction: what a call does and that it was read are committed together. */
@ApplicationScoped
class HookReading {

    private static final String NOT_UNDERSTOOD = "not understood";

    private final ProviderHooks hooks;
    private final SmsGateways gateways;
    private final ProviderNews news;
    private final Event<SmsReceived> received;

    HookReading(ProviderHooks hooks, SmsGateways gateways, ProviderNews news, Event<SmsReceived> received) {
        this.hooks = hooks;
        this.gateways = gateways;
        this.news = news;
        this.received = received;
    }

    /** Says how many there were. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int some(int most) {
        return read(hooks.lock(most));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void one(long id) {
        read(hooks.lockOne(id));
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void putAside(long id, String mistake) {
        hooks.markRead(Map.of(id, mistake));
    }

    private int read(List<ProviderHooks.Hook> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        var events = new ArrayList<ProviderEvent>();
        var texts = new ArrayList<InboundSms>();
        var mistakes = new LinkedHashMap<Long, String>();
        for (var hook : batch) {
            var event = event(hook);
            var text = text(hook);
            event.ifPresent(events::add);
            text.ifPresent(texts::add);
            mistakes.put(hook.id(), event.isPresent() || text.isPresent() ? "" : NOT_UNDERSTOOD);
        }
        if (!events.isEmpty()) {
            news.apply(events);
        }
        texts.forEach(text -> received.fire(new SmsReceived(text)));
        hooks.markRead(mistakes);
        return batch.size();
    }

    private Optional<ProviderEvent> event(ProviderHooks.Hook hook) {
        return HookKind.STATUS.ends(hook.call().path())
                ? gateways.webhook(hook.gateway()).flatMap(webhook -> webhook.status(hook.call()))
                : Optional.empty();
    }

    private Optional<InboundSms> text(ProviderHooks.Hook hook) {
        return HookKind.INBOUND.ends(hook.call().path())
                ? gateways.webhook(hook.gateway()).flatMap(webhook -> webhook.inbound(hook.call()))
                : Optional.empty();
    }
}
