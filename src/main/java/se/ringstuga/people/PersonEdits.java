package se.ringstuga.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Violation;

/** Creates and changes people by hand, inside the caller's transaction; what the register said is remembered (rule 4). */
@ApplicationScoped
public class PersonEdits {

    private final People people;
    private final Corrections corrections;
    private final PersonEvents events;
    private final RegisteredPeople registered;
    private final NaturalKeys keys;
    private final Event<PersonChanged> personChanged;
    private final Event<MembershipsEnded> membershipsEnded;
    private final ObjectMapper json;
    private final Clock clock;

    PersonEdits(
            People people,
            Corrections corrections,
            PersonEvents events,
            RegisteredPeople registered,
            NaturalKeys keys,
            Event<PersonChanged> personChanged,
            Event<MembershipsEnded> membershipsEnded,
            ObjectMapper json,
            Clock clock) {
        this.people = people;
        this.corrections = corrections;
        this.events = events;
        this.registered = registered;
        this.keys = keys;
        this.personChanged = personChanged;
        this.membershipsEnded = membershipsEnded;
        this.json = json;
        this.clock = clock;
    }

    /** Who edits, from where. */
    public record Editor(People.Viewer viewer, Actor actor, ZoneId zone) {}

    /** Creates a person in the organization's own register; gives the id. */
    public long create(Editor editor, Map<String, Optional<String>> values) {
        registered.lock(editor.viewer().organizationId());
        return add(editor, described(editor, values));
    }

    /**
     * Whom {@link #findOrCreate} found or made.
     *
     * @param matchedBy null for somebody who was created
     */
    record Found(long personId, boolean created, NaturalKeys.@Nullable Key matchedBy) {

        static Found created(long personId) {
            return new Found(personId, true, null);
        }

        static Found matched(long personId, NaturalKeys.@Nullable Key key) {
            return new Found(personId, false, key);
        }
    }

    /** Finds the person of the organization's own register who is described, and creates them where nobody is. */
    Found findOrCreate(Editor editor, Map<String, Optional<String>> values) {
        registered.lock(editor.viewer().organizationId());
        Person described = described(editor, values);
        return keys.match(editor.viewer(), described)
                .map(match -> Found.matched(match.personId(), match.key()))
                .orElseGet(() -> Found.created(add(editor, described)));
    }

    /** What the person is recognised by at the moment; null when another would be found, or nobody. */
    NaturalKeys.@Nullable Key matchedBy(Editor editor, Map<String, Optional<String>> values, long personId) {
        return keys.match(editor.viewer(), described(editor, values))
                .filter(match -> match.personId() == personId)
                .map(NaturalKeys.Match::key)
                .orElse(null);
    }

    /** Changes the person with the member number, and creates them where nobody has it. */
    Found put(Editor editor, String externalId, Map<String, Optional<String>> values) {
        String number = CellText.clean(externalId);
        if (number.isEmpty() || ControlCharacters.in(externalId)) {
            throw new InvalidInput(List.of(new Violation("externalId", "path", "must be a member number")));
        }
        registered.lock(editor.viewer().organizationId());
        Map<String, Optional<String>> all = new LinkedHashMap<>(values);
        all.put(PersonField.EXTERNAL_ID.field(), Optional.of(number));
        Optional<Long> known = keys.byExternalId(editor.viewer(), number);
        if (known.isEmpty()) {
            return Found.created(add(editor, described(editor, all)));
        }
        change(editor, known.get(), null, all);
        return Found.matched(known.get(), NaturalKeys.Key.EXTERNAL_ID);
    }

    private Person described(Editor editor, Map<String, Optional<String>> values) {
        Person person = new Person();
        person.organizationId = editor.viewer().organizationId();
        PersonInput.apply(person, values, today(editor));
        person.changedAt(clock.instant());
        return person;
    }

    private long add(Editor editor, Person person) {
        String number = person.externalId;
        if (number != null && people.hasOtherWithNumber(person, number)) {
            throw new PersonRefusals.ExternalIdTaken();
        }
        person.createdAt = clock.instant();
        person.createdBy = editor.actor().toString();
        people.add(person);
        personChanged.fire(new PersonChanged(person.organizationId, person.id));
        return person.id;
    }

