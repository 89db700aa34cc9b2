package se.ringstuga.calling;

import se.ringstuga.contact.ContactPolicy;
import se.ringstuga.contact.ContactTurns;
import se.ringstuga.database.NamedSql;

/** The statements of a claim; docs/calling.md says why they look like this. */
final class ClaimSql {

    /** What the ready index holds, word for word, so that it is used. */
    static final String READY = """
            e.done_at is null and e.claimed_until is null and e.not_before is null and e.blocked_at is null
            and e.phone is not null""";

    /** Whom this caller may be handed: not those kept for another, nor those passed on, as long as there are others. */
    static final String FOR_CALLER = """
            (e.call_back_caller is null or e.call_back_caller = :caller or e.call_back_at <= :reserved_since)
            and not exists (select from call s where s.caller_id = :caller and s.person_id = e.person_id
                              and s.state = 'SKIPPED' and (s.skip_reason = 'KNOWS_PERSON' or s.claimed_at > :skips_since))""";

    /**
     * Reads the gate, takes the first ready person that no other claim holds, opens the call with its numbers, and logs
     * who sees whom. A conflict on one of the unique indexes waits for the other transaction, then leaves {@code id} null
     * or {@code reserved} short. For the rest of the transaction plans are kept: planning the truth anew each time would
     * cost five times what asking it does; and it goes by the indexes alone, since a plan made while the calls were few
     * would read all of them when they are many.
     */
    static final NamedSql TAKE = take("skip locked");

    /** The same for the last ones in the list: waits for whoever is just taking one of them, instead of passing by. */
    static final NamedSql TAKE_WAITING = take("");

    /** The numbers of person {@code p} that are still theirs, the first to be dialled first. */
    private static final String NUMBERS =
            "cross join lateral (select " + DialSql.MAIN + " as first, " + DialSql.OTHER + " as second) n";

    private static final String OPEN = """
            insert into call (organization_id, root_id, assignment_id, caller_id, person_organization, person_id, phone,
                              alt_phone, secret_nonce, state, claimed_by, claimed_at, lease_until, dialled_at)
            select gate.organization_id, gate.root_id, :assignment, %s, p.organization_id, p.id,
                   coalesce(n.first, n.second), case when n.first <> n.second then n.second end, %s, 'OPEN', %s, :now, :lease,
                   cast(:dialled as timestamptz)""";

    /** In one order everywhere, so that two transactions never wait for each other's numbers. */
    private static final String RESERVED_AND_LOGGED = """
            reserved as (
              insert into call_number (call_id, root_id, phone)
              select id, root_id, n.phone from opened cross join lateral (values (opened.phone), (opened.alt_phone)) n(phone)
              where n.phone is not null order by n.phone
              on conflict do nothing
              returning phone),
            logged as (
              insert into access_log (organization_id, at, actor, action, subject, person_ids)
              select :organization, :now, opened.claimed_by, 'call.claimed',
                     'assignment:' || :assignment || ' caller:' || opened.caller_id, array[opened.person_id]
              from opened)""";

    /** When nothing else is left to lock: whoever sends a message to them at the same moment waits, or has just been waited for. */
    private static final String NOBODY_WRITES = """
            concerned as materialized (
              select distinct {key} as key
              from opened cross join lateral (values (cast(opened.person_id as text)), (opened.phone), (opened.alt_phone)) w(who)
              where w.who is not null and (select count(*) from reserved) >= 0 order by 1),
            alone as materialized (select cast(pg_advisory_xact_lock(key) as text) as done from concerned)""";

    private static final String KEPT_PLANS = """
            set_config('plan_cache_mode', 'force_generic_plan', true) as plans,
            set_config('enable_seqscan', 'off', true) as no_table_read_whole""";

    private static String nobodyWrites() {
        return NOBODY_WRITES.replace("{key}", ContactTurns.key("w.who"));
    }

    private static NamedSql take(String whenLocked) {
        return NamedSql.of("""
            with gate as materialized (select %s from %s where a.id = :assignment and a.organization_id = :organization),
            pick as materialized (
              select e.person_id from call_queue_entry e
              where e.assignment_id = :assignment and %s
                and exists (select from gate where caller_id is not null and not caller_removed and open_call is null
                              and not paused and not closed)
                and e.person_id <> all (:tried) and %s
              order by e.rank, e.person_id limit 1 for update of e %s),
            taken as (
              update call_queue_entry e set claimed_until = :lease from pick
              where e.assignment_id = :assignment and e.person_id = pick.person_id
              returning e.person_id),
            opened as (
              %s
              from taken join person p on p.id = taken.person_id %s cross join gate
              where coalesce(n.first, n.second) is not null
              on conflict do nothing
              returning id, root_id, caller_id, claimed_by, person_id, phone, alt_phone),
            %s,
            %s
            select gate.*, taken.person_id as candidate, opened.id as call_id,
                   (select count(*) from reserved) = num_nonnulls(opened.phone, opened.alt_phone) as numbers_free,
                   (select count(*) from alone) as kept, %s
            from gate left join taken on true left join opened on true""".formatted(
                        Gate.COLUMNS,
                        Gate.FROM,
                        READY,
                        FOR_CALLER,
                        whenLocked,
                        OPEN.formatted(":caller", ":nonce", ":actor"),
                        NUMBERS,
                        RESERVED_AND_LOGGED,
                        nobodyWrites(),
                        KEPT_PLANS));
    }

    /**
     * First in a round: nobody is waited for long, and plans are kept from its first statement on. Without knowing how many
     * take part they would prepare for thousands and read whole lists, hence nothing but lookups.
     */
    static final NamedSql BEGIN_ROUND = NamedSql.of("""
            select set_config('lock_timeout', '200ms', true) as patience, set_config('enable_hashjoin', 'off', true) as no_hashing,
                   set_config('enable_mergejoin', 'off', true) as no_merging,
                   set_config('enable_bitmapscan', 'off', true) as no_bitmaps, %s""".formatted(KEPT_PLANS));

