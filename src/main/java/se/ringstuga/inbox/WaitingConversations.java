package se.ringstuga.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import se.ringstuga.accounts.Notice;
import se.ringstuga.accounts.Notices;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** Texts that nobody has read for a day: the organizers are told, once of each conversation (rule 25). */
@ApplicationScoped
public class WaitingConversations {

    private static final Duration LONG = Duration.ofHours(24);
    private static final int BATCH = 1000;

    private static final NamedSql TELL = NamedSql.of("""
            with late as (
              select id from conversation where waiting_since < :before and told_at is null
              order by waiting_since limit :batch for update skip locked),
            told as (
              update conversation c set told_at = :now from late where c.id = late.id returning c.organization_id)
            select o.id, o.name, count(*) as conversations from told t join organization o on o.id = t.organization_id
            group by o.id order by o.id""");

    private final Sql sql;
    private final Notices notices;
    private final Clock clock;

    WaitingConversations(Sql sql, Notices notices, Clock clock) {
        this.sql = sql;
        this.notices = notices;
        this.clock = clock;
    }

    private record Late(long organizationId, String organization, long conversations) {}

    /** Says how many organizations were told, of at most one batch of conversations. */
    @Transactional
    public int tell() {
        var now = clock.instant();
        var late = sql.list(
                TELL,
                Map.of("now", now, "before", now.minus(LONG), "batch", BATCH),
                row -> new Late(row.number("id"), row.text("name"), row.number("conversations")));
        late.forEach(one -> notices.tellOrganizers(
                one.organizationId(),
                new Notice(
                        Notice.Kind.INBOX_WAITING,
                        "inbox",
                        Map.of("organization", one.organization(), "count", Long.toString(one.conversations())))));
        return late.size();
    }
}
