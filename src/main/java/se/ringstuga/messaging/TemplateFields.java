package se.ringstuga.messaging;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The fields and tags that templates of one kind may name. Immutable. */
public final class TemplateFields {

    /** What the key of a tag's condition begins with; its value is anything but blank where the person has the tag. */
    public static final String TAG = "tag:";

    private static final TemplateFields STANDARD = new TemplateFields(
            List.of(
                    TemplateField.ofPerson("given_name", "förnamn", "given_name", "first_name"),
                    TemplateField.ofPerson("family_name", "efternamn", "family_name", "last_name"),
                    TemplateField.ofPerson("name", "namn", "name"),
                    TemplateField.ofPerson("city", "ort", "city"),
                    TemplateField.ofOrganization("organization", "förening", "organization"),
                    TemplateField.ofOrganization("sender", "avsändare", "sender"),
                    TemplateField.personalLink("unsubscribe", "avanmälan", "unsubscribe"),
                    TemplateField.personalLink("preferences", "inställningar", "preferences")),
            Set.of(),
            false);

    /** What a survey that somebody asked for is sent with; no other message has such a link. */
    public static final TemplateField SURVEY_LINK =
            TemplateField.personalLink(MessageFields.SURVEY_LINK, "länk", "link", "länk:enkät");

    private final List<TemplateField> fields;
    private final Set<String> tags;
    private final boolean anyTag;

    private TemplateFields(List<TemplateField> fields, Set<String> tags, boolean anyTag) {
        this.fields = List.copyOf(fields);
        this.tags = Set.copyOf(tags);
        this.anyTag = anyTag;
    }

    /** Under which a person's tag is handed to {@link Template#render}. */
    static String tagKey(String title) {
        return TAG + normal(title);
    }

    /** What every message knows of its person, its organization and its sender. */
    public static TemplateFields standard() {
        return STANDARD;
    }

    /** These and no others: of a text that is no message. */
    public static TemplateFields of(TemplateField... fields) {
        return new TemplateFields(List.of(fields), Set.of(), false);
    }

    /** These and others, such as a survey's link ({@code länk}). */
    public TemplateFields with(TemplateField... others) {
        var all = new ArrayList<>(fields);
        all.addAll(Arrays.asList(others));
        return new TemplateFields(all, tags, anyTag);
    }

    /** The same fields where {@code {om tagg …}} may name these tags. */
    public TemplateFields withTags(Collection<String> names) {
        var all = new TreeSet<>(tags);
        names.forEach(name -> all.add(normal(name)));
        return new TemplateFields(fields, all, anyTag);
    }

    /** The same fields where {@code {om tagg …}} may name whatever it likes: a tag may have been renamed since. */
    TemplateFields withAnyTag() {
        return new TemplateFields(fields, tags, true);
    }

    public List<TemplateField> all() {
        return fields;
    }

    Optional<TemplateField> named(String name) {
        var wanted = normal(name);
        return fields.stream()
                .filter(field ->
                        field.names().stream().anyMatch(own -> normal(own).equals(wanted)))
                .findFirst();
    }

    /** A condition on a tag, as a field whose value only ever decides. */
    Optional<TemplateField> tag(String name) {
        var wanted = normal(name);
        return anyTag || tags.contains(wanted)
                ? Optional.of(TemplateField.ofPerson(TAG + wanted, wanted))
                : Optional.empty();
    }

    /** What somebody who wrote a name that does not exist may have meant. */
    Optional<String> nearest(String name) {
        var wanted = bare(name);
        return fields.stream()
                .flatMap(field -> field.names().stream())
                .filter(own -> distance(bare(own), wanted) <= (wanted.length() < 4 ? 1 : 2))
                .findFirst();
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*:\\s*", ":")
                .replaceAll("\\s+", " ");
    }

    /** Without dots and rings, which people leave out. */
    private static String bare(String name) {
        return Normalizer.normalize(normal(name), Normalizer.Form.NFD).replaceAll("\\p{M}|_| ", "");
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
