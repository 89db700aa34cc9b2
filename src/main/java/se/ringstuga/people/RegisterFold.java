package se.ringstuga.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Joins the rows of one person (rule 1): rows with one member number, and a row without one with the row it belongs to
 * by email, else by name and phone. Two people may share a number or an address: whoever has another given name is
 * somebody else.
 */
final class RegisterFold {

    private final Map<String, RegisterEntry> byNumber = new LinkedHashMap<>();
    private final List<RegisterEntry> withoutNumber = new ArrayList<>();

    /** Takes one row; true when it joined an earlier one with its member number. */
    boolean add(RegisterEntry entry) {
        String number = entry.externalId();
        if (number == null) {
            withoutNumber.add(entry);
            return false;
        }
        RegisterEntry earlier = byNumber.get(number);
        byNumber.put(number, earlier == null ? entry : entry.over(earlier));
        return earlier != null;
    }

    /** One entry a person; rows without number that joined another are told to {@code findings}. */
    List<RegisterEntry> entries(Consumer<RowProblem.Finding> findings) {
        List<RegisterEntry> entries = new ArrayList<>(byNumber.values());
        if (withoutNumber.isEmpty()) {
            return entries;
        }
        Map<String, List<Integer>> index = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            enter(index, i, entries.get(i));
        }
        for (RegisterEntry entry : withoutNumber) {
            Optional<Integer> same = find(index, entries, entry);
            if (same.isPresent()) {
                entries.set(same.get(), entry.over(entries.get(same.get())));
                findings.accept(new RowProblem.Finding(entry.row(), null, ProblemCode.REPEATED_ROW));
            } else {
                entries.add(entry);
            }
            enter(index, same.orElse(entries.size() - 1), entry);
        }
        return entries;
    }

    private static void enter(Map<String, List<Integer>> index, int position, RegisterEntry entry) {
        for (String key : keys(entry)) {
            index.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(position);
        }
    }

    private static Optional<Integer> find(
            Map<String, List<Integer>> index, List<RegisterEntry> entries, RegisterEntry entry) {
        return keys(entry).stream()
                .flatMap(key -> index.getOrDefault(key, List.of()).stream())
                .filter(position -> SamePerson.may(entries.get(position).givenName(), entry.givenName()))
                .findFirst();
    }

    /** Email first, then name with each phone. */
    private static List<String> keys(RegisterEntry entry) {
        List<String> keys = new ArrayList<>(3);
        String email = entry.email();
        if (email != null) {
            keys.add("e" + email.toLowerCase(java.util.Locale.ROOT));
        }
        entry.phones().forEach(phone -> keys.add("p" + phone.e164() + ' ' + entry.sortName()));
        return keys;
    }
}
