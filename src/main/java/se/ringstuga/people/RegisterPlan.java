package se.ringstuga.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an import will do, decided before anything is written: whom it creates, whom it changes, and what it found worth
 * telling.
 *
 * @param created entries nobody was found for
 * @param changed people whom the file changes
 * @param corrected people about whose corrections the file says something
 * @param repeated entries that turned out to be somebody another entry already is
 * @param found everybody the file speaks of who was there
 */
record RegisterPlan(
        List<RegisterEntry> created,
        List<RegisterMerge.Merged> changed,
        List<RegisterMerge.Merged> corrected,
        int repeated,
        Set<Long> found,
        List<RowProblem.Finding> findings) {

    static RegisterPlan of(RegisterContent content, List<RegisteredPeople.Candidate> candidates) {
        List<RowProblem.Finding> findings = new ArrayList<>(content.findings());
        Map<Integer, RegisterEntry> open = new LinkedHashMap<>();
        content.entries().forEach(entry -> open.put(entry.row(), entry));
        Map<Long, RegisteredPerson> taken = new HashMap<>();
        List<RegisterMerge.Merged> merged = new ArrayList<>();
        int repeated = 0;
        for (RegisteredPeople.Candidate candidate : candidates) {
            RegisterEntry entry = open.get(candidate.row());
            if (entry == null || !fits(entry, candidate.person())) {
                continue;
            }
            if (taken.putIfAbsent(candidate.person().id(), candidate.person()) == null) {
                open.remove(candidate.row());
                merged.add(merge(entry, candidate.person(), content.header(), findings));
            } else if (entry.externalId() == null) {
                open.remove(candidate.row());
                repeated++;
                findings.add(new RowProblem.Finding(entry.row(), null, ProblemCode.REPEATED_ROW));
            }
        }
        sharedEmails(open.values(), content, candidates).forEach(findings::add);
        return new RegisterPlan(
                List.copyOf(open.values()),
                merged.stream().filter(RegisterMerge.Merged::changed).toList(),
                merged.stream().filter(RegisterPlan::speaksOfCorrections).toList(),
                repeated,
                new HashSet<>(taken.keySet()),
                inOrder(findings));
    }

    /** Everybody who is not quite the same afterwards. */
    Set<Long> touched() {
        return Stream.concat(changed.stream(), corrected.stream())
                .map(merged -> merged.before().id())
                .collect(Collectors.toSet());
    }

    /** The same member number always fits; an address or number fits unless the given name is another's. */
    private static boolean fits(RegisterEntry entry, RegisteredPerson person) {
        return (entry.externalId() != null && entry.externalId().equals(person.externalId()))
                || SamePerson.may(entry.givenName(), person.givenName())
                || Optional.ofNullable(person.corrections().get(PersonField.GIVEN_NAME))
                        .map(RegisteredPerson.Correction::registerValue)
                        .filter(was -> !was.isEmpty() && SamePerson.may(entry.givenName(), was))
                        .isPresent();
    }

    /** Somebody new who has the email of somebody else: whoever imports may know better (decision 030). */
    private static Stream<RowProblem.Finding> sharedEmails(
            Collection<RegisterEntry> created, RegisterContent content, List<RegisteredPeople.Candidate> candidates) {
        Set<String> others = new HashSet<>();
        candidates.forEach(candidate -> email(candidate.person().email()).ifPresent(others::add));
        Set<String> seen = new HashSet<>();
        content.entries().stream()
                .flatMap(entry -> email(entry.email()).stream())
                .filter(email -> !seen.add(email))
                .forEach(others::add);
        return created.stream()
                .filter(entry -> entry.externalId() == null
                        && email(entry.email()).filter(others::contains).isPresent())
                .map(entry -> new RowProblem.Finding(
                        entry.row(), content.header().nameOf(RegisterColumn.EMAIL), ProblemCode.SHARED_EMAIL));
    }

    private static Optional<String> email(@Nullable String email) {
        return Optional.ofNullable(email).map(address -> address.toLowerCase(Locale.ROOT));
    }

    private static RegisterMerge.Merged merge(
            RegisterEntry entry,
            RegisteredPerson person,
            RegisterHeader header,
            Collection<RowProblem.Finding> findings) {
        RegisterMerge.Merged merged = RegisterMerge.merge(entry, person);
        for (PersonField field : merged.kept()) {
            findings.add(
                    new RowProblem.Finding(entry.row(), columnOf(field, entry, header), ProblemCode.KEPT_CORRECTION));
        }
        return merged;
    }

    /** Null where it is about the whole row. */
    private static @Nullable String columnOf(PersonField field, RegisterEntry entry, RegisterHeader header) {
        RegisterColumn own = field.column();
        if (own == null) {
            return null;
        }
        Stream<RegisterColumn> columns = field != PersonField.PHONE && field != PersonField.ALT_PHONE
                ? Stream.of(own, RegisterColumn.NAME)
                : Stream.of(
                        entry.mobile().isEmpty() ? RegisterColumn.LANDLINE : RegisterColumn.MOBILE,
                        RegisterColumn.PHONE,
                        RegisterColumn.LANDLINE);
        return columns.flatMap(column -> Stream.ofNullable(header.nameOf(column)))
                .findFirst()
                .orElse(field.field());
    }

    private static boolean speaksOfCorrections(RegisterMerge.Merged merged) {
        return !merged.caughtUp().isEmpty() || !merged.overtaken().isEmpty();
    }

    private static List<RowProblem.Finding> inOrder(List<RowProblem.Finding> findings) {
        findings.sort(java.util.Comparator.comparingInt(RowProblem.Finding::row));
        return List.copyOf(findings);
    }
}
