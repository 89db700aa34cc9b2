package se.ringstuga.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/**
 * The page on which one person is written to.
 *
 * @param sms whether it is an SMS; otherwise an e-mail
 * @param both whether the person can be reached either way
 */
record SingleMessageScreen(
        String slug,
        long person,
        String name,
        boolean sms,
        boolean both,
        PageForm form,
        List<ComposeScreen.Choice> senders,
        ComposePreview preview) {

    public String base() {
        return "/o/" + slug + "/people/" + person + "/message";
    }

    public String value(String name) {
        return form.value(name);
    }

    public @Nullable String error(String name) {
        return form.error(name);
    }
}
