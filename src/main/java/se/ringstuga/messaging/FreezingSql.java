package se.ringstuga.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The statements that decide who gets a broadcast and what it costs, before the policy and the filter are put in. */
final class FreezingSql {

    /** Between the titles of a person's tags. */
    static final Pattern TAGS = Pattern.compile("\u001E");

    /** What of a person can make a difference to a text, by the name of its column here. */
    private static final Map<String, String> OF_PERSON = new TreeMap<>(Map.of(
            "given_name", "p.given_name",
            "family_name", "p.family_name",
            "city", "p.city",
            "tags", """
            array_to_string(array(
              select t.title from person_tag pt join tag t on t.id = pt.tag_id
              join organization_closure u on u.ancestor_id = t.organization_id and u.descendant_id = :organization
              where pt.person_id = p.id order by t.title), chr(30))"""));

    private static final String MEANT = """
            with meant as materialized (
              select p.id, p.organization_id{columns}, {address} as address, {refusal} as refusal
              from person p where ({base}) and ({wanted})),
            placed as (
              select meant.*, case when refusal is null
                then row_number() over (partition by address, refusal is null order by id) end as place
              from meant),
            decided as (
              select *, coalesce(refusal, cast(:no_room as text),
                                  case when place > 1 and not :personal then 'SHARED_NUMBER'
                                       when :not_before + (place - 1) * cast(:apart as interval) >= :not_after then 'NO_TIME' end) as reason
              from placed)
            """;

    /** Equal texts are counted together; whoever gets none is counted by the reason. */
    private static final String COUNT = MEANT + """
            select reason, {shown}, {hash} as hash, (select name from organization where id = :organization) as organization,
                   count(*) as people
            from decided group by 1, 2, 3, 4, 5, 6""";

    private static final String FREEZE = MEANT + """
            , priced as (
              select decided.*, case when reason is null and cast(:payer as bigint) is not null then {parts} end as parts,
                     case when reason is null then :not_before + (place - 1) * cast(:apart as interval) else :not_before end as starts
              from decided {exceptions}),
            frozen as (
              insert into message (organization_id, root_id, lane_id, source, source_id, occurrence, channel, purpose,
                                   person_organization, person_id, address, parts, price, payer_id, paid_on, beyond_budget, state, rank,
                                   reason, not_before, not_after, ended_at, created_at, created_by)
              select :organization, :policy_root, :lane, 'BROADCAST', :broadcast, case when place > 1 then cast(place as text) else '' end,
                     :channel, :purpose, organization_id, id, address, parts, parts * cast(:part_price as numeric),
                     case when parts is not null then cast(:payer as bigint) end,
                     case when parts is not null then cast(starts at time zone :payer_zone as date) end, :anyway,
                     case when reason is null then 'QUEUED' else 'SKIPPED' end, case when reason is null then 10 else 35 end, reason,
                     starts, :not_after, case when reason is not null then :now end, :now, :actor
              from priced on conflict do nothing
              returning paid_on, price)
            select paid_on, sum(price) as cost from frozen where paid_on is not null group by paid_on""";

    private static final String OF_SOME =
            "left join unnest(cast(:hashes as bigint[]), cast(:parts_of as int[])) x(hash, parts) on x.hash = {hash}";

    private FreezingSql() {}

    /** Counts equal texts together, and whoever gets none by the reason. */
    static String count(Collection<String> used) {
        return COUNT.replace("{columns}", columns(used))
                .replace(
                        "{shown}",
                        OF_PERSON.keySet().stream()
                                .map(column -> shown(column, used))
                                .collect(Collectors.joining(", ")))
                .replace("{hash}", "case when reason is null then " + hash(used) + " else 0 end");
    }

    /**
     * Writes everybody's message, and tells what is set aside for each day.
     *
     * @param exceptional whether some texts have other parts than most
     */
    static String freeze(Collection<String> used, boolean exceptional) {
        return FREEZE.replace("{columns}", exceptional ? columns(used) : "")
                .replace("{parts}", exceptional ? "coalesce(x.parts, :parts)" : ":parts")
                .replace("{exceptions}", exceptional ? OF_SOME : "")
                .replace("{hash}", hash(used));
    }

    private static String columns(Collection<String> used) {
        return used.stream()
                .sorted()
                .map(column -> ", " + OF_PERSON.get(column) + " as " + column)
                .collect(Collectors.joining());
    }

    private static String shown(String column, Collection<String> used) {
        var value = used.contains(column)
                ? "case when reason is null then coalesce(" + column + ", '') else '' end"
                : "cast('' as text)";
        return value + " as " + column;
    }

    private static String hash(Collection<String> used) {
        return used.isEmpty()
                ? "cast(0 as bigint)"
                : used.stream()
                        .sorted()
                        .map(column -> "coalesce(" + column + ", '')")
                        .collect(Collectors.joining(", ", "hashtextextended(concat_ws(chr(31), ", "), 0)"));
    }
}
