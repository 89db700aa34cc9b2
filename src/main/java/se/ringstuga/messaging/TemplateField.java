package se.ringstuga.messaging;

import java.util.List;

/**
 * A field that a template may name.
 *
 * @param key under which its value is handed to {@link Template#render}; never shown to people
 * @param names what it is called in braces, in Swedish and in English; the first is the one that mistakes suggest
 * @param origin who writes its values
 * @param personal whether it differs between the recipients of one broadcast
 */
public record TemplateField(String key, List<String> names, Origin origin, boolean personal) {

    /** Who writes a value decides what it may do in a message. */
    public enum Origin {
        /** Written by or about the person, perhaps on a public form: letters and nothing else. */
        PERSON,
        /** Written by those who run the organization. */
        ORGANIZATION,
        /** An address that the product made itself. */
        LINK
    }

    public TemplateField {
        names = List.copyOf(names);
        if (key.isBlank() || names.isEmpty()) {
            throw new IllegalArgumentException("A field needs a key and a name");
        }
    }

    public static TemplateField ofPerson(String key, String... names) {
        return new TemplateField(key, List.of(names), Origin.PERSON, true);
    }

    public static TemplateField ofOrganization(String key, String... names) {
        return new TemplateField(key, List.of(names), Origin.ORGANIZATION, false);
    }

    /** A link that is the recipient's own. */
    public static TemplateField personalLink(String key, String... names) {
        return new TemplateField(key, List.of(names), Origin.LINK, true);
    }
}
