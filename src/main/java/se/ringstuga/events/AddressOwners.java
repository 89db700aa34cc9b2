package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.people.Folding;

/** Whose address it is, once somebody has shown that it is theirs. */
@ApplicationScoped
class AddressOwners {

    private static final NamedSql ROOT = NamedSql.of("select root_id from organization where id = :organization");

    private static final NamedSql NAMES = NamedSql.of("""
            select organization_id, id, given_name, family_name from person where id = any (cast(:people as bigint[])) and stopped_at is null
            order by id""");

    private final Sql sql;
    private final Consents consents;

    AddressOwners(Sql sql, Consents consents) {
        this.sql = sql;
        this.consents = consents;
    }

    private record Named(Consents.Person person, String givenName, String familyName) {

        /** The given name in what somebody typed, if it is this one who did. */
        private String given(String typed) {
            var family = " " + familyName;
            return typed.endsWith(family) ? typed.substring(0, typed.length() - family.length()) : typed;
        }

        boolean may(String typed) {
            return !givenName.isEmpty() && (begins(given(typed), givenName) || begins(givenName, given(typed)));
        }

        boolean is(String typed) {
            return givenName.equals(given(typed));
        }

        private static boolean begins(String name, String with) {
            return (name + " ").startsWith(with + " ");
        }
    }

    /**
     * The only one who has the address and that given name, whole or the first of several, as in the register's files: somebody
     * else of the household comes as themselves. Of two who may be meant it is the one who wrote their own. A name that nobody
     * knows cannot differ.
     */
    Optional<Consents.Person> of(EventRow event, SignUpRequests.Wanted wanted) {
        var root = sql.first(ROOT, Map.of("organization", event.organizationId()), row -> row.number("root_id"))
                .orElseThrow();
        var ids = consents
                .peopleAt(root, wanted.address().channel(), wanted.address().text())
                .stream()
                .map(Consents.Person::id)
                .toList();
        var all = sql.list(
                NAMES,
                Map.of("people", ids),
                row -> new Named(
                        new Consents.Person(row.number("organization_id"), row.number("id")),
                        Folding.fold(row.text("given_name")),
                        Folding.fold(row.text("family_name"))));
        var nameless = all.size() == 1 && all.getFirst().givenName().isEmpty();
        return only(nameless ? all : called(all, Folding.fold(wanted.name()))).map(Named::person);
    }

    private static List<Named> called(List<Named> people, String typed) {
        var may = people.stream().filter(one -> one.may(typed)).toList();
        return may.size() == 1 ? may : may.stream().filter(one -> one.is(typed)).toList();
    }

    private static Optional<Named> only(List<Named> people) {
        return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
    }
}
