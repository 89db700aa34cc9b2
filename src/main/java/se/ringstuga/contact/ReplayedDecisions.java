package se.ringstuga.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.fence.JournalEntry;

/**
 * Tells a restored database again what was decided after its backup (rule 27). People are found by the keyed hashes of
 * their numbers and addresses; of each subject the last word holds. Told twice it changes nothing more.
 */
@ApplicationScoped
public class ReplayedDecisions {

    private static final NamedSql CONSENTS = NamedSql.of("""
            with told as (
              select * from unnest(cast(:kinds as text[]), cast(:channels as text[]), cast(:purposes as text[]),
                                   cast(:roots as bigint[]), cast(:hmacs as text[])) t(decision, channel, purpose, root_id, hmac)),
            known as materialized (
              select p.organization_id, p.id, o.root_id, encode(h.hmac, 'hex') as hmac
              from person p join organization o on o.id = p.organization_id
              cross join lateral (values ({phone}), ({alt_phone}), ({email}), ({own_phone}), ({own_alt_phone}), ({own_email})) h(hmac)
              where o.root_id = any (cast(:roots as bigint[])) and encode(h.hmac, 'hex') = any (cast(:hmacs as text[]))),
            meant as (
              select distinct on (k.id, t.channel, t.purpose) k.organization_id, k.id, t.channel, t.purpose, t.decision
              from told t join known k on k.hmac = t.hmac and k.root_id = t.root_id
              order by k.id, t.channel, t.purpose, t.decision desc),
            said as (
              insert into contact_consent (organization_id, person_id, channel, purpose, decision, source, actor, at)
              select m.organization_id, m.id, m.channel, m.purpose, m.decision, 'journal', :actor, :now from meant m
              left join contact_state s on s.person_id = m.id and s.channel = m.channel and s.purpose = m.purpose
              where s.decision is distinct from m.decision order by m.id
              returning id, organization_id, person_id, channel, purpose, decision, at)
            insert into contact_state (organization_id, person_id, channel, purpose, decision, since, consent_id)
            select organization_id, person_id, channel, purpose, decision, at, id from said order by person_id
            on conflict (person_id, channel, purpose) do update
              set decision = excluded.decision, since = excluded.since, consent_id = excluded.consent_id
              where contact_state.consent_id < excluded.consent_id""".replace("{phone}", Suppression.hmacSql("p.phone"))
            .replace("{alt_phone}", Suppression.hmacSql("p.alt_phone"))
            .replace("{email}", Suppression.hmacSql("lower(p.email)"))
            .replace("{own_phone}", Suppression.hmacSql("p.id || ' ' || p.phone"))
            .replace("{own_alt_phone}", Suppression.hmacSql("p.id || ' ' || p.alt_phone"))
            .replace("{own_email}", Suppression.hmacSql("p.id || ' ' || lower(p.email)")));

    private static final String SUBJECTS = """
            (select root_id, channel, decode(hmac, 'hex') as hmac
             from unnest(cast(:channels as text[]), cast(:roots as bigint[]), cast(:hmacs as text[])) t(channel, root_id, hmac)) t""";

    private static final NamedSql SUPPRESS = NamedSql.of("""
            insert into suppression (root_id, channel, hmac, since, source)
            select t.root_id, t.channel, t.hmac, :now, 'journal' from {subjects} join organization o on o.id = t.root_id
            on conflict do nothing""".replace("{subjects}", SUBJECTS));

    private static final NamedSql LIFT = NamedSql.of("""
            delete from suppression s using {subjects}
            where s.root_id = t.root_id and s.channel = t.channel and s.hmac = t.hmac""".replace("{subjects}", SUBJECTS));

    private final Sql sql;
    private final Suppression suppression;
    private final Clock clock;

    ReplayedDecisions(Sql sql, Suppression suppression, Clock clock) {
        this.sql = sql;
        this.suppression = suppression;
        this.clock = clock;
    }

    /**
     * In the caller's transaction.
     *
     * @param entries in the order in which they were decided
     * @return how many decisions the database did not know of
     */
    public int replay(Collection<JournalEntry> entries) {
        var last = new LinkedHashMap<String, JournalEntry>();
        entries.forEach(entry -> last.put(entry.subject(), entry));
        return replayed(
                        CONSENTS,
                        last.values().stream().filter(JournalEntry::isConsent).toList())
                + replayed(SUPPRESS, of(JournalEntry.Kind.SUPPRESSED, last.values()))
                + replayed(LIFT, of(JournalEntry.Kind.LIFTED, last.values()));
    }

    private static List<JournalEntry> of(JournalEntry.Kind kind, Collection<JournalEntry> entries) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private int replayed(NamedSql statement, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        var parameters = new HashMap<>(suppression.parameters());
        parameters.put(
                "kinds", entries.stream().map(entry -> entry.kind().name()).toList());
        parameters.put("channels", entries.stream().map(JournalEntry::channel).toList());
        parameters.put("purposes", entries.stream().map(JournalEntry::purpose).toList());
        parameters.put(
                "roots",
                new ArrayList<>(entries.stream().map(JournalEntry::rootId).toList()));
        parameters.put("hmacs", entries.stream().map(JournalEntry::hmac).toList());
        parameters.put("actor", Actor.SYSTEM.toString());
        parameters.put("now", clock.instant());
        return sql.update(statement, parameters);
    }
}
