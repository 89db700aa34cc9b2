package se.ringstuga.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.contact.Consents;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * What people were asked by SMS and may answer with a bare JA or NEJ. Whoever asks says what and until when; the answer
 * comes as {@link QuestionAnswered}. One who is asked two things at once answers neither by that: a person has to read it.
 */
@ApplicationScoped
public class OpenQuestions {

    private static final NamedSql ASK = NamedSql.of("""
            insert into open_question (organization_id, person_organization, person_id, subject, asked_at, open_until)
            select :organization, p.organization_id, p.id, q.subject, :now, q.until
            from unnest(cast(:people as bigint[]), cast(:subjects as text[]), cast(:untils as timestamptz[])) q(person, subject, until)
            join person p on p.id = q.person order by p.id, q.subject
            on conflict (person_id, subject) where answered_at is null and withdrawn_at is null
              do update set open_until = excluded.open_until""");

    private static final NamedSql WITHDRAW = NamedSql.of("""
            update open_question q set withdrawn_at = :now
            from (select id from open_question
                  where subject = any (cast(:subjects as text[])) and answered_at is null and withdrawn_at is null
                  order by id for update) asked
            where q.id = asked.id""");

    /** What is being answered at this moment is left to that: nobody is waited for. */
    private static final NamedSql WITHDRAW_SOME = NamedSql.of("""
            update open_question q set withdrawn_at = :now
            from (select id from open_question
                  where id = any (cast(:ids as bigint[])) and answered_at is null and withdrawn_at is null
                  order by id for update skip locked) asked
            where q.id = asked.id""");

    /** Locked first and counted then: of two that are open none is answered. */
    private static final NamedSql ANSWER = NamedSql.of("""
            with asked as materialized (
              select q.id from open_question q join organization_closure c on c.descendant_id = q.organization_id and c.ancestor_id = :root
              where q.person_id = :person and q.answered_at is null and q.withdrawn_at is null and q.open_until > :now
              for update of q),
            alone as (select min(id) as id from asked having count(*) = 1)
            update open_question q set answer = :answer, answered_at = :now from alone where q.id = alone.id
            returning q.id, q.organization_id, q.person_organization, q.person_id, q.subject""");

    private final Sql sql;
    private final Event<QuestionAnswered> answered;
    private final Clock clock;

    OpenQuestions(Sql sql, Event<QuestionAnswered> answered, Clock clock) {
        this.sql = sql;
        this.answered = answered;
        this.clock = clock;
    }

    /**
     * A question to one person.
     *
     * @param subject what it is about, such as {@code event:7}; asked again it is the same question
     * @param until a later answer is read by a person
     */
    public record Asked(long personId, String subject, Instant until) {}

    /** In the caller's transaction, the one that puts the asking messages in line. */
    public void ask(long organizationId, List<Asked> asked) {
        if (!asked.isEmpty()) {
            sql.update(
                    ASK,
                    Map.of(
                            "organization",
                            organizationId,
                            "people",
                            asked.stream().map(Asked::personId).toList(),
                            "subjects",
                            asked.stream().map(Asked::subject).toList(),
                            "untils",
                            asked.stream().map(one -> one.until().toString()).toList(),
                            "now",
                            clock.instant()));
        }
    }

    /** Nobody is asked this any more. */
    public void withdraw(List<String> subjects) {
        if (!subjects.isEmpty()) {
            sql.update(WITHDRAW, Map.of("subjects", subjects, "now", clock.instant()));
        }
    }

    /** The answer has come another way, or does not matter any more; also where whoever answers may be waiting for the caller. */
    public void withdrawById(List<Long> ids) {
        if (!ids.isEmpty()) {
            sql.update(WITHDRAW_SOME, Map.of("ids", ids, "now", clock.instant()));
        }
    }

    /** False when nothing was asked of the person, or two things. */
    boolean answer(long rootId, Consents.Person person, boolean yes) {
        Optional<QuestionAnswered> question = sql.first(
                ANSWER,
                Map.of("root", rootId, "person", person.id(), "answer", yes ? "YES" : "NO", "now", clock.instant()),
                row -> new QuestionAnswered(
                        row.number("id"),
                        row.number("organization_id"),
                        new Consents.Person(row.number("person_organization"), row.number("person_id")),
                        row.text("subject"),
                        yes));
        question.ifPresent(answered::fire);
        return question.isPresent();
    }
}
