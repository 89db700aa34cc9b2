package se.ringstuga.calling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.Row;
import se.ringstuga.surveys.SurveyForm;
import se.ringstuga.surveys.SurveyForms;

/** Makes what the caller sees of a claim from one row. */
@ApplicationScoped
class ClaimViews {

    private static final TypeReference<List<NoteView>> NOTES = new TypeReference<>() {};

    private final SurveyForms forms;
    private final ObjectMapper json;
    private final ClaimSecrets secrets;
    private final Map<Long, Form> kept = new ConcurrentHashMap<>();

    ClaimViews(SurveyForms forms, ObjectMapper json, ClaimSecrets secrets) {
        this.forms = forms;
        this.json = json;
        this.secrets = secrets;
    }

    /** The numbers are left out until they were asked for: then {@code dialledAt} is set (rule 7). */
    ClaimView of(Row row, Definition definition) {
        var dialled = row.instantOrNull("dialled_at");
        var person = new PersonOnLine(
                row.number("person_id"),
                (row.text("given_name") + " " + row.text("family_name")).strip(),
                row.text("given_name"),
                dialled == null ? null : row.text("dial_phone"),
                dialled == null ? null : row.textOrNull("dial_alt_phone"),
                fields(row, definition.shownFields()));
        return new ClaimView(
                row.number("id"),
                row.number("assignment_id"),
                row.number("caller_id"),
                person,
                form(row.textOrNull("survey_revision"), definition),
                row.instant("claimed_at"),
                row.instant("lease_until"),
                dialled,
                secrets.of(row.bytes("secret_nonce")),
                row.count("attempts"),
                row.instantOrNull("call_back_at"),
                row.is("promised"),
                notes(row.textOrNull("notes")),
                row.is("conflict"));
    }

    private static Map<String, String> fields(Row row, List<String> shown) {
        var fields = new LinkedHashMap<String, String>();
        Arrays.stream(ShownField.values())
                .filter(field -> shown.contains(field.name()))
                .forEach(field -> {
                    var value = row.textOrNull(field.column());
                    if (value != null) {
                        fields.put(field.name(), value);
                    }
                });
        return fields;
    }

    private List<NoteView> notes(@Nullable String text) {
        try {
            return text == null ? List.of() : json.readValue(text, NOTES);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** A survey's row changes with its current version, so the revision tells whether the kept form still holds. */
    private @Nullable SurveyForm form(@Nullable String revision, Definition definition) {
        if (revision == null) {
            return null;
        }
        long survey = Objects.requireNonNull(definition.surveyId());
        var known = kept.get(survey);
        if (known != null && known.revision().equals(revision)) {
            return known.form();
        }
        var form = forms.current(definition.organizationId(), survey);
        form.ifPresent(found -> kept.put(survey, new Form(revision, found)));
        return form.orElse(null);
    }

    private record Form(String revision, SurveyForm form) {}
}
