package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * A notice that the provider will not carry to a number, now or ever, goes by e-mail as if it had been known before the SMS
 * was due (rule 20).
 */
@ApplicationScoped
class RefusedNotices {

    private static final NamedSql CONCERNED = NamedSql.of("""
            select m.id, m.source_id, m.organization_id, o.root_id from message m join organization o on o.id = m.organization_id
            where m.id = any (cast(:ids as bigint[])) and m.source = 'BROADCAST' and m.channel = 'SMS' and m.purpose = 'NOTICE'
            order by m.id""");

    private final Sql sql;
    private final NoticeByEmail notices;
    private final MessagingSettings settings;
    private final Lanes lanes;
    private final Clock clock;

    RefusedNotices(Sql sql, NoticeByEmail notices, MessagingSettings settings, Lanes lanes, Clock clock) {
        this.sql = sql;
        this.notices = notices;
        this.settings = settings;
        this.lanes = lanes;
        this.clock = clock;
    }

    private record Notice(long sms, NoticeByEmail.Whose whose, long rootId) {}

    /**
     * Before the states of these messages are written: nobody pauses or cancels the broadcast until the e-mails stand beside them.
     *
     * @param again messages that will be expected in their lanes again: all lanes are locked at once, in one order
     */
    void hold(Collection<Long> messages, Collection<Long> again) {
        var broadcasts = concerned(messages).stream()
                .map(notice -> notice.whose().broadcast())
                .distinct()
                .toList();
        if (!broadcasts.isEmpty() || !again.isEmpty()) {
            lanes.hold(broadcasts, again);
        }
    }

    /** After their states, and what the refusal says of the numbers, are written. */
    void byEmail(Collection<Long> messages) {
        concerned(messages).stream()
                .collect(Collectors.groupingBy(notice -> notice.whose().broadcast(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(this::ofOneBroadcast);
    }

    private void ofOneBroadcast(List<Notice> refused) {
        var first = refused.getFirst();
        var rules = settings.of(first.whose().organizationId());
        notices.standIn(
                first.whose(),
                refused.stream().map(Notice::sms).toList(),
                rules.circumstances(first.rootId(), clock.instant()));
    }

    private List<Notice> concerned(Collection<Long> messages) {
        return messages.isEmpty()
                ? List.of()
                : sql.list(
                        CONCERNED,
                        Map.of("ids", messages),
                        row -> new Notice(
                                row.number("id"),
                                new NoticeByEmail.Whose(row.number("organization_id"), row.number("source_id")),
                                row.number("root_id")));
    }
}