    /**
     * Changes what is named.
     *
     * @param version what the editor read; null changes whatever is there
     */
    public void change(Editor editor, long personId, @Nullable Integer version, Map<String, Optional<String>> values) {
        Person person = locked(editor, personId);
        if (version != null && version != person.version) {
            throw new PersonRefusals.ChangedMeanwhile(
                    people.view(editor.viewer(), personId).orElseThrow(NotFound::new));
        }
        Map<PersonField, Optional<String>> before = texts(person);
        String language = person.language;
        boolean fromRegister = person.isFromRegister();
        refuseTakenNumber(person, values);
        PersonInput.apply(person, values, today(editor));
        Map<PersonField, Optional<String>> after = texts(person);
        List<PersonField> changed = after.keySet().stream()
                .filter(field -> !Objects.equals(after.get(field), before.get(field)))
                .toList();
        if (changed.isEmpty() && Objects.equals(language, person.language)) {
            return;
        }
        person.changedAt(clock.instant());
        people.writeOut();
        if (changed.stream().anyMatch(PersonField::isOfMembership)) {
            people.changeMembership(person);
        }
        if (fromRegister) {
            changed.forEach(field -> corrections.keep(
                    new Corrections.Correction(
                            person,
                            field,
                            before.getOrDefault(field, Optional.empty()).orElse(null)),
                    editor.actor(),
                    clock.instant()));
        }
        events.add(person, editor.actor(), "EDITED", details(changed));
        membership(editor, person, before.getOrDefault(PersonField.LEFT_ON, Optional.empty()));
        personChanged.fire(new PersonChanged(person.organizationId, personId));
    }

    /** A membership that ended here leaves queues and messages as one that the register ended does (rule 3). */
    private void membership(Editor editor, Person person, Optional<String> leftBefore) {
        if (leftBefore.isEmpty() && person.leftOn != null) {
            events.add(person, editor.actor(), "MEMBERSHIP_ENDED", "{}");
            membershipsEnded.fire(new MembershipsEnded(person.organizationId, List.of(person.id)));
        } else if (leftBefore.isPresent() && person.leftOn == null) {
            events.add(person, editor.actor(), "MEMBERSHIP_RESUMED", "{}");
        }
    }

    /** Protects a person or lifts the protection; only administrators come here. */
    public void restrict(Editor editor, long personId, boolean restricted) {
        if (!editor.viewer().administrator()) {
            throw new PersonRefusals.OnlyAdministrators();
        }
        Person person = locked(editor, personId);
        if (restricted) {
            person.restrict(clock.instant(), editor.actor().toString());
        } else {
            person.liftRestriction();
        }
        people.writeOut();
        events.add(person, editor.actor(), restricted ? "RESTRICTED" : "RESTRICTION_LIFTED", "{}");
        personChanged.fire(new PersonChanged(person.organizationId, personId));
    }

    /** The person, once no import of their register is under way. */
    Person locked(Editor editor, long personId) {
        PersonView seen = people.view(editor.viewer(), personId).orElseThrow(NotFound::new);
        long register = seen.membership().organization().id();
        if (!people.isInTree(register, editor.viewer().organizationId())) {
            throw new PersonRefusals.OtherRegister();
        }
        registered.lockForEdit(register);
        return people.locked(editor.viewer(), personId).orElseThrow(NotFound::new);
    }

    /** Asked before anything is set: the question would write out a person who is half changed. */
    private void refuseTakenNumber(Person person, Map<String, Optional<String>> values) {
        Optional<String> wanted = values.getOrDefault(PersonField.EXTERNAL_ID.field(), Optional.empty())
                .map(CellText::clean);
        if (wanted.filter(number -> !number.isEmpty() && !number.equals(person.externalId))
                .filter(number -> people.hasOtherWithNumber(person, number))
                .isPresent()) {
            throw new PersonRefusals.ExternalIdTaken();
        }
    }

    private LocalDate today(Editor editor) {
        return LocalDate.ofInstant(clock.instant(), editor.zone());
    }

    private static Map<PersonField, Optional<String>> texts(Person person) {
        Map<PersonField, Optional<String>> texts = new EnumMap<>(PersonField.class);
        for (PersonField field : PersonField.values()) {
            texts.put(field, Optional.ofNullable(person.text(field)));
        }
        return texts;
    }

    private String details(List<PersonField> changed) {
        try {
            return json.writeValueAsString(
                    Map.of("fields", changed.stream().map(PersonField::field).toList()));
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
