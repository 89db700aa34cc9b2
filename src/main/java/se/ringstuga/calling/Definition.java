package se.ringstuga.calling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.ContactPolicy;
import se.ringstuga.segments.Condition;
import se.ringstuga.segments.Filter;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;

/**
 * What an assignment says, read once per revision of its row.
 *
 * @param goal null means: reached in this assignment (rule 11)
 * @param earlierSurveys what it had before, by the moment when that was changed, oldest first
 */
record Definition(
        long id,
        long organizationId,
        long rootId,
        Filter target,
        @Nullable Filter goal,
        @Nullable Long surveyId,
        int cooldownHours,
        int maxAttempts,
        List<String> shownFields,
        List<EarlierSurvey> earlierSurveys) {

    /** A call that broke off reached nobody for good. */
    private static final String REACHED_HERE = """
            exists (select from call g where g.person_id = p.id and g.assignment_id = :assignment
                      and g.state = 'REPORTED' and g.outcome = 'REACHED' and not g.interrupted)""";

    /** The survey that an assignment had until then; null when it had none. */
    record EarlierSurvey(Instant until, @Nullable Long surveyId) {}

    /** With the survey that whoever was handed out at that moment is asked: open claims keep what they were given (rule 38). */
    Definition asOf(Instant claimedAt) {
        return earlierSurveys.stream()
                .filter(earlier -> earlier.until().isAfter(claimedAt))
                .findFirst()
                .map(earlier -> new Definition(
                        id,
                        organizationId,
                        rootId,
                        target,
                        goal,
                        earlier.surveyId(),
                        cooldownHours,
                        maxAttempts,
                        shownFields,
                        earlierSurveys))
                .orElse(this);
    }

    Duration coolDown() {
        return Duration.ofHours(cooldownHours);
    }

    /** The parts of every statement about this assignment's people, over the alias {@code p}. */
    Conditions conditions(ContactPolicy policy, Moment moment) {
        var scope = new Scope(organizationId, moment.at(), moment.zone());
        var base = SegmentSql.base("base_", scope);
        var wanted = SegmentSql.condition(target, "target_", scope);
        var parameters = new HashMap<>(policy.parameters(new ContactPolicy.Circumstances(
                rootId, moment.at(), moment.zone(), moment.under16Allowed(), moment.weeklyCap(), coolDown())));
        parameters.putAll(base.parameters());
        parameters.putAll(wanted.parameters());
        parameters.put("assignment", id);
        parameters.put("now", moment.at());
        var met = goalMet(moment);
        parameters.putAll(met.parameters());
        return new Conditions(
                "(" + base.sql() + ") and ((" + wanted.sql() + ") or " + AddedPeople.ADDED + ")",
                met.sql(),
                parameters);
    }

    /** Whether nobody need call the person any more; needs {@code assignment} and {@code now} besides its own parameters. */
    Condition goalMet(Moment moment) {
        var met = goal == null
                ? new Condition(REACHED_HERE, Map.of())
                : SegmentSql.condition(goal, "goal_", new Scope(organizationId, moment.at(), moment.zone()));
        return new Condition("((" + met.sql() + ") and not " + SurveyPromises.DUE + ")", met.parameters());
    }

    /**
     * @param inTarget boolean
     * @param goalMet boolean
     * @param parameters of both, of the policy's texts, and {@code assignment} and {@code now}
     */
    record Conditions(String inTarget, String goalMet, Map<String, Object> parameters) {}

    /** When and where the question is asked. */
    record Moment(Instant at, ZoneId zone, boolean under16Allowed, int weeklyCap) {}
}
