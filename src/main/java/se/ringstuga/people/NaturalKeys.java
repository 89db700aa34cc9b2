package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Finds the person of a register whom another tool describes: by member number, else by email, else by name and phone. */
@ApplicationScoped
class NaturalKeys {

    private final EntityManager entities;

    NaturalKeys(EntityManager entities) {
        this.entities = entities;
    }

    /** What somebody was recognised by, the surest first. */
    @Schema(name = "MatchedBy")
    enum Key {
        EXTERNAL_ID,
        EMAIL,
        NAME_AND_PHONE
    }

    /** Somebody who is there already. */
    record Match(long personId, Key key) {}

    /** Two with different member numbers or given names are two, even with one address or phone. */
    Optional<Match> match(People.Viewer viewer, Person described) {
        String email = described.text(PersonField.EMAIL);
        List<Tuple> rows = entities.createNativeQuery("""
                        select p.id, p.given_name, case when p.external_id = cast(:number as text) then 0
                            when lower(p.email) = cast(:email as text) then 1 else 2 end as key
                        from person p
                        where p.organization_id = :organization and (p.restricted_at is null or :administrator)
                          and (p.external_id = cast(:number as text)
                            or (cast(:number as text) is null or p.external_id is null)
                              and (lower(p.email) = cast(:email as text)
                                or p.sort_name = :name and (p.phone in (cast(:phone as text), cast(:alt as text))
                                  or p.alt_phone in (cast(:phone as text), cast(:alt as text)))))
                        order by key, p.id""", Tuple.class)
                .setParameter("number", described.externalId)
                .setParameter("email", email == null ? null : email.toLowerCase(Locale.ROOT))
                .setParameter("name", described.sortName)
                .setParameter("phone", described.text(PersonField.PHONE))
                .setParameter("alt", described.text(PersonField.ALT_PHONE))
                .setParameter("organization", viewer.organizationId())
                .setParameter("administrator", viewer.administrator())
                .getResultList();
        return rows.stream()
                .filter(row -> key(row) == Key.EXTERNAL_ID
                        || SamePerson.may(described.givenName, row.get("given_name", String.class)))
                .findFirst()
                .map(row -> new Match(row.get("id", Long.class), key(row)));
    }

    /** Whoever has the member number, if the viewer may see them. */
    Optional<Long> byExternalId(People.Viewer viewer, String externalId) {
        Person described = new Person();
        described.externalId = externalId;
        return match(viewer, described).map(Match::personId);
    }

    private static Key key(Tuple row) {
        return Key.values()[row.get("key", Integer.class)];
    }
}
