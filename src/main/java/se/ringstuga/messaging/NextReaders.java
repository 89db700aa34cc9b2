package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * Of those who share a number or an address one gets a text that is the same for all (rule 22). Where that one is skipped when it
 * is due, because they said no or left meanwhile, it goes to the next of them: a row of its own that replaces theirs, so each person
 * still counts once, and that is asked about like any other when its turn comes. What was set aside for the first goes with it.
 * Notices have ways of their own ({@link NoticeByEmail}, {@link PaperLetters}).
 */
@ApplicationScoped
class NextReaders {

    /** One look each into the index of those who share. */
    private static final NamedSql PUT = NamedSql.of("""
            with lost as materialized (
              select m.* from message m
              where m.id = any (cast(:ids as bigint[])) and m.source = 'BROADCAST' and m.state = 'SKIPPED' and m.purpose <> :notice),
            next as materialized (
              select l.*, n.id as instead_of, n.person_organization as their_organization, n.person_id as their_id
              from lost l cross join lateral (
                select s.id, s.person_organization, s.person_id from message s
                where s.source = 'BROADCAST' and s.reason = 'SHARED_NUMBER' and s.replaced_by is null
                  and s.source_id = l.source_id and s.address = l.address and s.channel = l.channel and s.state = 'SKIPPED'
                order by s.person_id limit 1) n),
            put as (
              insert into message (organization_id, root_id, lane_id, source, source_id, occurrence, channel, purpose,
                                   person_organization, person_id, address, parts, price, payer_id, paid_on, beyond_budget,
                                   state, rank, not_before, not_after, created_at, created_by)
              select organization_id, root_id, lane_id, source, source_id, 'h' || their_id, channel, purpose, their_organization, their_id,
                     address, parts, price, payer_id, paid_on, beyond_budget, 'QUEUED', 10, not_before, not_after, ended_at, created_by
              from next on conflict do nothing returning id, person_id)
            update message m set replaced_by = put.id from put join next on next.their_id = put.person_id where m.id = next.instead_of""");

    private final Sql sql;

    NextReaders(Sql sql) {
        this.sql = sql;
    }

    /**
     * In the transaction that skips them.
     *
     * @param lane theirs, locked
     * @param skipped messages of this lane, for whatever reason
     */
    void insteadOf(LaneTurns.Lane lane, List<Long> skipped) {
        if (!skipped.isEmpty() && lane.bulk()) {
            sql.update(PUT, Map.of("ids", skipped, "notice", Purpose.NOTICE));
        }
    }
}
