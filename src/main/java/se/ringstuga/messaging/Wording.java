package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;

/** Puts templates into words for one person, and refuses those that could not be. */
@ApplicationScoped
class Wording {

    private static final int KEPT = 200;

    private final Map<String, Template> kept = Collections.synchronizedMap(new LatestUsed());

    record Worded(@Nullable String subject, String text) {}

    /** @throws InvalidInput naming {@code text} or {@code subject} and what in it is not known */
    boolean personal(String text, @Nullable String subject) {
        return checked("text", text).personal()
                || (subject != null && checked("subject", subject).personal());
    }

    /** The keys of the fields that a text asks for; it has been checked before. */
    Set<String> fields(String text) {
        return template(text).fields();
    }

    Worded of(Channel channel, String text, @Nullable String subject, Map<String, String> fields) {
        var body = channel == Channel.SMS ? Escaping.PLAIN : Escaping.MARKDOWN;
        return new Worded(
                subject == null ? null : template(subject).render(fields, Escaping.HEADER),
                template(text).render(fields, body));
    }

    private Template checked(String field, String text) {
        try {
            return template(text);
        } catch (TemplateMistake mistake) {
            throw mistake.in(field);
        }
    }

    private Template template(String text) {
        var known = kept.get(text);
        if (known == null) {
            known = Template.parse(text, TemplateFields.standard());
            kept.put(text, known);
        }
        return known;
    }

    private static final class LatestUsed extends LinkedHashMap<String, Template> {

        private static final long serialVersionUID = 1;

        LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
            return size() > KEPT;
        }
    }
}
