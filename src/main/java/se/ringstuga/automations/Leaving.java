package se.ringstuga.automations;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import se.ringstuga.organizations.ClosedDays;
import se.ringstuga.organizations.ClosedDaysChanged;
import se.ringstuga.people.MembershipsEnded;
import se.ringstuga.people.PeopleImported;
import se.ringstuga.people.PeopleStopped;
import se.ringstuga.people.PersonChanged;
import se.ringstuga.surveys.SurveyAnswered;

/**
 * Keeps automations with what happens to people and with closed days, in the transaction in which it happens. It comes before the queues do: whoever
 * goes on in an automation locks the person's place in it first, and the place in a queue after that.
 */
@ApplicationScoped
class Leaving {

    private static final int BEFORE_QUEUES = 1_000;

    /** Every instance knows of a break by then. */
    private static final Duration KNOWN = ClosedDays.KEPT.plusSeconds(1);

    private final EnrolmentRows rows;
    private final Automations automations;
    private final WaitingRows waiting;
    private final Clock clock;

    Leaving(EnrolmentRows rows, Automations automations, WaitingRows waiting, Clock clock) {
        this.rows = rows;
        this.automations = automations;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** They are in no automation any more (rule 3). */
    void on(@Observes @Priority(BEFORE_QUEUES) MembershipsEnded news) {
        rows.membershipsEnded(news.personIds(), clock.instant());
    }

    /** The dead, those who left, and those who never were members (rule 10). */
    void on(@Observes @Priority(BEFORE_QUEUES) PeopleStopped news) {
        rows.keepOut(news.personIds(), clock.instant());
    }

    /** Perhaps protected (rule 5), or what somebody waited for. */
    void on(@Observes @Priority(BEFORE_QUEUES) PersonChanged news) {
        rows.keepOut(List.of(news.personId()), clock.instant());
        waiting.lookAt(List.of(news.personId()), clock.instant());
    }

    void on(@Observes @Priority(BEFORE_QUEUES) SurveyAnswered news) {
        waiting.lookAt(List.of(news.personId()), clock.instant());
    }

    /** An import takes longer than it is looked back for: its people carry the moment at which it began. */
    void on(@Observes @Priority(BEFORE_QUEUES) PeopleImported news) {
        automations.lookAgain(news.organizationId(), news.importedAt(), clock.instant());
        waiting.lookAtImported(news.organizationId(), news.importedAt(), clock.instant());
    }

    /** Waits are reckoned anew, so that one that a break no longer makes longer ends when it should (rule 33). */
    void on(@Observes @Priority(BEFORE_QUEUES) ClosedDaysChanged news) {
        waiting.lookAtAll(news.organizationId(), news.at().plus(KNOWN));
    }
}