    /**
     * The same for several callers at once: each gets one of the first ready people. {@code all_well} only if each did, and
     * nobody among them is meant for, or was passed on by, one of these callers. The people come in the order of their ids, so
     * that two such rounds never wait for each other.
     */
    static final NamedSql TAKE_TOGETHER = NamedSql.of("""
            with gate as materialized (
              select %s from %s where a.id = :assignment and a.organization_id = :organization),
            wish as materialized (
              select c.id as caller_id, w.nonce, w.actor, row_number() over () as place
              from unnest(cast(:callers as bigint[]), cast(:nonces as text[]), cast(:actors as text[])) w(caller_id, nonce, actor)
              join caller c on c.id = w.caller_id and c.assignment_id = :assignment and c.removed_at is null
                and (c.calls_until is null or c.calls_until > :now)
              left join call k on k.open_caller_id = c.id
              where k.id is null),
            pick as materialized (
              select e.person_id, e.rank, e.call_back_caller, e.call_back_at from call_queue_entry e
              where e.assignment_id = :assignment and %s
                and exists (select from gate where not paused and not closed)
                and (e.call_back_caller is null or e.call_back_caller = any (cast(:callers as bigint[]))
                     or e.call_back_at <= :reserved_since)
              order by e.rank, e.person_id limit :wanted for update of e skip locked),
            placed as materialized (
              select person_id, row_number() over (order by rank, person_id) as place,
                     (call_back_caller is null or call_back_at <= :reserved_since)
                     and not exists (select from call s where s.person_id = pick.person_id and s.state = 'SKIPPED'
                                       and s.caller_id = any (cast(:callers as bigint[]))
                                       and (s.skip_reason = 'KNOWS_PERSON' or s.claimed_at > :skips_since)) as anyones
              from pick),
            taken as (
              update call_queue_entry e set claimed_until = :lease from placed
              where e.assignment_id = :assignment and e.person_id = placed.person_id
              returning e.person_id, placed.place),
            opened as (
              %s
              from taken join wish on wish.place = taken.place join person p on p.id = taken.person_id %s cross join gate
              where coalesce(n.first, n.second) is not null
              order by p.id
              on conflict do nothing
              returning id, root_id, caller_id, claimed_by, person_id, phone, alt_phone),
            %s,
            %s
            select gate.*, (select array_agg(id) from opened) as calls,
                   (select count(*) from opened) = :wanted and (select bool_and(anyones) from placed)
                   and (select count(*) from reserved) = (select sum(num_nonnulls(phone, alt_phone)) from opened) as all_well,
                   (select count(*) from alone) as kept
            from gate""".formatted(
                    Gate.COLUMNS,
                    Gate.FROM,
                    READY,
                    OPEN.formatted("wish.caller_id", "decode(wish.nonce, 'hex')", "wish.actor"),
                    NUMBERS,
                    RESERVED_AND_LOGGED,
                    nobodyWrites()));

    static final NamedSql GATE =
            NamedSql.of("select %s from %s where a.id = :assignment and a.organization_id = :organization"
                    .formatted(Gate.COLUMNS, Gate.FROM));

    private static final String CLAIM_COLUMNS = """
            claim.id, claim.assignment_id, claim.caller_id, claim.state, claim.phone as dial_phone,
            claim.alt_phone as dial_alt_phone, claim.secret_nonce, claim.claimed_at, claim.lease_until, claim.dialled_at,
            claim.conflict, p.id as person_id, p.given_name, p.family_name, p.city, p.postal_code, p.birth_year, p.language,
            p.email, p.external_id, m.joined_on, coalesce(e.attempts, 0) as attempts, e.call_back_at,
            {promised} as promised,
            (select cast(s.xmin as text) from survey s where s.id = cast(:survey as bigint)) as survey_revision,
            (select json_agg(json_build_object('id', n.id, 'text', n.text, 'writtenAt', n.written_at) order by n.written_at desc)
             from call_note n where n.person_id = p.id and n.assignment_id = claim.assignment_id and n.removed_at is null
               and not n.administrators_only and n.written_at > :notes_since) as notes""".replace("{promised}", SurveyPromises.REASON_OF_CLAIM);

    private static final String CLAIM_FROM = """
            call claim join person p on p.id = claim.person_id
            left join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            left join call_queue_entry e on e.assignment_id = :assignment and e.person_id = p.id
            where claim.id =\s""";

    static final NamedSql SHOW = NamedSql.of("select " + CLAIM_COLUMNS + " from " + CLAIM_FROM + ":call");

    private ClaimSql() {}

    /** The truth about one person, in a snapshot that every other call to that person or number is part of. */
    static String truth(Definition.Conditions conditions) {
        return truth(conditions, ":call");
    }

    /** The same about everybody who was taken together; about each by itself, since a plan for many would read whole tables. */
    static String truthOfAll(Definition.Conditions conditions) {
        return "select told.* from unnest(cast(:calls as bigint[])) as taken(call) cross join lateral ("
                + truth(conditions, "taken.call") + " offset 0) told";
    }

    private static String truth(Definition.Conditions conditions, String call) {
        return "select " + CLAIM_COLUMNS + ", case when not (" + conditions.inTarget() + ") then 'NOT_IN_TARGET' when "
                + conditions.goalMet() + " then 'GOAL' else " + ContactPolicy.REFUSAL + " end as refusal, "
                + ContactPolicy.LAST_ATTEMPT + " as last_attempt, " + ContactPolicy.CAP_REACHED
                + " as cap_reached from " + CLAIM_FROM + call;
    }
}
