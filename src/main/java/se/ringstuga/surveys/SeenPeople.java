package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.NotFound;
import se.ringstuga.people.VisiblePeople;
import se.ringstuga.surveys.NewSubmission.PersonKey;

/** The people that the one who asks may see: of the organization, of those below it, and those connected to one of them. */
@ApplicationScoped
class SeenPeople {

    /** For a row of person under the alias p; the parameter is called organization. */
    static final String VISIBLE = VisiblePeople.from(":organization");

    private final EntityManager entities;
    private final Access access;

    SeenPeople(EntityManager entities, Access access) {
        this.entities = entities;
        this.access = access;
    }

    /**
     * The person and whose register they stand in.
     *
     * @throws NotFound for strangers, and for protected people unless an administrator asks (rule 5)
     */
    PersonKey require(long personId) {
        List<?> owners = entities.createNativeQuery("""
                        select p.organization_id from person p
                        where p.id = :person and (p.restricted_at is null or :administrator) and """ + " " + VISIBLE, Long.class)
                .setParameter("person", personId)
                .setParameter("administrator", access.administrator())
                .setParameter("organization", access.organizationId())
                .getResultList();
        return owners.stream()
                .findFirst()
                .map(owner -> new PersonKey((Long) owner, personId))
                .orElseThrow(NotFound::new);
    }
}
