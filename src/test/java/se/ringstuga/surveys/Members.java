package se.ringstuga.surveys;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import se.ringstuga.accounts.Actor;
import se.ringstuga.surveys.NewSubmission.CallKey;
import se.ringstuga.surveys.NewSubmission.PersonKey;
import se.ringstuga.surveys.NewSubmission.Source;

/** People and their answers, written straight into the tables. */
@ApplicationScoped
public class Members {

    @Inject
    EntityManager entities;

    @Inject
    Submissions submissions;

    @Inject
    Clock clock;

    /** A member of the organization's register. */
    public long person(long organizationId, String givenName) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) entities.createNativeQuery("""
                        insert into person (organization_id, given_name, sort_name, created_at, updated_at)
                        values (:organization, :name, lower(:name), :now, :now) returning id""", Long.class)
                .setParameter("organization", organizationId)
                .setParameter("name", givenName)
                .setParameter("now", clock.instant())
                .getSingleResult());
    }

    public void restrict(long personId) {
        execute("update person set restricted_at = created_at, restricted_by = 'staff:1' where id = :person", personId);
    }

    /** Makes a tag. */
    public long newTag(long organizationId, String title) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) entities.createNativeQuery("""
                        insert into tag (organization_id, title, created_at) values (:organization, :title, :now)
                        returning id""", Long.class)
                .setParameter("organization", organizationId)
                .setParameter("title", title)
                .setParameter("now", clock.instant())
                .getSingleResult());
    }

    /** Puts a tag on a person. */
    public void tag(long personId, long tagId) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into person_tag
                        select p.organization_id, p.id, t.organization_id, t.id, p.created_at, 'staff:1'
                        from person p, tag t where p.id = :person and t.id = :tag""")
                        .setParameter("person", personId)
                        .setParameter("tag", tagId)
                        .executeUpdate());
    }

    /** Connects a person of a register to an organization below it. */
    public void connect(long personId, long organizationId) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("""
                        insert into person_connection
                        select :to, p.organization_id, p.id, 'STAFF', p.created_at, 'staff:1'
                        from person p where p.id = :person""")
                        .setParameter("to", organizationId)
                        .setParameter("person", personId)
                        .executeUpdate());
    }

    private void execute(String sql, long personId) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(sql)
                        .setParameter("person", personId)
                        .executeUpdate());
    }

    /** What a caller notes in a call; answers and violations as {@link Submissions#record} gives them. */
    public Submissions.Recorded callerNotes(
            long organizationId, long personId, long surveyId, long callId, AnswerInput... answers) {
        return QuarkusTransaction.requiringNew()
                .call(() -> submissions.record(NewSubmission.ofCall(
                        organizationId,
                        new PersonKey(organizationId, personId),
                        surveyId,
                        new CallKey(callId, new Actor(Actor.Kind.CALLER, 1)),
                        List.of(answers))));
    }

    /** As a report that is corrected or taken back does. */
    public void withdrawNotes(long callId) {
        QuarkusTransaction.requiringNew().run(() -> submissions.withdraw(callId));
    }

    /** What a tool sends about a person. */
    public Submissions.Recorded tells(long organizationId, long personId, long surveyId, AnswerInput... answers) {
        return QuarkusTransaction.requiringNew()
                .call(() -> submissions.record(new NewSubmission(
                        organizationId,
                        organizationId,
                        personId,
                        surveyId,
                        0,
                        Source.API,
                        new Actor(Actor.Kind.TOKEN, 1),
                        0,
                        0,
                        List.of(answers))));
    }

    /** Has the versions of a survey look as if just written, so that their questions are read anew. */
    void rewriteVersions(long surveyId) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update survey_version set created_at = created_at where survey_id = :survey")
                        .setParameter("survey", surveyId)
                        .executeUpdate());
    }

    /** Lets nobody read questions until the end of the caller's transaction. */
    void lockQuestions() {
        entities.createNativeQuery("lock table question in access exclusive mode")
                .executeUpdate();
    }

    public long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery(sql, Long.class).getSingleResult());
    }
}
