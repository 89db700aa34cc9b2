package se.ringstuga.messaging;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;

/** What a text may say of the person, the organization and the sender, by the names of the fields in templates. */
final class MessageFields {

    static final String ORGANIZATION = "organization";
    static final String SENDER = "sender";
    static final String PREFERENCES = "preferences";
    static final String UNSUBSCRIBE = "unsubscribe";
    static final String SURVEY_LINK = "survey_link";

    private MessageFields() {}

    /** Of a row with the person's and the organization's columns; what is not known is left out. */
    static Map<String, String> of(Row row) {
        var fields = new HashMap<String, String>();
        put(fields, "given_name", row.textOrNull("given_name"));
        put(fields, "family_name", row.textOrNull("family_name"));
        put(fields, "city", row.textOrNull("city"));
        put(fields, "name", (row.text("given_name") + " " + row.text("family_name")).strip());
        put(fields, ORGANIZATION, row.textOrNull("organization"));
        return fields;
    }

    /** The same for somebody who is about to be sent to, with who wrote it, the tags it asks for and their own link. */
    static Map<String, String> of(Row row, String link) {
        var fields = of(row);
        put(fields, SENDER, row.textOrNull("author"));
        row.texts("tags").forEach(tag -> fields.put(TemplateFields.tagKey(tag), tag));
        put(fields, PREFERENCES, link);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }
}
