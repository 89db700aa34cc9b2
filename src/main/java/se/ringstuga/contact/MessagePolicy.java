package se.ringstuga.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a person may be sent a message, as SQL over the alias {@code p} (table person): the same text serves the preview,
 * the freezing of the recipients and the moment before sending. Which rules bind which purpose says {@link Purpose}.
 */
@ApplicationScoped
public class MessagePolicy {

    private static final int MAY_BE_UNDER_16 = 16;

    private final Suppression suppression;

    MessagePolicy(Suppression suppression) {
        this.suppression = suppression;
    }

    /** The number or address to use; null when there is none that serves. */
    public static String address(Channel channel) {
        return PolicySql.address(channel);
    }

    /** Null when the message may be sent, otherwise the name of a {@link Refusal}. */
    public static String refusal(Channel channel, Purpose purpose) {
        return refusal(channel, "'" + purpose + "'");
    }

    /**
     * The same where each row has a purpose of its own.
     *
     * @param purpose an SQL expression that gives the name of a {@link Purpose}
     */
    public static String refusal(Channel channel, String purpose) {
        return PolicySql.refusal(channel, purpose, PolicySql.NO_CONFIRMATION);
    }

    /**
     * The same for a message that goes to one of the person's numbers or addresses in particular: it counts what was said of that.
     *
     * @param to an SQL expression of it
     */
    public static String refusal(Channel channel, Purpose purpose, String to) {
        return PolicySql.refusal(channel, "'" + purpose + "'", PolicySql.NO_CONFIRMATION, to);
    }

    /**
     * The same with the one exception from an opt-out: a message that confirms it goes to whoever has just opted out. There
     * is one for each opt-out, put in line in the opt-out's own transaction (messages with the source ANSWER); everything
     * else that binds a message binds it too.
     *
     * @param confirmation an SQL condition that holds for such a message and no other
     * @param to an SQL expression of the number or address that it goes to
     */
    public static String refusal(Channel channel, String purpose, String confirmation, String to) {
        return PolicySql.refusal(channel, purpose, confirmation, to);
    }

    /** Why a person is not contacted. */
    public enum Refusal {
        RESTRICTED,
        STOPPED,
        MAY_BE_UNDER_16,
        OPTED_OUT,
        NO_CONSENT,
        NO_ADDRESS,
        SUPPRESSED_ADDRESS,
        /** Counting what other organizations of the tree did; which one is not told (rule 21). */
        CONTACTED_RECENTLY,
        /** What the organization itself did is enough. */
        CONTACTED_RECENTLY_HERE;

        /** The queues of the calls have names of their own for two of them. */
        String named(Channel channel) {
            return switch (this) {
                case OPTED_OUT -> channel == Channel.CALL ? "DO_NOT_CALL" : name();
                case SUPPRESSED_ADDRESS -> channel == Channel.CALL ? "SUPPRESSED_NUMBER" : name();
                case RESTRICTED,
                        STOPPED,
                        MAY_BE_UNDER_16,
                        NO_CONSENT,
                        NO_ADDRESS,
                        CONTACTED_RECENTLY,
                        CONTACTED_RECENTLY_HERE -> name();
            };
        }
    }

    /** The parameters of both texts. */
    public Map<String, Object> parameters(Circumstances now) {
        var today = LocalDate.ofInstant(now.at(), now.zone());
        var parameters = new HashMap<>(suppression.parameters());
        parameters.put("policy_organization", now.organizationId());
        parameters.put("policy_root", now.rootId());
        parameters.put("policy_today", today);
        parameters.put("policy_youngest", now.limits().under16Allowed() ? 9999 : today.getYear() - MAY_BE_UNDER_16);
        parameters.put("policy_mobile", now.limits().mobiles());
        parameters.put("policy_cap", now.limits().weeklyCap());
        parameters.put("policy_week", now.at().minus(WeeklyCap.WEEK));
        parameters.put("policy_called", now.at().minus(now.limits().afterCall()));
        return parameters;
    }

    /**
     * When and where the policy is asked.
     *
     * @param organizationId who wants to send
     */
    public record Circumstances(long organizationId, long rootId, Instant at, ZoneId zone, Limits limits) {}

    /**
     * What an organization has chosen.
     *
     * @param mobiles a regular expression of the numbers that are sent SMS, in E.164
     * @param weeklyCap how many contacts that it binds a person has within seven days ({@link WeeklyCap})
     * @param afterCall for how long after a call no such message is sent
     */
    public record Limits(boolean under16Allowed, String mobiles, int weeklyCap, Duration afterCall) {

        /** Swedish mobile numbers alone: others are added by whoever pays for them (rule 23). */
        public static final String SWEDISH_MOBILES = "^\\+467[02369][0-9]{7}$";
    }
}
