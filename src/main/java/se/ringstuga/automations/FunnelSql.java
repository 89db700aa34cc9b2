package se.ringstuga.automations;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The new-member clock as SQL: whoever joined in a period, and when each of the stages was first reached. One look by index a
 * person and stage, so it costs what the new members are and not what the register holds.
 */
final class FunnelSql {

    /** The stages after joining, each with the moment at which person {@code n} first came to it. */
    enum Stage {
        WELCOMED("""
                select min(coalesce(m.contacted_at, m.attempt_started_at)) from message m
                where m.person_id = n.id and m.created_at >= n.began and m.state in ('ACCEPTED', 'SENT', 'DELIVERED') and m.purpose = 'WELCOME'"""),
        CALLED("""
                select min(k.claimed_at) from call k
                where k.person_id = n.id and k.claimed_at >= n.began and k.state in ('REPORTED', 'UNREPORTED')"""),
        REACHED("""
                select min(k.claimed_at) from call k
                where k.person_id = n.id and k.claimed_at >= n.began and k.outcome = 'REACHED' and not k.interrupted"""),
        ANSWERED("""
                select min(s.submitted_at) from submission s
                where s.person_id = n.id and s.superseded_at is null and s.submitted_at >= n.began"""),
        SIGNED_UP("""
                select min(s.signed_up_at) from sign_up s where s.person_id = n.id and s.signed_up_at >= n.began"""),
        ATTENDED("""
                select min(s.attended_at) from sign_up s where s.person_id = n.id and s.attended_at >= n.began""");

        private final String first;

        Stage(String first) {
            this.first = first;
        }

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String NEW = """
            with new as materialized (
              select p.id, p.organization_id, p.sort_name, p.given_name, p.family_name, m.joined_on,
                     cast(m.joined_on as timestamp) at time zone :zone as began
              from membership m join person p on p.organization_id = m.organization_id and p.id = m.person_id
              where m.organization_id in (select c.descendant_id from organization_closure c where c.ancestor_id = :organization
                                          union select c.ancestor_id from organization_closure c where c.descendant_id = :organization)
                and m.joined_on between :from and :to and (m.left_on is null or m.left_on > :today) and p.stopped_at is null
                and {base}),
            clock as materialized (select n.*, {stages} from new n)
            """;

    private FunnelSql() {}

    private static String clock(String base) {
        return NEW.replace("{base}", base)
                .replace(
                        "{stages}",
                        Arrays.stream(Stage.values())
                                .map(stage -> "(" + stage.first + ") as " + stage.column())
                                .collect(Collectors.joining(", ")));
    }

    /** One row: how many joined, and of each stage how many came to it and the median of the days it took. */
    static String funnel(String base) {
        return clock(base) + "select count(*) as joined, "
                + Arrays.stream(Stage.values())
                        .map(stage -> "count(" + stage.column() + ") as " + stage.column()
                                + ", cast(percentile_cont(0.5) within group (order by extract(epoch from "
                                + stage.column()
                                + " - began)) as numeric) as " + stage.column() + "_median")
                        .collect(Collectors.joining(", "))
                + " from clock";
    }

    /** Those with whom nobody has spoken though they joined up to {@code :late}, the longest first. */
    static String late(String base) {
        return clock(base) + """
                select id, given_name, family_name, joined_on, welcomed, called from clock
                where reached is null and joined_on <= :late and (joined_on, id) > (cast(:after_day as date), :after_id)
                order by joined_on, id limit :rows""";
    }
}
