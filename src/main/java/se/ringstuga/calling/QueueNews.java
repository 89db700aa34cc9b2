package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.events.SignUpChanged;
import se.ringstuga.people.ImportUndone;
import se.ringstuga.people.MembershipsEnded;
import se.ringstuga.people.PeopleImported;
import se.ringstuga.people.PersonChanged;
import se.ringstuga.surveys.SurveyAnswered;

/** Keeps queues with what happens to people, in the transaction in which it happens. */
@ApplicationScoped
class QueueNews {

    private static final String OPEN_IN_TREE = """
            select a.id from call_assignment a
            where a.closed_at is null and a.expires_at > :now and a.root_id = %s %s order by a.id""";

    private static final String TREE_OF = "(select o.root_id from organization o where o.id = :organization)";

    private static final NamedSql OPEN = NamedSql.of(OPEN_IN_TREE.formatted(":root", ""));
    private static final NamedSql OPEN_ABOUT = NamedSql.of(OPEN_IN_TREE.formatted(TREE_OF, ""));

    /** Filters name a survey by its id, wherever in the tree. */
    private static final NamedSql OPEN_ABOUT_SURVEY = NamedSql.of(OPEN_IN_TREE.formatted(TREE_OF, """
            and (jsonb_path_exists(a.target, '$.**.surveyId') or jsonb_path_exists(a.goal, '$.**.surveyId')
                 or jsonb_path_exists(a.target, '$.**.questionId') or jsonb_path_exists(a.goal, '$.**.questionId')
                 or jsonb_path_exists(a.target, '$.**.optionIds') or jsonb_path_exists(a.goal, '$.**.optionIds'))"""));

    private static final NamedSql OPEN_ABOUT_EVENTS = NamedSql.of(OPEN_IN_TREE.formatted(TREE_OF, """
            and (jsonb_path_exists(a.target, '$.**.type ? (@ == "eventHistory")')
                 or jsonb_path_exists(a.goal, '$.**.type ? (@ == "eventHistory")'))"""));

    private static final NamedSql ASK_FOR_REFRESH = NamedSql.of("""
            insert into call_queue_refresh (assignment_id, refreshed_at, requested_at)
            select a.id, a.opened_at, :now from call_assignment a
            where a.closed_at is null and a.expires_at > :now and a.root_id = %s
            on conflict (assignment_id) do update set requested_at = :now""".formatted(TREE_OF));

    private final Sql sql;
    private final QueueRefresh refresh;
    private final EndedClaims ended;
    private final Clock clock;

    QueueNews(Sql sql, QueueRefresh refresh, EndedClaims ended, Clock clock) {
        this.sql = sql;
        this.refresh = refresh;
        this.ended = ended;
        this.clock = clock;
    }

    /** They leave every queue at once (rule 3); whoever is just talking to one of them may finish. */
    void on(@Observes MembershipsEnded news) {
        ended.undialledOfPeople(news.personIds(), 0);
        about(OPEN_ABOUT, news.organizationId(), news.personIds());
    }

    void on(@Observes PersonChanged news) {
        about(OPEN_ABOUT, news.organizationId(), List.of(news.personId()));
    }

    void on(@Observes SurveyAnswered news) {
        about(OPEN_ABOUT_SURVEY, news.organizationId(), List.of(news.personId()));
    }

    void on(@Observes SignUpChanged news) {
        if (news.person() != null) {
            about(
                    OPEN_ABOUT_EVENTS,
                    news.organizationId(),
                    List.of(news.person().id()));
        }
    }

    /** Too many for the import's own transaction: a job compares them within seconds, and claims ask for the truth. */
    void on(@Observes PeopleImported news) {
        askForRefresh(news.organizationId());
    }

    /** Whom the import created is gone from the queues already; whom it changed may fit again, or no more. */
    void on(@Observes ImportUndone news) {
        askForRefresh(news.organizationId());
    }

    private void askForRefresh(long organizationId) {
        sql.update(ASK_FOR_REFRESH, Map.of("organization", organizationId, "now", clock.instant()));
    }

    void changed(long rootId, List<Long> people) {
        sql.list(OPEN, Map.of("root", rootId, "now", clock.instant()), row -> row.number("id"))
                .forEach(assignment -> refresh.people(assignment, people));
    }

    private void about(NamedSql assignments, long organizationId, List<Long> people) {
        sql.list(assignments, Map.of("organization", organizationId, "now", clock.instant()), row -> row.number("id"))
                .forEach(assignment -> refresh.people(assignment, people));
    }
}
