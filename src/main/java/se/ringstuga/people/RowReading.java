package se.ringstuga.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one row cell by cell: a cell that cannot be kept becomes a finding and costs the row nothing else. */
final class RowReading {

    private final RegisterHeader header;
    private final LocalDate today;
    private final Function<String, Optional<Long>> organizations;
    private final int row;
    private final Consumer<RowProblem.Finding> findings;

    private @Nullable String externalId;
    private String givenName = "";
    private String familyName = "";
    private @Nullable String email;
    private List<PhoneNumber> mobile = List.of();
    private List<PhoneNumber> landline = List.of();
    private final List<PhoneNumber> otherPhones = new ArrayList<>(0);
    private @Nullable String street;
    private @Nullable String postalCode;
    private @Nullable String city;
    private @Nullable Integer birthYear;
    private @Nullable LocalDate joinedOn;
    private @Nullable LocalDate paidUntil;
    private @Nullable Long placedIn;

    /** What rows of one file share. */
    record Setting(RegisterHeader header, LocalDate today, Function<String, Optional<Long>> organizations) {}

    RowReading(Setting setting, int row, Consumer<RowProblem.Finding> findings) {
        this.header = setting.header();
        this.today = setting.today();
        this.organizations = setting.organizations();
        this.row = row;
        this.findings = findings;
    }

    RegisterEntry read(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String text = CellText.clean(cells.get(i));
            if (!text.isEmpty()) {
                cell(i, text);
            }
        }
        if (cells.size() > header.size()
                && cells.subList(header.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            findings.accept(new RowProblem.Finding(row, null, ProblemCode.EXTRA_CELLS));
        }
        return new RegisterEntry(
                row,
                externalId,
                givenName,
                familyName,
                email,
                mobile,
                landline,
                List.copyOf(otherPhones),
                street,
                postalCode,
                city,
                birthYear,
                joinedOn,
                paidUntil,
                placedIn);
    }

    private void cell(int index, String text) {
        Optional<RegisterColumn> column = header.column(index);
        boolean phone = column.filter(RegisterColumn::isPhone).isPresent();
        Optional<ProblemCode> refusal = refusal(text, column, phone);
        refusal.ifPresentOrElse(
                problem -> findings.accept(new RowProblem.Finding(row, header.name(index), problem)),
                () -> column.ifPresent(known -> value(known, index, text)));
    }

    /** What no cell may hold. A column that is not stored is searched for personal identity numbers only. */
    private static Optional<ProblemCode> refusal(String text, Optional<RegisterColumn> column, boolean phone) {
        if (phone ? PersonalIdentityNumber.isInPhoneCell(text) : PersonalIdentityNumber.isIn(text)) {
            return Optional.of(ProblemCode.PERSONAL_IDENTITY_NUMBER);
        }
        if (column.isEmpty()) {
            return Optional.empty();
        }
        if (phone ? CellText.isFormulaInPhoneCell(text) : CellText.isFormula(text)) {
            return Optional.of(ProblemCode.FORMULA);
        }
        return text.length() > CellText.MAX_LENGTH ? Optional.of(ProblemCode.TOO_LONG) : Optional.empty();
    }

    private void value(RegisterColumn column, int index, String text) {
        switch (column) {
            case EXTERNAL_ID -> externalId = text;
            case GIVEN_NAME -> givenName = name(index, text);
            case FAMILY_NAME -> familyName = name(index, text);
            case NAME -> wholeName(name(index, text));
            case BIRTH_YEAR -> birthYear = kept(index, DateCells.birthYear(text, today));
            case STREET -> street = text;
            case POSTAL_CODE -> postalCode = kept(index, PostalCode.read(text));
            case CITY -> city = text;
            case MOBILE -> mobile = phones(index, text);
            case LANDLINE -> landline = phones(index, text);
            case PHONE -> otherPhones.addAll(phones(index, text));
            case EMAIL -> {
                EmailAddress address = kept(index, ContactCells.email(text));
                email = address == null ? null : address.text();
            }
            case JOINED_ON -> joinedOn = kept(index, DateCells.past(text, today));
            case ORGANIZATION -> placedIn = kept(index, organization(text));
            case PAID_UNTIL -> paidUntil = kept(index, DateCells.any(text, today));
        }
    }

    private <T> @Nullable T kept(int index, ReadCell<T> cell) {
        ProblemCode problem = cell.problem();
        if (problem != null) {
            findings.accept(new RowProblem.Finding(row, header.name(index), problem));
        }
        return cell.value();
    }

    private List<PhoneNumber> phones(int index, String text) {
        List<PhoneNumber> numbers = kept(index, ContactCells.phones(text));
        return numbers == null ? List.of() : numbers;
    }

    private String name(int index, String text) {
        if (CellText.hasLostLetter(text)) {
            findings.accept(new RowProblem.Finding(row, header.name(index), ProblemCode.GARBLED_NAME));
        }
        return text;
    }

    /** "Öberg, Mikael" or "Mikael Öberg"; columns of their own win. */
    private void wholeName(String name) {
        int comma = name.indexOf(',');
        int blank = name.lastIndexOf(' ');
        String family = comma >= 0 ? name.substring(0, comma) : name.substring(blank + 1);
        String given = comma >= 0 ? name.substring(comma + 1) : name.substring(0, Math.max(blank, 0));
        givenName = givenName.isEmpty() ? given.strip() : givenName;
        familyName = familyName.isEmpty() ? family.strip() : familyName;
    }

    private ReadCell<Long> organization(String text) {
        return organizations
                .apply(text)
                .<ReadCell<Long>>map(ReadCell::good)
                .orElseGet(() -> ReadCell.bad(ProblemCode.UNKNOWN_ORGANIZATION));
    }
}
