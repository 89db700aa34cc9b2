package se.ringstuga.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import se.ringstuga.accounts.Vault;
import se.ringstuga.database.ClockDrift;
import se.ringstuga.fence.Fence;

/** Calls whoever listens. Each instance does; no more than so many calls are under way, each on a thread of its own. */
@ApplicationScoped
public class WebhookDispatch {

    private static final Logger LOG = Logger.getLogger(WebhookDispatch.class);
    private static final long PATIENCE_MILLIS = 500;

    private final DueDeliveries due;
    private final WebhookLine line;
    private final Vault vault;
    private final Fence fence;
    private final ClockDrift drift;
    private final WebhooksConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final Semaphore room;

    WebhookDispatch(
            DueDeliveries due,
            WebhookLine line,
            Vault vault,
            Fence fence,
            ClockDrift drift,
            WebhooksConfig config,
            ObjectMapper json,
            Clock clock) {
        this.due = due;
        this.line = line;
        this.vault = vault;
        this.fence = fence;
        this.drift = drift;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.room = new Semaphore(config.atOnce());
    }

    /** Takes and sends what is due until there is no more of it or no room. Returns how many calls it has begun. */
    public int run() {
        var begun = 0;
        for (var some = round(); some > 0; some = round()) {
            begun += some;
        }
        return begun;
    }

    /** Waits for the calls under way: for tests, and for the end of the application. */
    public boolean awaitQuiet() {
        try {
            var all = room.tryAcquire(config.atOnce(), config.lease().toMillis(), TimeUnit.MILLISECONDS);
            if (all) {
                room.release(config.atOnce());
            }
            return all;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        awaitQuiet();
    }

    private int round() {
        var taken = 0;
        var free = freeRoom();
        try {
            if (free > 0 && drift.trusted() && fence.mayAct()) {
                var deliveries = due.take(free);
                for (var delivery : deliveries) {
                    Thread.ofVirtual().name("webhook-" + delivery.id()).start(() -> carry(delivery));
                    taken++;
                }
            }
            return taken;
        } finally {
            room.release(free - taken);
        }
    }

    /** Waits a little where there is none: the calls under way may all be about to end, or all hang. */
    private int freeRoom() {
        try {
            return room.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) ? 1 + room.drainPermits() : 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void carry(DueDelivery delivery) {
        try {
            due.write(delivery, answer(delivery));
        } catch (RuntimeException failed) {
            // Its lease runs out, and it is due again.
            LOG.errorf(failed, "What became of webhook delivery %d could not be written", delivery.id());
        } finally {
            room.release();
        }
    }

    /** What cannot be signed is a failure like every other: the endpoint rests, and is switched off in the end. */
    private WebhookLine.Answer answer(DueDelivery delivery) {
        WebhookLine.Call call;
        try {
            call = call(delivery);
        } catch (RuntimeException unsigned) {
            LOG.errorf(unsigned, "Webhook delivery %d could not be signed", delivery.id());
            return new WebhookLine.Answer(null, "could not be signed");
        }
        return line.post(call);
    }

    private WebhookLine.Call call(DueDelivery delivery) {
        var id = "del_" + delivery.id();
        var second = clock.instant().getEpochSecond();
        var body = body(delivery);
        var signatures = delivery.locked().stream()
                .map(locked ->
                        new WebhookSecret(new String(vault.open(HexFormat.of().parseHex(locked)), UTF_8)))
                .map(secret -> secret.signature(id, second, body))
                .collect(Collectors.joining(" "));
        return new WebhookLine.Call(delivery.address(), id, second, signatures, body);
    }

    /** The envelope of Standard Webhooks; nothing in it tells anything about anybody. */
    private String body(DueDelivery delivery) {
        try {
            var body = json.createObjectNode();
            body.put("type", delivery.type());
            body.put("timestamp", delivery.happenedAt().toString());
            var data = body.putObject("data");
            data.put("organization", delivery.slug());
            data.put("organizationId", delivery.about());
            json.readTree(delivery.ids()).properties().forEach(id -> data.set(id.getKey(), id.getValue()));
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
