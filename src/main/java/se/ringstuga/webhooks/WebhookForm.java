package se.ringstuga.webhooks;

import jakarta.validation.ConstraintViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageForm;

/** What a form says of an endpoint, and what is wrong with it in the reader's words, by field. */
final class WebhookForm {

    private WebhookForm() {}

    static NewWebhookEndpoint wanted(PageForm form) {
        return new NewWebhookEndpoint(
                form.value("title").strip(),
                form.value("address").strip(),
                form.values().getOrDefault("types", List.of()).stream()
                        .flatMap(type -> WebhookType.of(type).stream())
                        .toList());
    }

    static Map<String, String> faults(Set<ConstraintViolation<NewWebhookEndpoint>> wrong, WebhookMessages say) {
        var faults = new LinkedHashMap<String, String>();
        wrong.forEach(one -> faults.put(
                one.getPropertyPath().toString(), said(one.getPropertyPath().toString(), say)));
        return faults;
    }

    static Map<String, String> faults(InvalidInput refusal, WebhookMessages say) {
        var faults = new LinkedHashMap<String, String>();
        refusal.violations().forEach(one -> faults.put(one.field(), said(one.field(), say)));
        return faults;
    }

    private static String said(String field, WebhookMessages say) {
        return switch (field) {
            case "title" -> say.nameWrong();
            case "address" -> say.addressWrong();
            default -> say.typesWrong();
        };
    }
}
