package se.ringstuga.messaging.sms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** The messages that a stub of Twilio has accepted, and its list of them, which lags behind. */
final class StubMessages {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static final List<String> RANKS = List.of("queued", "sent", "failed", "undelivered", "delivered");

    private final int largestPage;
    private final ConcurrentLinkedDeque<Kept> newestFirst = new ConcurrentLinkedDeque<>();
    private final Map<String, ConcurrentLinkedDeque<Kept>> byNumber = new ConcurrentHashMap<>();

    StubMessages(int largestPage) {
        this.largestPage = largestPage;
    }

    /** One accepted message; its status moves on. */
    static final class Kept {
        private final String sid;
        private final Map<String, String> form;
        private final Instant created;
        private final Instant listed;
        private final String direction;
        private volatile String status;
        private volatile @Nullable String code;

        Kept(String sid, Map<String, String> form, Instant created, long listedAfter) {
            this(sid, form, created, listedAfter, "outbound-api", "queued");
        }

        /** A text that somebody sent to us. */
        static Kept inbound(String sid, Map<String, String> form, Instant created) {
            return new Kept(sid, form, created, 0, "inbound", "received");
        }

        private Kept(
                String sid,
                Map<String, String> form,
                Instant created,
                long listedAfter,
                String direction,
                String status) {
            this.direction = direction;
            this.status = status;
            this.sid = sid;
            this.form = form;
            this.created = created;
            this.listed = created.plusMillis(listedAfter);
        }

        String sid() {
            return sid;
        }

        Map<String, String> form() {
            return form;
        }

        /** Whether this was news: what has been delivered is not merely sent again. */
        synchronized boolean become(String newStatus, @Nullable String newCode) {
            if (RANKS.indexOf(newStatus) <= RANKS.indexOf(status)) {
                return false;
            }
            this.status = newStatus;
            this.code = newCode;
            return true;
        }

        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            var errorCode = code;
            json.put("account_sid", StubSettings.ACCOUNT_SID);
            json.put("api_version", "2010-04-01");
            json.put("body", form.get("Body"));
            json.put("date_created", WRITTEN.format(created));
            json.put("date_sent", status.equals("queued") ? null : WRITTEN.format(created));
            json.put("date_updated", WRITTEN.format(created));
            json.put("direction", direction);
            json.put("error_code", errorCode == null ? null : Integer.valueOf(errorCode));
            json.put("error_message", null);
            json.put("from", form.get("From"));
            json.put("messaging_service_sid", form.get("MessagingServiceSid"));
            json.put("num_media", "0");
            json.put("num_segments", "1");
            json.put("price", status.equals("queued") ? null : "-0.05500");
            json.put("price_unit", "USD");
            json.put("sid", sid);
            json.put("status", status);
            json.put("subresource_uris", Map.of());
            json.put("to", form.get("To"));
            json.put("uri", "/2010-04-01/Accounts/" + StubSettings.ACCOUNT_SID + "/Messages/" + sid + ".json");
            return json;
        }
    }

    void add(Kept message) {
        newestFirst.addFirst(message);
        byNumber.computeIfAbsent(message.form().getOrDefault("To", ""), _ -> new ConcurrentLinkedDeque<>())
                .addFirst(message);
    }

    /** A page as Twilio writes it. */
    Map<String, Object> page(String path, FormParameters query, Instant now) {
        var size = Math.min(
                largestPage, query.first("PageSize").map(Integer::parseInt).orElse(50));
        var page = query.first("Page").map(Integer::parseInt).orElse(0);
        var found = found(query, now);
        var here = found.stream()
                .skip((long) page * size)
                .limit(size)
                .map(Kept::json)
                .toList();
        var json = new LinkedHashMap<String, Object>();
        json.put("messages", here);
        json.put("page", page);
        json.put("page_size", size);
        json.put("first_page_uri", path + "?" + written(query, 0));
        json.put("next_page_uri", found.size() > (page + 1) * size ? path + "?" + written(query, page + 1) : null);
        json.put("previous_page_uri", null);
        json.put("uri", path + "?" + written(query, page));
        return json;
    }

    private List<Kept> found(FormParameters query, Instant now) {
        var from = query.first("DateSent>").map(StubMessages::read).orElse(Instant.MIN);
        var until = query.first("DateSent<").map(StubMessages::read).orElse(Instant.MAX);
        var among = query.first("To")
                .map(to -> byNumber.getOrDefault(to, new ConcurrentLinkedDeque<>()))
                .orElse(newestFirst);
        return among.stream()
                .filter(message -> !message.status.equals("queued"))
                .filter(message -> !message.listed.isAfter(now))
                .filter(message -> !message.created.isBefore(from) && !message.created.isAfter(until))
                .toList();
    }

    private static Instant read(String written) {
        return Instant.parse(written);
    }

    private static String written(FormParameters query, int page) {
        var form = new LinkedHashMap<String, String>();
        query.values().forEach((name, values) -> form.put(name, values.getFirst()));
        form.put("Page", Integer.toString(page));
        return StubReports.encoded(form);
    }
}
