package se.ringstuga.messaging.email;

import java.util.List;
import java.util.Optional;
import se.ringstuga.http.Language;

/**
 * What stands around the text of an e-mail.
 *
 * @param organization who writes
 * @param language of what stands around it: the reader's, whatever the text is written in
 * @param footer why the reader gets it, and where the organization is found; plain text, one paragraph each
 * @param preferencesUrl the reader's own page of preferences; empty where there is nothing to choose
 * @param unsubscribing whether that page is where this kind of e-mail is ended
 */
public record EmailLayout(
        String organization,
        Language language,
        List<String> footer,
        Optional<String> preferencesUrl,
        boolean unsubscribing) {

    public EmailLayout {
        footer = List.copyOf(footer);
    }

    String preferencesLabel() {
        return switch (language) {
            case SWEDISH -> unsubscribing ? "Avregistrera dig eller ändra vad du får" : "Ändra vad du får";
            case ENGLISH -> unsubscribing ? "Unsubscribe or change what you receive" : "Change what you receive";
        };
    }
}
