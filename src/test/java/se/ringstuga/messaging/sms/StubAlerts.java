package se.ringstuga.messaging.sms;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A stub's log of the requests that it refused, which lags behind: what was asked for stands only in the single entry. */
final class StubAlerts {

    static final String PATH = "/v1/Alerts";

    private final StubSettings settings;
    private final ConcurrentLinkedDeque<Alert> newestFirst = new ConcurrentLinkedDeque<>();

    StubAlerts(StubSettings settings) {
        this.settings = settings;
    }

    private record Alert(String sid, String code, String variables, Instant at, Instant listed) {

        Map<String, Object> json(String accountSid) {
            var json = new LinkedHashMap<String, Object>();
            json.put("account_sid", accountSid);
            json.put("alert_text", "told by a stub");
            json.put("api_version", "2010-04-01");
            json.put("date_created", listed.truncatedTo(ChronoUnit.SECONDS).toString());
            json.put("date_generated", at.truncatedTo(ChronoUnit.SECONDS).toString());
            json.put("date_updated", listed.truncatedTo(ChronoUnit.SECONDS).toString());
            json.put("error_code", code);
            json.put("log_level", "error");
            json.put("more_info", "https://www.twilio.com/docs/api/errors/" + code);
            json.put("request_method", "POST");
            json.put("request_url", "https://api.twilio.com/2010-04-01/Accounts/" + accountSid + "/Messages.json");
            json.put("resource_sid", null);
            json.put("sid", sid);
            json.put("url", "https://monitor.twilio.com" + PATH + "/" + sid);
            json.put("service_sid", null);
            return json;
        }
    }

    /** @param listedAfter in milliseconds, as for a message */
    void add(String code, FormParameters form, Instant at, long listedAfter) {
        var single = new LinkedHashMap<String, String>();
        form.values().forEach((name, values) -> single.put(name, values.getFirst()));
        var sid = "NO" + UUID.randomUUID().toString().replace("-", "");
        newestFirst.addFirst(new Alert(sid, code, StubReports.encoded(single), at, at.plusMillis(listedAfter)));
    }

    /** A page, or a single one; empty when there is none of that id. */
    Optional<Map<String, Object>> answer(String path, FormParameters query, Instant now) {
        return path.equals(PATH) ? Optional.of(page(query, now)) : single(path.substring(PATH.length() + 1), now);
    }

    private Optional<Map<String, Object>> single(String sid, Instant now) {
        return shown(now).stream()
                .filter(alert -> alert.sid().equals(sid))
                .findFirst()
                .map(alert -> {
                    var json = alert.json(settings.accountSid());
                    json.put("request_variables", alert.variables());
                    json.put("request_headers", "");
                    json.put("response_body", "");
                    json.put("response_headers", "");
                    return json;
                });
    }

    private Map<String, Object> page(FormParameters query, Instant now) {
        var size = Math.min(
                settings.listPage(),
                query.first("PageSize").map(Integer::parseInt).orElse(50));
        var page = query.first("Page").map(Integer::parseInt).orElse(0);
        var from = query.first("StartDate").map(Instant::parse).orElse(Instant.MIN);
        var until = query.first("EndDate").map(Instant::parse).orElse(Instant.MAX);
        var found = shown(now).stream()
                .filter(alert -> !alert.at().isBefore(from) && !alert.at().isAfter(until))
                .toList();
        var meta = new LinkedHashMap<String, Object>();
        meta.put("first_page_url", address(query, 0));
        meta.put("key", "alerts");
        meta.put("page", page);
        meta.put("page_size", size);
        meta.put("next_page_url", found.size() > (page + 1) * size ? address(query, page + 1) : null);
        meta.put("previous_page_url", null);
        meta.put("url", address(query, page));
        return Map.of(
                "alerts",
                found.stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(alert -> alert.json(settings.accountSid()))
                        .toList(),
                "meta",
                meta);
    }

    private List<Alert> shown(Instant now) {
        return newestFirst.stream()
                .filter(alert -> !alert.listed().isAfter(now))
                .toList();
    }

    private static String address(FormParameters query, int page) {
        var form = new LinkedHashMap<String, String>();
        query.values().forEach((name, values) -> form.put(name, values.getFirst()));
        form.put("Page", Integer.toString(page));
        return "https://monitor.twilio.com" + PATH + "?" + StubReports.encoded(form);
    }
}
