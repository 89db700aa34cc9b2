package se.ringstuga.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ringstuga.people.RegisteredPerson.Correction;
import se.ringstuga.people.RegisteredPerson.Line;

/**
 * Joins the numbers a register brings with those that are there. A new number takes the place of one of its kind, of a
 * wrong one first; an empty cell takes none away; a number marked wrong stays marked until another takes its place.
 */
final class PhoneMerge {

    private static final int PLACES = 2;

    private final List<Line> numbers;
    private final List<PhoneNumber> incoming;
    private final Map<PersonField, Correction> corrections;
    private final Set<PersonField> kept = EnumSet.noneOf(PersonField.class);
    private final Set<PersonField> caughtUp = EnumSet.noneOf(PersonField.class);
    private final Set<PersonField> overtaken = EnumSet.noneOf(PersonField.class);

    private PhoneMerge(List<Line> current, List<PhoneNumber> incoming, Map<PersonField, Correction> corrections) {
        this.numbers = new ArrayList<>(current);
        this.incoming = incoming;
        this.corrections = corrections;
    }

    record Result(List<Line> numbers, Set<PersonField> kept, Set<PersonField> caughtUp, Set<PersonField> overtaken) {}

    static Result merge(List<Line> current, List<PhoneNumber> incoming, Map<PersonField, Correction> corrections) {
        PhoneMerge merge = new PhoneMerge(current, incoming, corrections);
        incoming.forEach(merge::add);
        if (!merge.numbers.equals(current)) {
            merge.numbers.sort(Comparator.comparing(number -> number.phone().kind()));
        }
        return new Result(List.copyOf(merge.numbers), merge.kept, merge.caughtUp, merge.overtaken);
    }

    private void add(PhoneNumber phone) {
        phoneFields().filter(field -> says(field, phone)).forEach(caughtUp::add);
        if (has(phone)) {
            return;
        }
        Optional<PersonField> corrected = phoneFields()
                .filter(field -> correction(field)
                        .map(Correction::registerValue)
                        .filter(phone.e164()::equals)
                        .isPresent())
                .findFirst();
        if (corrected.isPresent()) {
            kept.add(corrected.get());
        } else {
            place(phone);
        }
    }

    private void place(PhoneNumber phone) {
        Optional<Line> replaced = replaceable(phone);
        if (replaced.isPresent()) {
            var gone = replaced.get().phone();
            phoneFields()
                    .filter(field -> says(field, gone) || saysWrong(field, gone))
                    .forEach(overtaken::add);
            numbers.set(numbers.indexOf(replaced.get()), new Line(phone, null));
        } else if (numbers.size() < PLACES) {
            numbers.add(new Line(phone, null));
        }
    }

    private Optional<Line> replaceable(PhoneNumber phone) {
        List<Line> free = numbers.stream()
                .filter(number -> !incoming.contains(number.phone()))
                .toList();
        Optional<Line> wrong =
                free.stream().filter(number -> number.wrongAt() != null).findFirst();
        Optional<Line> sameKind = free.stream()
                .filter(number -> number.phone().kind() == phone.kind())
                .findFirst();
        Optional<Line> last =
                numbers.size() < PLACES || free.isEmpty() ? Optional.empty() : Optional.of(free.getLast());
        return wrong.filter(number -> number.phone().kind() == phone.kind())
                .or(() -> sameKind)
                .or(() -> wrong)
                .or(() -> last);
    }

    private boolean has(PhoneNumber phone) {
        return numbers.stream().anyMatch(number -> number.phone().equals(phone));
    }

    private boolean says(PersonField field, PhoneNumber phone) {
        return correction(field)
                .map(Correction::value)
                .filter(phone.e164()::equals)
                .isPresent();
    }

    /** A call reached somebody else on it; with another number there is nothing left to correct in the register. */
    private boolean saysWrong(PersonField field, PhoneNumber phone) {
        return correction(field)
                .filter(correction -> correction.value() == null && phone.e164().equals(correction.registerValue()))
                .isPresent();
    }

    private Optional<Correction> correction(PersonField field) {
        return Optional.ofNullable(corrections.get(field));
    }

    private Stream<PersonField> phoneFields() {
        return Stream.of(PersonField.PHONE, PersonField.ALT_PHONE).filter(corrections::containsKey);
    }
}
