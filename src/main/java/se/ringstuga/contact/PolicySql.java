package se.ringstuga.contact;

import static se.ringstuga.contact.MessagePolicy.Refusal.CONTACTED_RECENTLY;
import static se.ringstuga.contact.MessagePolicy.Refusal.MAY_BE_UNDER_16;
import static se.ringstuga.contact.MessagePolicy.Refusal.NO_ADDRESS;
import static se.ringstuga.contact.MessagePolicy.Refusal.NO_CONSENT;
import static se.ringstuga.contact.MessagePolicy.Refusal.OPTED_OUT;
import static se.ringstuga.contact.MessagePolicy.Refusal.RESTRICTED;
import static se.ringstuga.contact.MessagePolicy.Refusal.STOPPED;
import static se.ringstuga.contact.MessagePolicy.Refusal.SUPPRESSED_ADDRESS;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table of rule 20 as SQL over the alias {@code p} (table person): one text for calls and messages, from the filling of a
 * queue to the moment before somebody is contacted. What differs between purposes says {@link Purpose}.
 */
final class PolicySql {

    /** Numbers that are known to be somebody else's say nothing about the person. */
    static final String NUMBERS = """
            array[case when p.phone_wrong_at is null then p.phone end, case when p.alt_phone_wrong_at is null then p.alt_phone end]""";

    private static final String MOBILE = """
            coalesce(case when p.phone_wrong_at is null and p.phone ~ :policy_mobile then p.phone end,
                     case when p.alt_phone_wrong_at is null and p.alt_phone ~ :policy_mobile then p.alt_phone end)""";

    private static final String EMAIL = "case when p.email_wrong_at is null then p.email end";

    /** For all but the confirmation of an opt-out, the one exception that {@link MessagePolicy} names. */
    static final String NO_CONFIRMATION = "false";

    private static final String UNLESS_CONFIRMATION = "not ({confirmation}) and ";

    private static final String WITHDRAWN = """
            exists (select from contact_state s where s.person_id = p.id and s.channel = '{channel}'
                      and s.purpose in ({purpose}, 'ANY') and s.decision = 'WITHDRAWN')""";

    private static final String SUPPRESSED = """
            exists (select from suppression x where x.root_id = :policy_root and x.channel = '{channel}' and x.hmac = any (array[{hmacs}]))""";

    private static final String WITHOUT_CONSENT = """
            not exists (select from membership b where b.organization_id = p.organization_id and b.person_id = p.id
                          and (b.left_on is null or b.left_on > :policy_today))
            and not exists (select from contact_state s where s.person_id = p.id and s.channel = '{channel}'
                              and s.purpose in ({purpose}, 'ANY') and s.decision = 'GRANTED')""";

    /**
     * What counts against the weekly cap: messages and completed calls of the last seven days, by person and by every number or
     * address of theirs, in all organizations of the tree (rule 21). Each part is a look into one index, and none finds what
     * another did.
     */
    private static final String CONTACTS = """
            select c.contacted_at as at from message c
            where c.person_id = p.id and c.purpose in ({capped}) and c.contacted_at > :policy_week{by}
            union all
            select c.contacted_at from message c
            where c.root_id = :policy_root and c.address = any ({addresses}) and c.person_id <> p.id
              and c.purpose in ({capped}) and c.contacted_at > :policy_week{by}
            union all
            select c.attempt_at from call c where c.person_id = p.id and c.attempt_at > :policy_week{by}
            union all
            select c.attempt_at
            from (select distinct n.call_id from call_number n where n.root_id = :policy_root and n.phone = any ({numbers})
                    and n.attempted_at > :policy_week) n
            join call c on c.id = n.call_id where c.person_id <> p.id{by}""";

    private static final String CONTACTED = """
            {purpose} in ({cooled})
            and ({purpose} in ({capped}) and (select count(*) from ({contacts}) contacts) >= :policy_cap
                 or exists (select from call c where c.person_id = p.id and c.attempt_at > :policy_called{by})
                 or exists (select from call_number n join call c on c.id = n.call_id where n.root_id = :policy_root
                              and n.phone = any ({numbers}) and n.attempted_at > :policy_called{by}))""".replace("{contacts}", CONTACTS);

    private static final String HMACS_OF_BOTH =
            Suppression.hmacSql(Channel.CALL, "p.phone") + ", " + Suppression.hmacSql(Channel.CALL, "p.alt_phone");

    private PolicySql() {}

