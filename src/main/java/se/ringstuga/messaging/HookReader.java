package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.messaging.gateway.DeliveryStatus;
import se.ringstuga.messaging.gateway.ProviderEvent;

/** Reads what providers sent, many at once, in the order in which it came. */
@ApplicationScoped
public class HookReader {

    private static final int BATCH = 500;

    private static final NamedSql UNREAD = NamedSql.of("""
            select id, gateway, path, query, body from provider_hook where read_at is null
            order by id limit :batch for update skip locked""");

    private static final NamedSql READ = NamedSql.of("""
            update provider_hook h set read_at = :now, mistake = nullif(d.mistake, '')
            from unnest(cast(:ids as bigint[]), cast(:mistakes as text[])) d(id, mistake) where h.id = d.id""");

    private final Sql sql;
    private final ProviderNews news;
    private final Clock clock;

    HookReader(Sql sql, ProviderNews news, Clock clock) {
        this.sql = sql;
        this.news = news;
        this.clock = clock;
    }

    private record Hook(long id, String gateway, String path, String query, String body) {}

    /** Says how many there were, at most one batch. */
    @Transactional
    public int read() {
        var hooks = sql.list(
                UNREAD,
                Map.of("batch", BATCH),
                row -> new Hook(
                        row.number("id"), row.text("gateway"), row.text("path"), row.text("query"), row.text("body")));
        if (hooks.isEmpty()) {
            return 0;
        }
        var events = new ArrayList<ProviderEvent>();
        var mistakes = new ArrayList<String>();
        for (var hook : hooks) {
            var event = event(hook);
            event.ifPresent(events::add);
            mistakes.add(event.isPresent() ? "" : "not understood");
        }
        if (!events.isEmpty()) {
            news.apply(events);
        }
        sql.update(
                READ,
                Map.of("ids", hooks.stream().map(Hook::id).toList(), "mistakes", mistakes, "now", clock.instant()));
        return hooks.size();
    }

    private static Optional<ProviderEvent> event(Hook hook) {
        var form = form(hook.body());
        try {
            return Optional.of(new ProviderEvent(
                    hook.gateway(),
                    form.getOrDefault("id", ""),
                    Long.parseLong(form.getOrDefault("message", "")),
                    Integer.parseInt(form.getOrDefault("attempt", "")),
                    DeliveryStatus.valueOf(form.getOrDefault("status", "")),
                    form.get("code"),
                    null,
                    null));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, String> form(String body) {
        var values = new HashMap<String, String>();
        for (var pair : List.of(body.split("&"))) {
            var at = pair.indexOf('=');
            if (at > 0) {
                values.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
