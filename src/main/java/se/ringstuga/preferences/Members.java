package se.ringstuga.preferences;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.people.VisiblePeople;

/** Finds the person of a link, or one that staff may see. */
@ApplicationScoped
class Members {

    private static final String MEMBER = """
            select p.id, p.organization_id, o.root_id, p.given_name, o.name as organization, p.email,
                   exists (select from membership b where b.organization_id = p.organization_id and b.person_id = p.id
                             and (b.left_on is null or b.left_on > cast(cast(:now as timestamptz) at time zone o.time_zone as date))) as current,
                   array_remove(array[case when p.phone_wrong_at is null then p.phone end,
                                      case when p.alt_phone_wrong_at is null then p.alt_phone end], null) as numbers
            from person p join organization o on o.id = p.organization_id
            where p.id = :person""";

    private static final NamedSql ANY = NamedSql.of(MEMBER);

    private static final NamedSql SEEN = NamedSql.of(
            MEMBER + " and (p.restricted_at is null or :administrator) and " + VisiblePeople.from(":viewer"));

    private static final NamedSql OTHERS_SAID_NO = NamedSql.of("""
            select count(*) as others from person p
            join organization_closure c on c.descendant_id = p.organization_id and c.ancestor_id = :root
            join contact_state s on s.person_id = p.id and s.channel = 'CALL' and s.decision = 'WITHDRAWN'
            where p.id <> :person and p.id in (select id from person where phone = :number
                                               union all select id from person where alt_phone = :number)""");

    private static final int MOST_SHARING = 20;

    private final Sql sql;
    private final Consents consents;
    private final Clock clock;

    Members(Sql sql, Consents consents, Clock clock) {
        this.sql = sql;
        this.consents = consents;
        this.clock = clock;
    }

    Optional<Member> find(long id) {
        return sql.first(ANY, parameters(id), Member::of);
    }

    /** As seen from an organization, where protected people may not be seen. */
    Optional<Member> seen(long id, long viewer, boolean administrator) {
        var parameters = parameters(id);
        parameters.put("viewer", viewer);
        parameters.put("administrator", administrator);
        return sql.first(SEEN, parameters, Member::of);
    }

    /** Everybody else of the tree who is written to at the same e-mail address; a household, not a crowd. */
    List<Member> sharingAddress(Member member) {
        return member.email() == null
                ? List.of()
                : consents.peopleAt(member.rootId(), Channel.EMAIL, member.email()).stream()
                        .filter(other -> other.id() != member.id())
                        .limit(MOST_SHARING)
                        .flatMap(other -> find(other.id()).stream())
                        .toList();
    }

    /** Whether anybody else who has the number does not want to be called on it. */
    boolean othersSaidNo(Member member, String number) {
        return sql.first(
                                OTHERS_SAID_NO,
                                Map.of("root", member.rootId(), "person", member.id(), "number", number),
                                row -> row.number("others"))
                        .orElse(0L)
                > 0;
    }

    private Map<String, Object> parameters(long id) {
        return new HashMap<>(Map.of("person", id, "now", clock.instant()));
    }
}
