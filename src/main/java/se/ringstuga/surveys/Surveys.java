package se.ringstuga.surveys;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** The surveys that an organization may use (its own and those of the ones above) and may change (its own). */
@ApplicationScoped
class Surveys implements PanacheRepository<Survey> {

    void add(Survey survey) {
        persist(survey);
    }

    /**
     * The survey to use.
     *
     * @throws NotFound when the organization cannot see it
     */
    Survey found(long organizationId, long id) {
        Optional<Survey> survey = find("""
                        select s from Survey s, OrganizationBelow b
                        where s.id = ?1 and b.ancestorId = s.organizationId and b.descendantId = ?2""", id, organizationId).firstResultOptional();
        return survey.orElseThrow(NotFound::new);
    }

    /**
     * The survey to change, locked until the transaction ends.
     *
     * @throws NotFound when the organization cannot see it
     * @throws DefinedAbove when it may use but not change it
     */
    Survey own(long organizationId, long id) {
        Survey survey = found(organizationId, id);
        if (survey.organizationId != organizationId) {
            throw new DefinedAbove("survey");
        }
        getEntityManager().refresh(survey, LockModeType.PESSIMISTIC_WRITE);
        return survey;
    }

    /** Newest first. */
    Page<SurveySummary> page(long organizationId, PageRequest page) {
        long before = page.after().map(Cursor::id).orElse(Long.MAX_VALUE);
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("""
                        select s.id, s.title, o.slug, s.current_version, s.created_at, s.closed_at,
                               (select count(*) from question q
                                where q.survey_id = s.id and q.version_number = s.current_version
                                  and q.type <> 'TEXT_BLOCK') as questions
                        from survey s
                        join organization_closure c on c.ancestor_id = s.organization_id and c.descendant_id = :organization
                        join organization o on o.id = s.organization_id
                        where s.id < :before
                        order by s.id desc limit :rows""", Tuple.class)
                .setParameter("organization", organizationId)
                .setParameter("before", before)
                .setParameter("rows", page.limit() + 1)
                .getResultList();
        return Page.of(rows.stream().map(SurveySummary::of).toList(), page.limit(), row -> new Cursor("", row.id()));
    }
}
