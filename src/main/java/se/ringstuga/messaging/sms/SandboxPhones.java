package se.ringstuga.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;

/** The phones of the sandbox: those that one organization has written to, or that have written to it, and no others. */
@ApplicationScoped
public class SandboxPhones {

    private static final int TEXTS = 20;

    private static final NamedSql LATEST = NamedSql.of("""
            select s.phone, max(s.id) as last_id, min(b.behaviour) as behaviour from sandbox_sms s
            left join sandbox_phone b on b.organization_id = s.organization_id and b.phone = s.phone
            where s.organization_id = :organization
            group by s.phone having max(s.id) < :before order by max(s.id) desc limit :rows""");

    private static final NamedSql LINES = NamedSql.of("""
            select x.id, x.phone, x.sender, x.text, x.at, x.outgoing, p.id as person_id,
                   nullif(btrim(concat_ws(' ', p.given_name, p.family_name)), '') as name
            from unnest(cast(:phones as text[])) f(phone)
            cross join lateral (
              select * from sandbox_sms s where s.organization_id = :organization and s.phone = f.phone order by s.id desc limit :texts) x
            left join message m on m.id = x.message_id left join person p on p.id = m.person_id
            order by x.id""");

    private static final NamedSql TYPE = NamedSql.of("""
            insert into sandbox_sms (organization_id, sender, phone, text, at, outgoing)
            values (:organization, :sender, :phone, :text, :now, false) returning id""");

    private static final NamedSql TELL = NamedSql.of("""
            insert into provider_hook (gateway, path, query, body, received_at)
            values ('sandbox', '/hooks/sandbox/inbound', '', :body, :now) returning id""");

    private static final NamedSql CHOOSE = NamedSql.of("""
            insert into sandbox_phone (organization_id, phone, behaviour) values (:organization, :phone, :behaviour)
            on conflict (organization_id, phone) do update set behaviour = excluded.behaviour""");

    private final Sql sql;
    private final Clock clock;

    SandboxPhones(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One phone.
     *
     * @param lastId of its latest text: where the next page begins
     * @param behaviour what the next message to it meets
     * @param texts the latest, the oldest of them first
     */
    public record Phone(String number, long lastId, SandboxBehaviour behaviour, List<Text> texts) {

        /** That the latest message came from: where an answer goes. */
        public @Nullable String sender() {
            return texts.isEmpty() ? null : texts.getLast().sender();
        }
    }

    /**
     * One text on a phone.
     *
     * @param arrived false for what was typed there
     * @param personId whom it was for; null when it was typed there
     */
    public record Text(
            String sender,
            String text,
            Instant at,
            boolean arrived,
            @Nullable Long personId,
            @Nullable String name) {}

    /** Those with the latest texts first; {@code before} the last one of the page before. */
    public List<Phone> of(long organizationId, long before, int rows) {
        record Latest(String phone, long lastId, SandboxBehaviour behaviour) {}
        var latest = sql.list(
                LATEST,
                Map.of("organization", organizationId, "before", before, "rows", rows),
                row -> new Latest(row.text("phone"), row.number("last_id"), behaviour(row)));
        var texts = texts(organizationId, latest.stream().map(Latest::phone).toList());
        return latest.stream()
                .map(one -> new Phone(
                        one.phone(), one.lastId(), one.behaviour(), texts.getOrDefault(one.phone(), List.of())))
                .toList();
    }

    private Map<String, List<Text>> texts(long organizationId, List<String> phones) {
        record Placed(String phone, Text text) {}
        var byPhone = new LinkedHashMap<String, List<Text>>();
        if (phones.isEmpty()) {
            return byPhone;
        }
        sql.list(
                        LINES,
                        Map.of("organization", organizationId, "phones", phones, "texts", TEXTS),
                        row -> new Placed(row.text("phone"), text(row)))
                .forEach(placed -> byPhone.computeIfAbsent(placed.phone(), _ -> new ArrayList<>())
                        .add(placed.text()));
        return byPhone;
    }

    /**
     * Types a text on a phone; it comes to us through the same door as any provider's.
     *
     * @param to the sender that it is texted to
     * @return the id of the stored call, committed and to be read
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public long type(long organizationId, String phone, String to, String text) {
        var now = clock.instant();
        var id = sql.first(
                        TYPE,
                        Map.of("organization", organizationId, "sender", to, "phone", phone, "text", text, "now", now),
                        row -> row.number("id"))
                .orElseThrow();
        var body = "id=s%d&from=%s&to=%s&text=%s".formatted(id, encoded(phone), encoded(to), encoded(text));
        return sql.first(TELL, Map.of("body", body, "now", now), row -> row.number("id"))
                .orElseThrow();
    }

    /** What messages to the phone meet from now on. */
    public void choose(long organizationId, String phone, SandboxBehaviour behaviour) {
        sql.update(CHOOSE, Map.of("organization", organizationId, "phone", phone, "behaviour", behaviour));
    }

    private static SandboxBehaviour behaviour(Row row) {
        var chosen = row.textOrNull("behaviour");
        return chosen == null ? SandboxBehaviour.DELIVERED : SandboxBehaviour.valueOf(chosen);
    }

    private static Text text(Row row) {
        return new Text(
                row.text("sender"),
                row.text("text"),
                row.instant("at"),
                row.is("outgoing"),
                row.numberOrNull("person_id"),
                row.textOrNull("name"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