    /** The number or address to use; null when there is none that serves. */
    static String address(Channel channel) {
        return switch (channel) {
            case SMS -> MOBILE;
            case EMAIL -> EMAIL;
            case CALL -> throw new IllegalArgumentException("a call is no message");
        };
    }

    /**
     * Null when the person may be contacted, otherwise why not: the first reason that holds. What a call waits for is
     * asked apart, since it tells until when ({@link ContactPolicy#LAST_ATTEMPT}, {@link ContactPolicy#CAP_REACHED}, its assignment's
     * hours), as is whether there is a number.
     *
     * @param purpose an SQL expression that gives the name of a {@link Purpose}
     * @param confirmation an SQL condition; where it holds no opt-out refuses
     */
    static String refusal(Channel channel, String purpose, String confirmation) {
        return refusal(channel, purpose, confirmation, channel == Channel.CALL ? null : address(channel));
    }

    /** @param to an SQL expression of the number or address that a message goes to; null for a call, which may use either number */
    static String refusal(Channel channel, String purpose, String confirmation, @Nullable String to) {
        var conditions = new LinkedHashMap<MessagePolicy.Refusal, String>();
        conditions.put(RESTRICTED, "p.restricted_at is not null");
        conditions.put(STOPPED, "p.stopped_at is not null");
        if (channel != Channel.EMAIL) {
            conditions.put(MAY_BE_UNDER_16, "{purpose} in ({young}) and p.birth_year >= :policy_youngest");
        }
        conditions.put(OPTED_OUT, UNLESS_CONFIRMATION + WITHDRAWN);
        conditions.put(SUPPRESSED_ADDRESS, UNLESS_CONFIRMATION + SUPPRESSED);
        conditions.put(NO_CONSENT, UNLESS_CONFIRMATION + WITHOUT_CONSENT);
        if (channel != Channel.CALL) {
            conditions.put(NO_ADDRESS, address(channel) + " is null");
            conditions.put(CONTACTED_RECENTLY, CONTACTED.replace("{by}", ""));
        }
        return counted(
                        channel,
                        conditions.entrySet().stream()
                                .map(rule -> " when " + rule.getValue() + " then " + said(channel, rule))
                                .collect(Collectors.joining("", "case", " end")))
                .replace("{cooled}", boundBy(Purpose.Rule.COOL_DOWN))
                .replace("{young}", boundBy(Purpose.Rule.AGE))
                .replace("{hmacs}", to == null ? HMACS_OF_BOTH : hmacs(channel, to))
                .replace("{channel}", channel.name())
                .replace("{confirmation}", confirmation)
                .replace("{purpose}", purpose);
    }

    /**
     * Null while a call is within the weekly cap; otherwise when that contact took place that fills it: a week after it there is
     * room again.
     */
    static String capReached() {
        return counted(
                Channel.CALL,
                "(select at from (" + CONTACTS.replace("{by}", "")
                        + ") contacts order by at desc offset cast(:policy_cap as integer) - 1 limit 1)");
    }

    private static String counted(Channel channel, String text) {
        return text.replace("{capped}", boundBy(Purpose.Rule.WEEKLY_CAP))
                .replace("{addresses}", channel == Channel.EMAIL ? "array[" + EMAIL + "]" : NUMBERS)
                .replace("{numbers}", NUMBERS);
    }

    private static String said(Channel channel, Map.Entry<MessagePolicy.Refusal, String> rule) {
        return rule.getKey() == CONTACTED_RECENTLY
                ? "case when " + CONTACTED.replace("{by}", " and c.organization_id = :policy_organization")
                        + " then 'CONTACTED_RECENTLY_HERE' else 'CONTACTED_RECENTLY' end"
                : "'" + rule.getKey().named(channel) + "'";
    }

    /**
     * The one it goes to, and where that is another also the person's own first: who has a number that said no is not written to on
     * the next. Nearly always they are the same, and one is reckoned.
     */
    private static String hmacs(Channel channel, String to) {
        var own = address(channel);
        var reckoned = Suppression.hmacSql(channel, to);
        return own.equals(to)
                ? reckoned
                : "%s, case when %s <> %s then %s end".formatted(reckoned, own, to, Suppression.hmacSql(channel, own));
    }

    private static String boundBy(Purpose.Rule rule) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.isBoundBy(rule))
                .map(purpose -> "'" + purpose + "'")
                .collect(Collectors.joining(", "));
    }
}
