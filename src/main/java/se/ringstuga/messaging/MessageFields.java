package se.ringstuga.messaging;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;
import se.ringstuga.http.Language;

/** What a text may say of the person, the organization and the sender, by the names of the fields in templates. */
final class MessageFields {

    static final String ORGANIZATION = "organization";
    static final String SENDER = "sender";
    static final String PREFERENCES = "preferences";
    static final String UNSUBSCRIBE = "unsubscribe";
    /** The person's own, for the words that are not the writer's; no text can ask for it. */
    private static final String LANGUAGE = "language";

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

    /** The same of a row with the person's language. */
    static Map<String, String> ofReader(Row row) {
        var fields = of(row);
        put(fields, LANGUAGE, row.textOrNull("language"));
        return fields;
    }

    /** The same for somebody who is about to be sent to, with who wrote it, the tags it asks for and their own link. */
    static Map<String, String> of(Row row, String link) {
        var fields = ofReader(row);
        put(fields, SENDER, row.textOrNull("author"));
        row.texts("tags").forEach(tag -> fields.put(TemplateFields.tagKey(tag), tag));
        put(fields, PREFERENCES, link);
        return fields;
    }

    /** In which the product itself speaks to the person: Swedish where it does not know theirs. */
    static Language language(Map<String, String> fields) {
        return Language.ofTag(fields.get(LANGUAGE)).orElse(Language.SWEDISH);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }
}
