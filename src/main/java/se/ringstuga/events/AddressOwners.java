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
            select organization_id, id, given_name from person where id = any (cast(:people as bigint[])) and stopped_at is null
            order by id""");

    private final Sql sql;
    private final Consents consents;

    AddressOwners(Sql sql, Consents consents) {
        this.sql = sql;
        this.consents = consents;
    }

    private record Named(Consents.Person person, String firstName) {}

    /**
     * The only one who has the address and that first name: somebody else of the household comes as themselves. A first name that
     * nobody knows cannot differ.
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
                        new Consents.Person(row.number("organization_id"), row.number("id")), row.text("given_name")));
        var nameless = all.size() == 1 && all.getFirst().firstName().isBlank();
        var meant = nameless ? all : called(all, wanted.name());
        return meant.size() == 1 ? Optional.of(meant.getFirst().person()) : Optional.empty();
    }

    private static List<Named> called(List<Named> people, String name) {
        var folded = Folding.fold(name);
        return people.stream()
                .filter(one -> {
                    var first = Folding.fold(one.firstName());
                    return !first.isEmpty() && (folded + " ").startsWith(first + " ");
                })
                .toList();
    }
}
