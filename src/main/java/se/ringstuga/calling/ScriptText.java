package se.ringstuga.calling;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Violation;
import se.ringstuga.messaging.Escaping;
import se.ringstuga.messaging.Template;
import se.ringstuga.messaging.TemplateField;
import se.ringstuga.messaging.TemplateFields;
import se.ringstuga.messaging.TemplateMistake;

/**
 * What is said in a call, with fields of the person and of whoever calls: {@code Hej, jag heter {ringare}}. A text that was
 * stored before there were fields, and cannot be read as one with fields, is said as it stands.
 */
final class ScriptText {

    static final String CITY = "city";

    private static final TemplateFields FIELDS = TemplateFields.of(
            TemplateField.ofPerson("given_name", "förnamn", "given_name", "first_name"),
            TemplateField.ofPerson("name", "namn", "name"),
            TemplateField.ofPerson(CITY, "ort", "city"),
            TemplateField.ofOrganization("organization", "förening", "organization"),
            TemplateField.ofPerson("caller", "ringare", "caller"));

    private ScriptText() {}

    /** What is wrong with it; empty when it can be said. */
    static Optional<TemplateMistake> mistake(String text) {
        try {
            Template.parse(text, FIELDS);
            return Optional.empty();
        } catch (TemplateMistake mistake) {
            return Optional.of(mistake);
        }
    }

    /** Whether it says where the person lives, which callers see only where the organizer chose so. */
    static boolean tellsCity(String text) {
        try {
            return Template.parse(text, FIELDS).fields().contains(CITY);
        } catch (TemplateMistake asItStands) {
            return false;
        }
    }

    /**
     * Why texts cannot be stored.
     *
     * @param given those that are being written now, by their fields; what was stored before is not looked at again
     * @param texts all of them afterwards
     */
    static List<Violation> violations(Map<String, String> given, Map<String, String> texts, List<ShownField> shown) {
        var wrong = new LinkedHashMap<String, String>();
        given.forEach((field, text) ->
                mistake(text).ifPresent(found -> wrong.put(field, String.valueOf(found.getMessage()))));
        if (!shown.contains(ShownField.CITY)) {
            texts.forEach((field, text) -> {
                if (tellsCity(text)) {
                    wrong.putIfAbsent(field, "names {ort}, which callers do not see; add CITY to shownFields");
                }
            });
        }
        return wrong.entrySet().stream()
                .map(entry -> Violation.body(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The four texts of an assignment by their fields; those left out are not among them. */
    static Map<String, String> texts(
            @Nullable String script, @Nullable String otherPerson, @Nullable String voicemail, @Nullable String why) {
        var texts = new LinkedHashMap<String, String>();
        put(texts, "script", script);
        put(texts, "scriptOtherPerson", otherPerson);
        put(texts, "scriptVoicemail", voicemail);
        put(texts, "scriptWhy", why);
        return texts;
    }

    private static void put(Map<String, String> texts, String field, @Nullable String text) {
        if (text != null) {
            texts.put(field, text);
        }
    }

    /** What this caller says to this person. */
    static Script spoken(CallerHome home, PersonOnLine person) {
        var values = new HashMap<String, String>();
        values.put("given_name", person.givenName());
        values.put("name", person.name());
        values.put(CITY, Objects.requireNonNullElse(person.fields().get(ShownField.CITY.name()), ""));
        values.put("organization", home.organizationName());
        values.put("caller", home.callerName());
        return new Script(
                said(home.script().main(), values),
                said(home.script().otherPerson(), values),
                said(home.script().voicemail(), values),
                said(home.script().why(), values));
    }

    /** The same before anybody is on the line: words in brackets stand for what is not known yet. */
    static String beforehand(CallerHome home, CallMessages words) {
        return said(
                home.script().main(),
                Map.of(
                        "given_name",
                        words.somebodysGivenName(),
                        "name",
                        words.somebodysName(),
                        CITY,
                        words.somebodysCity(),
                        "organization",
                        home.organizationName(),
                        "caller",
                        home.callerName()));
    }

    private static String said(String text, Map<String, String> values) {
        try {
            return Template.parse(text, FIELDS).render(values, Escaping.PLAIN);
        } catch (TemplateMistake asItStands) {
            return text;
        }
    }
}
