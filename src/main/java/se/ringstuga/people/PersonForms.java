package se.ringstuga.people;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;

/** The form about one person: its fields in their order, what is stored in them, and what is wrong with what was typed. */
@ApplicationScoped
class PersonForms {

    private static final List<String> FIELDS = List.of(
            "givenName",
            "familyName",
            "phone",
            "altPhone",
            "email",
            "street",
            "postalCode",
            "city",
            "birthYear",
            "language",
            "externalId",
            "joinedOn",
            "leftOn",
            "paidUntil");

    private final Access access;
    private final PageContext page;

    PersonForms(Access access, PageContext page) {
        this.access = access;
        this.page = page;
    }

    /**
     * What the page shows.
     *
     * @param id 0 for somebody new
     * @param version which the fields were read from
     * @param theirs somebody else saved meanwhile
     */
    record Shown(String slug, long id, String title, int version, List<Field> fields, boolean faulty, boolean theirs) {}

    record Field(
            String name,
            String label,
            String type,
            String value,
            @Nullable String hint,
            @Nullable String error) {}

    PersonFormMessages say() {
        return MessageBundles.get(
                PersonFormMessages.class, Localized.Literal.of(page.language().tag()));
    }

    /** What was typed, ready for the edit; only the fields of the form are read. */
    static Map<String, Optional<String>> values(PageForm form) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        FIELDS.stream().filter(name -> form.values().containsKey(name)).forEach(name -> {
            String typed = form.value(name).strip();
            values.put(name, typed.isEmpty() ? Optional.empty() : Optional.of(typed));
        });
        return values;
    }

    Shown stored(PersonView person) {
        return shown(person.id(), person.name(), person.version(), new Content(values(person), Map.of(), Map.of()));
    }

    Shown nobody(PageForm typed) {
        return shown(0, "", 0, new Content(typed(typed), Map.of(), typed.errors()));
    }

    Shown faulty(PersonView person, PageForm typed, int version) {
        return shown(person.id(), person.name(), version, new Content(typed(typed), Map.of(), typed.errors()));
    }

    /** Beside what was typed stands what somebody else has saved; the next press decides (rule 38). */
    Shown overtaken(PersonView current, PageForm typed) {
        Map<String, String> values = typed(typed);
        Map<String, String> theirs = new LinkedHashMap<>();
        values(current).forEach((name, value) -> {
            if (!value.equals(values.getOrDefault(name, ""))) {
                theirs.put(name, value.isEmpty() ? say().theirsEmpty() : say().theirs(value));
            }
        });
        return shown(current.id(), current.name(), current.version(), new Content(values, theirs, Map.of()));
    }

    private record Content(Map<String, String> values, Map<String, String> theirs, Map<String, String> errors) {}

    private Shown shown(long id, String name, int version, Content content) {
        return new Shown(
                access.slug(),
                id,
                id == 0 ? say().newTitle() : say().editTitle(name),
                version,
                FIELDS.stream()
                        .map(field -> new Field(
                                field,
                                label(field),
                                type(field),
                                content.values().getOrDefault(field, ""),
                                content.theirs().getOrDefault(field, hint(field)),
                                content.errors().get(field)))
                        .toList(),
                !content.errors().isEmpty(),
                !content.theirs().isEmpty());
    }

    private static Map<String, String> typed(PageForm form) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(name -> values.put(name, form.value(name)));
        return values;
    }

    /** Telephone numbers as people write them. */
    private static Map<String, String> values(PersonView person) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("givenName", person.givenName());
        values.put("familyName", person.familyName());
        values.put("phone", number(person.phone()));
        values.put("altPhone", number(person.altPhone()));
        values.put("email", text(person.email()));
        values.put("street", text(person.street()));
        values.put("postalCode", text(person.postalCode()));
        values.put("city", text(person.city()));
        values.put("birthYear", text(person.birthYear()));
        values.put("language", text(person.language()));
        values.put("externalId", text(person.externalId()));
        values.put("joinedOn", text(person.membership().joinedOn()));
        values.put("leftOn", text(person.membership().leftOn()));
        values.put("paidUntil", text(person.membership().paidUntil()));
        return values;
    }

    private static String number(@Nullable String e164) {
        return e164 == null ? "" : PhoneNumber.shown(e164);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What is wrong, by field and in the reader's words. */
    Map<String, String> faults(InvalidInput refusal, PageForm form) {
        Map<String, String> faults = new LinkedHashMap<>();
        refusal.violations()
                .forEach(wrong -> faults.putIfAbsent(wrong.field(), fault(wrong.field(), form.value(wrong.field()))));
        return faults;
    }

    private String fault(String field, String typed) {
        String text = CellText.clean(typed);
        boolean phone = field.equals("phone") || field.equals("altPhone");
        if (phone ? PersonalIdentityNumber.isInPhoneCell(text) : PersonalIdentityNumber.isIn(text)) {
            return say().identityNumber();
        } else if (text.length() > CellText.MAX_LENGTH) {
            return say().tooLong();
        } else if (!phone && CellText.isFormula(text)) {
            return say().formula();
        }
        return switch (field) {
            case "phone", "altPhone" -> say().phoneWrong();
            case "email" -> say().emailWrong();
            case "postalCode" -> say().postalCodeWrong();
            case "birthYear" -> say().birthYearWrong();
            case "language" -> say().languageWrong();
            case "joinedOn", "leftOn" -> hasBeen(text) ? say().endsBeforeItBegins() : say().dayWrong();
            case "paidUntil" -> say().paidUntilWrong();
            case "givenName" -> text.isEmpty() ? say().nobody() : say().unreadable();
            default -> say().unreadable();
        };
    }

    private boolean hasBeen(String text) {
        var time = page.time(access.zone());
        LocalDate today = LocalDate.ofInstant(time.now(), access.zone());
        return DateCells.iso(text)
                .filter(day -> day.getYear() >= 1900 && !day.isAfter(today))
                .isPresent();
    }

    private static String type(String field) {
        return switch (field) {
            case "joinedOn", "leftOn", "paidUntil" -> "date";
            case "phone", "altPhone" -> "tel";
            default -> "text";
        };
    }

    private @Nullable String hint(String field) {
        return switch (field) {
            case "language" -> say().languageHint();
            case "leftOn" -> say().leftOnHint();
            default -> null;
        };
    }

    private String label(String field) {
        return switch (field) {
            case "givenName" -> say().givenName();
            case "familyName" -> say().familyName();
            case "phone" -> say().phone();
            case "altPhone" -> say().altPhone();
            case "email" -> say().email();
            case "street" -> say().street();
            case "postalCode" -> say().postalCode();
            case "city" -> say().city();
            case "birthYear" -> say().birthYear();
            case "language" -> say().language();
            case "externalId" -> say().externalId();
            case "joinedOn" -> say().joinedOn();
            case "leftOn" -> say().leftOn();
            default -> say().paidUntil();
        };
    }
}
