package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Actor;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.NotFound;

/**
 * Messages that did not arrive, as far as anybody knows, sent once more because a person wants it so. A new message takes the
 * place of the old one: the policy is asked anew, a number that was corrected meanwhile is used, and in the account of a
 * broadcast the person goes on counting once. The old one stays what it is and may still be proven to have arrived.
 */
@ApplicationScoped
class SentAgain {

    private static final Set<MessageState> MAY =
            EnumSet.of(MessageState.FAILED, MessageState.EXPIRED, MessageState.UNKNOWN);

    /** Locked, so that a double click finds what the first one made. */
    private static final NamedSql LOCK = NamedSql.of("""
            select m.id, m.state, m.replaced_by, m.source, m.source_id, m.person_id, m.channel, m.purpose, m.beyond_budget,
                   b.cancelled_at is not null as cancelled, case when s.retired_at is null then l.sender_id end as sender_id,
                   coalesce(b.text, m.template) as text, coalesce(b.subject, m.subject) as subject
            from message m join send_lane l on l.id = m.lane_id left join sms_sender s on s.id = l.sender_id
            left join broadcast b on m.source = 'BROADCAST' and b.id = m.source_id
            where m.organization_id = :organization and m.id = :id for update of m""");

    private static final NamedSql CANCELLED = NamedSql.of("""
            select exists (select from message m join broadcast b on b.id = m.source_id
                           where m.id = :id and m.source = 'BROADCAST' and b.cancelled_at is not null) as cancelled""");

    /** What belongs to a broadcast goes on belonging to it; a single one is its own source. */
    private static final NamedSql LINK = NamedSql.of("""
            with again as (
              update message set source_id = case when source in ('SINGLE', 'TEST') then id else :source_id end, occurrence = :occurrence
              where id = :by),
            old as (
              update message set replaced_by = :by where id = :id returning organization_id, id, attempt)
            insert into message_event (organization_id, message_id, attempt, at, source, status)
            select organization_id, id, attempt, :now, :actor, 'SENT_AGAIN' from old""");

    private final Sql sql;
    private final Messages messages;
    private final Access access;
    private final Clock clock;

    SentAgain(Sql sql, Messages messages, Access access, Clock clock) {
        this.sql = sql;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A message in the place of another.
     *
     * @param first false when it was there already
     */
    record Again(long id, boolean first) {}

    /** What whoever may send is offered for a message that did not arrive. */
    enum Offer {
        SEND_AGAIN,
        /** Its broadcast is cancelled, and it would be ended with the rest of it. */
        WRITE_INSTEAD,
        NOTHING
    }

    Offer offer(MessageView message) {
        if (message.replacedBy() != null || !MAY.contains(message.state())) {
            return Offer.NOTHING;
        }
        return sql.first(CANCELLED, Map.of("id", message.id()), row -> row.is("cancelled"))
                        .orElseThrow()
                ? Offer.WRITE_INSTEAD
                : Offer.SEND_AGAIN;
    }

    /**
     * @throws OnlyAPerson for tools
     * @throws MessageInState for what waits, arrived, or was not to be sent
     * @throws OfCancelledBroadcast for what belongs to one
     */
    Again again(long id) {
        if (access.actor().kind() != Actor.Kind.STAFF) {
            throw new OnlyAPerson();
        }
        var old = sql.first(LOCK, Map.of("organization", access.organizationId(), "id", id), Old::of)
                .orElseThrow(NotFound::new);
        if (old.replacedBy() != null) {
            return new Again(old.replacedBy(), false);
        }
        old.requireThatItMay();
        var by = messages.add(old.wanted(), old.source());
        sql.update(
                LINK,
                Map.of(
                        "id",
                        id,
                        "by",
                        by,
                        "source_id",
                        old.sourceId(),
                        "occurrence",
                        "again:" + id,
                        "now",
                        clock.instant(),
                        "actor",
                        access.actor().toString()));
        return new Again(by, true);
    }

    private record Old(
            MessageState state,
            @Nullable Long replacedBy,
            String source,
            long sourceId,
            boolean cancelled,
            NewMessage wanted) {

        void requireThatItMay() {
            if (!MAY.contains(state)) {
                throw new MessageInState(state, "Only what failed, expired or is unknown can be sent again.");
            }
            if (cancelled) {
                throw new OfCancelledBroadcast(sourceId);
            }
        }

        static Old of(Row row) {
            return new Old(
                    MessageState.valueOf(row.text("state")),
                    row.numberOrNull("replaced_by"),
                    row.text("source"),
                    row.number("source_id"),
                    row.is("cancelled"),
                    new NewMessage(
                            row.number("person_id"),
                            Channel.valueOf(row.text("channel")),
                            Purpose.valueOf(row.text("purpose")),
                            row.text("text"),
                            row.textOrNull("subject"),
                            row.numberOrNull("sender_id"),
                            null,
                            row.is("beyond_budget")));
        }
    }
}
