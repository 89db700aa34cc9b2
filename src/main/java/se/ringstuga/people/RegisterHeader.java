package se.ringstuga.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which column of a file is what. */
final class RegisterHeader {

    private static final int LONGEST_NAME = 60;

    private final List<String> names;
    private final List<Optional<RegisterColumn>> columns;

    private RegisterHeader(List<String> names, List<Optional<RegisterColumn>> columns) {
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
    }

    /**
     * Maps the first row of a file.
     *
     * @param chosen headers chosen by the one who imports; an empty one takes the column out
     */
    static RegisterHeader of(List<String> cells, Map<RegisterColumn, String> chosen) {
        List<Optional<RegisterColumn>> columns = new ArrayList<>();
        Set<RegisterColumn> taken = new HashSet<>(chosen.keySet());
        Map<String, RegisterColumn> byHeader = new java.util.HashMap<>();
        chosen.forEach((column, header) -> {
            if (!header.isEmpty()) {
                byHeader.put(RegisterColumn.key(header), column);
            }
        });
        for (String cell : cells) {
            RegisterColumn override = byHeader.remove(RegisterColumn.key(cell));
            Optional<RegisterColumn> known =
                    RegisterColumn.ofHeader(cell).filter(column -> !chosen.containsKey(column));
            columns.add(
                    override != null
                            ? Optional.of(override)
                            : known.filter(column -> taken.add(column) || column == RegisterColumn.PHONE));
        }
        if (!byHeader.isEmpty()) {
            throw UnreadableRegister.noSuchHeader(byHeader.values().iterator().next());
        }
        RegisterHeader header =
                new RegisterHeader(cells.stream().map(CellText::clean).toList(), columns);
        if (columns.stream().flatMap(Optional::stream).noneMatch(RegisterHeader::tellsWho)) {
            throw UnreadableRegister.noKnownColumn();
        }
        return header;
    }

    /** Headers of which none is looked at yet, so that somebody can say which is what. */
    static RegisterHeader unread(List<String> cells) {
        return new RegisterHeader(
                cells.stream().map(CellText::clean).toList(),
                cells.stream().map(RegisterColumn::ofHeader).toList());
    }

    int size() {
        return columns.size();
    }

    /** What the column is; empty for one that is not stored. */
    Optional<RegisterColumn> column(int index) {
        return index < columns.size() ? columns.get(index) : Optional.empty();
    }

    /** The header as the file writes it, or the spreadsheet's letter where that is none. */
    String name(int index) {
        return isNamed(index) ? names.get(index) : letters(index);
    }

    /** Whether the file says something there that may be repeated. */
    boolean isNamed(int index) {
        String name = index < names.size() ? names.get(index) : "";
        return !name.isEmpty() && name.length() <= LONGEST_NAME && !PersonalIdentityNumber.isIn(name);
    }

    @Nullable
    String nameOf(RegisterColumn column) {
        int index = columns.indexOf(Optional.of(column));
        return index < 0 ? null : name(index);
    }

    /** What was recognised, for the one who imports. */
    Map<String, String> mapping() {
        Map<RegisterColumn, String> mapping = new EnumMap<>(RegisterColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            String name = name(i);
            columns.get(i).ifPresent(column -> mapping.putIfAbsent(column, name));
        }
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        mapping.forEach((column, name) -> fields.put(column.field(), name));
        return fields;
    }

    private static boolean tellsWho(RegisterColumn column) {
        return switch (column) {
            case GIVEN_NAME, FAMILY_NAME, NAME, MOBILE, LANDLINE, PHONE, EMAIL -> true;
            case EXTERNAL_ID, BIRTH_YEAR, STREET, POSTAL_CODE, CITY, JOINED_ON, ORGANIZATION, PAID_UNTIL -> false;
        };
    }

    private static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }
}
