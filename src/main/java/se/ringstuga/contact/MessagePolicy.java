package se.ringstuga.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether a person may be sent a message, as SQL over the alias {@code p} (table person): the same text serves the preview,
 * the freezing of the recipients and the moment before sending. Which rules bind which purpose says {@link Purpose}.
 */
@ApplicationScoped
public class MessagePolicy {

    private static final int MAY_BE_UNDER_16 = 16;
    private static final Duration WEEK = Duration.ofDays(7);

    private static final String MOBILE = """
            coalesce(case when p.phone_wrong_at is null and p.phone ~ :policy_mobile then p.phone end,
                     case when p.alt_phone_wrong_at is null and p.alt_phone ~ :policy_mobile then p.alt_phone end)""";

    private static final String WITHDRAWN = """
            exists (select from contact_state s where s.person_id = p.id and s.channel = '{channel}'
                      and s.purpose in ({purpose}, 'ANY') and s.decision = 'WITHDRAWN')""";

    private static final String SUPPRESSED = """
            exists (select from suppression x where x.root_id = :policy_root and x.channel = '{channel}' and x.hmac = {hmac})""";

    private static final String WITHOUT_CONSENT = """
            not exists (select from membership b where b.organization_id = p.organization_id and b.person_id = p.id
                          and (b.left_on is null or b.left_on > :policy_today))
            and not exists (select from contact_state s where s.person_id = p.id and s.channel = '{channel}'
                              and s.purpose in ({purpose}, 'ANY') and s.decision = 'GRANTED')""";

    /** By person and by number or address, in all organizations of the tree (rule 21). */
    private static final String CONTACTED = """
            {purpose} in ({bound})
            and ((select count(*) from message c where c.root_id = :policy_root and (c.person_id = p.id or c.address = {address})
                    and c.purpose in ({bound}) and c.contacted_at > :policy_week) >= :policy_cap
                 or exists (select from call k where k.person_id = p.id and k.attempt_at > :policy_called))""";

    private final Suppression suppression;

    MessagePolicy(Suppression suppression) {
        this.suppression = suppression;
    }

    /** The number or address to use; null when there is none that serves. */
    public static String address(Channel channel) {
        return switch (channel) {
            case SMS -> MOBILE;
            case EMAIL -> "case when p.email_wrong_at is null then p.email end";
            case CALL -> throw new IllegalArgumentException("a call is no message");
        };
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
        var conditions = new LinkedHashMap<Refusal, String>();
        conditions.put(Refusal.RESTRICTED, "p.restricted_at is not null");
        conditions.put(Refusal.STOPPED, "p.stopped_at is not null");
        if (channel == Channel.SMS) {
            conditions.put(
                    Refusal.MAY_BE_UNDER_16,
                    "{purpose} in (" + boundBy(Purpose.Rule.AGE) + ") and p.birth_year >= :policy_youngest");
        }
        conditions.put(Refusal.OPTED_OUT, WITHDRAWN);
        conditions.put(Refusal.NO_CONSENT, WITHOUT_CONSENT);
        conditions.put(Refusal.NO_ADDRESS, "{address} is null");
        conditions.put(Refusal.SUPPRESSED_ADDRESS, SUPPRESSED);
        conditions.put(Refusal.CONTACTED_RECENTLY, CONTACTED);
        var address = address(channel);
        return conditions.entrySet().stream()
                .map(rule -> " when " + rule.getValue() + " then '" + rule.getKey() + "'")
                .collect(Collectors.joining("", "case", " end"))
                .replace("{bound}", boundBy(Purpose.Rule.COOL_DOWN))
                .replace("{hmac}", Suppression.hmacSql(channel, address))
                .replace("{address}", address)
                .replace("{channel}", channel.name())
                .replace("{purpose}", purpose);
    }

    private static String boundBy(Purpose.Rule rule) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.isBoundBy(rule))
                .map(purpose -> "'" + purpose + "'")
                .collect(Collectors.joining(", "));
    }

    /** Why a person is not sent a message. */
    public enum Refusal {
        RESTRICTED,
        STOPPED,
        MAY_BE_UNDER_16,
        OPTED_OUT,
        NO_CONSENT,
        NO_ADDRESS,
        SUPPRESSED_ADDRESS,
        CONTACTED_RECENTLY
    }

    /** The parameters of both texts. */
    public Map<String, Object> parameters(Circumstances now) {
        var today = LocalDate.ofInstant(now.at(), now.zone());
        var parameters = new HashMap<>(suppression.parameters());
        parameters.put("policy_root", now.rootId());
        parameters.put("policy_today", today);
        parameters.put("policy_youngest", now.limits().under16Allowed() ? 9999 : today.getYear() - MAY_BE_UNDER_16);
        parameters.put("policy_mobile", now.limits().mobiles());
        parameters.put("policy_cap", now.limits().weeklyCap());
        parameters.put("policy_week", now.at().minus(WEEK));
        parameters.put("policy_called", now.at().minus(now.limits().afterCall()));
        return parameters;
    }

    /** When and where the policy is asked. */
    public record Circumstances(long rootId, Instant at, ZoneId zone, Limits limits) {}

    /**
     * What an organization has chosen.
     *
     * @param mobiles a regular expression of the numbers that are sent SMS, in E.164
     * @param weeklyCap how many messages that are bound by the cool-down a person is sent within seven days
     * @param afterCall for how long after a call no such message is sent
     */
    public record Limits(boolean under16Allowed, String mobiles, int weeklyCap, Duration afterCall) {

        /** Swedish mobile numbers alone: others are added by whoever pays for them (rule 23). */
        public static final String SWEDISH_MOBILES = "^\\+467[02369][0-9]{7}$";
    }
}
