package se.ringstuga.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cells that say how to reach somebody, and often hold more than one way. */
final class ContactCells {

    private static final Pattern BETWEEN_NUMBERS =
            Pattern.compile("[,;|\\n]|\\s/\\s|/(?=\\s*[0+])|\\s(?:eller|och|or|and|el\\.?)\\s");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:telefon|tel|tfn|mobile|mobil|mob|hem|bostad|arbete|arb|home|work|phone)\\b[.:]?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_ADDRESSES = Pattern.compile("[,;|<>()\\s]+|/|eller");

    private ContactCells() {}

    /** Every number of the cell in its order, the broken ones left out and reported. */
    static ReadCell<List<PhoneNumber>> phones(String cell) {
        if (cell.isEmpty()) {
            return ReadCell.empty();
        }
        return switch (PhoneNumber.reading(LABEL.matcher(cell).replaceFirst(""))) {
            case PhoneNumber.Reading.Good(PhoneNumber number) -> ReadCell.good(List.of(number));
            case PhoneNumber.Reading.NotPersonal()
            when parts(cell).size() == 1 -> ReadCell.bad(ProblemCode.PHONE_NOT_PERSONAL);
            case PhoneNumber.Reading.NotPersonal(), PhoneNumber.Reading.Broken() -> severalPhones(parts(cell));
        };
    }

    private static ReadCell<List<PhoneNumber>> severalPhones(List<String> parts) {
        List<PhoneNumber> numbers = parts.stream()
                .map(part -> LABEL.matcher(part).replaceFirst(""))
                .flatMap(part -> PhoneNumber.parse(part).stream())
                .distinct()
                .toList();
        if (numbers.isEmpty()) {
            return ReadCell.bad(ProblemCode.INVALID_PHONE);
        }
        return ReadCell.partly(
                numbers, numbers.size() < parts.size() ? ProblemCode.INVALID_PHONE : ProblemCode.SEVERAL_PHONES);
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(BETWEEN_NUMBERS.split(cell))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The first good address of the cell. */
    static ReadCell<EmailAddress> email(String cell) {
        if (cell.isEmpty()) {
            return ReadCell.empty();
        }
        String address = cell.regionMatches(true, 0, "mailto:", 0, 7) ? cell.substring(7) : cell;
        Optional<EmailAddress> only = EmailAddress.parse(address);
        if (only.isPresent()) {
            return ReadCell.good(only.get());
        }
        List<String> candidates = new ArrayList<>(Arrays.asList(BETWEEN_ADDRESSES.split(address)));
        candidates.removeIf(candidate -> candidate.indexOf('@') < 0);
        Optional<EmailAddress> first = candidates.stream()
                .flatMap(part -> EmailAddress.parse(part).stream())
                .findFirst();
        if (first.isEmpty()) {
            return ReadCell.bad(
                    CellText.hasLostLetter(cell) && cell.indexOf('@') > 0
                            ? ProblemCode.GARBLED_EMAIL
                            : ProblemCode.INVALID_EMAIL);
        }
        return candidates.size() > 1
                ? ReadCell.partly(first.get(), ProblemCode.SEVERAL_EMAILS)
                : ReadCell.good(first.get());
    }
}
