package se.ringstuga.messaging.email;

import java.util.List;
import java.util.Optional;
import se.ringstuga.http.Language;

/**
 * What stands around the text of an e-mail.
 *
 * @param organization who writes
 * @param language of the text
 * @param footer why the reader gets it, and where the organization is found; plain text, one paragraph each
 * @param unsubscribeUrl the reader's own page of preferences; empty where there is nothing to unsubscribe from
 */
public record EmailLayout(
        String organization, Language language, List<String> footer, Optional<String> unsubscribeUrl) {

    public EmailLayout {
        footer = List.copyOf(footer);
    }

    String unsubscribeLabel() {
        return switch (language) {
            case SWEDISH -> "Avregistrera dig eller ändra vad du får";
            case ENGLISH -> "Unsubscribe or change what you receive";
        };
    }
}
