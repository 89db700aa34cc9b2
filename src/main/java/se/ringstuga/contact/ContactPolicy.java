package se.ringstuga.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a person may be called, as SQL over the alias {@code p} (table person): the same text fills a queue and checks
 * one person at the moment of handing out. Hours are computed in Java, since they are the same for everybody.
 */
@ApplicationScoped
public class ContactPolicy {

    /** Whoever turns at most this many years in the present year may still be under 16. */
    private static final int MAY_BE_UNDER_16 = 16;

    /**
     * Null when the person may be called, otherwise the reason. A current member without consent rows may be called;
     * anyone else only with a recorded consent. A number that said no stops whoever is called on it.
     */
    public static final String REFUSAL =
            PolicySql.refusal(Channel.CALL, "'" + Purpose.CALL + "'", PolicySql.NO_CONFIRMATION);

    /**
     * When the person, or anybody on one of their numbers, was last called within the cool-down, in any assignment of the
     * tree; null when nobody was. Only completed attempts count, and numbers that are still theirs.
     */
    public static final String LAST_ATTEMPT = """
            greatest(
              (select max(k.attempt_at) from call k where k.person_id = p.id and k.attempt_at > :policy_cool_since),
              (select max(n.attempted_at) from call_number n where n.root_id = :policy_root
                 and n.phone = any (%s) and n.attempted_at > :policy_cool_since))""".formatted(PolicySql.NUMBERS);

    /**
     * Null while the person has been contacted less often within seven days than the weekly cap allows, by whatever part of the
     * tree; otherwise the moment a week after which there is room for another call.
     */
    public static final String CAP_REACHED = PolicySql.capReached();

    private final Suppression suppression;

    ContactPolicy(Suppression suppression) {
        this.suppression = suppression;
    }

    /** The parameters of these texts. */
    public Map<String, Object> parameters(Circumstances now) {
        var today = now.at().atZone(now.zone()).toLocalDate();
        var parameters = new HashMap<>(suppression.parameters());
        parameters.put("policy_root", now.rootId());
        parameters.put("policy_today", today);
        parameters.put("policy_youngest", now.under16Allowed() ? 9999 : today.getYear() - MAY_BE_UNDER_16);
        parameters.put("policy_cool_since", now.at().minus(now.coolDown()));
        parameters.put("policy_cap", now.weeklyCap());
        parameters.put("policy_week", now.at().minus(WeeklyCap.WEEK));
        return parameters;
    }

    /**
     * Under which the policy is asked.
     *
     * @param under16Allowed the organization allows calls to whoever may be under 16 by birth year (rule 5)
     * @param weeklyCap how many contacts that it binds a person has within seven days ({@link WeeklyCap})
     * @param coolDown how long after an attempt nobody may call again
     */
    public record Circumstances(
            long rootId, Instant at, ZoneId zone, boolean under16Allowed, int weeklyCap, Duration coolDown) {}
}
