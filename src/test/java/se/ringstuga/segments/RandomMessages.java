package se.ringstuga.segments;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.segments.Filter.Fate;
import se.ringstuga.segments.KnownPeople.Message;
import se.ringstuga.segments.KnownPeople.Person;
import se.ringstuga.segments.RandomWorld.Things;

/** Messages drawn at random to the people of a random world: of broadcasts here, below and elsewhere, and single ones. */
@ApplicationScoped
class RandomMessages {

    static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.EMAIL);
    static final List<String> REASONS = List.of("NO_ADDRESS", "SHARED_NUMBER", "30006", "EXPIRED", "CANCELLED");
    static final Set<Fate> WITH_REASONS = EnumSet.of(Fate.FAILED, Fate.SKIPPED, Fate.UNKNOWN, Fate.NOT_REACHED);

    private static final List<String> STATES = List.of(
            "QUEUED",
            "DISPATCHING",
            "ACCEPTED",
            "SENT",
            "DELIVERED",
            "SKIPPED",
            "FAILED",
            "EXPIRED",
            "CANCELLED",
            "UNKNOWN");

    private static final NamedSql BROADCAST = NamedSql.of("""
            insert into broadcast (organization_id, title, channel, purpose, filter, text, personal, created_at, created_by)
            select id, 'x', 'SMS', 'NOTICE', '{}', 'x', false, :now, 'x' from organization where slug = :slug returning id""");

    private static final NamedSql MESSAGE = NamedSql.of("""
            insert into message (organization_id, root_id, lane_id, source, source_id, channel, purpose, person_organization, person_id,
                                 address, state, rank, reason, code, not_before, not_after, contacted_at, created_at, created_by)
            select o.id, o.id, 1, case when cast(:broadcast as bigint) is null then 'SINGLE' else 'BROADCAST' end,
                   coalesce(cast(:broadcast as bigint), nextval('message_drawn')), :channel, 'NOTICE', p.organization_id, p.id,
                   'an address of ' || p.id, :state, 10, cast(:reason as text), cast(:code as text), :at, :at, :at, :at, 'x'
            from organization o, person p where o.slug = :slug and p.id = :person returning id""");

    private static final NamedSql REPLACE = NamedSql.of("update message set replaced_by = :by where id = :id");

    @Inject
    Sql sql;

    /** The broadcasts' ids. */
    List<Long> draw(Random random, Things things, Instant now) {
        return QuarkusTransaction.requiringNew().timeout(120).call(() -> {
            sql.update(NamedSql.of("create sequence if not exists message_drawn"), Map.of());
            var broadcasts = new HashMap<Long, String>();
            for (var slug : List.of("solna", "huvudsta", "boras")) {
                var parameters = Map.of("slug", slug, "now", now);
                sql.first(BROADCAST, parameters, row -> row.number("id")).ifPresent(id -> broadcasts.put(id, slug));
            }
            var ids = broadcasts.keySet().stream().sorted().toList();
            for (var person : things.people()) {
                ids.stream()
                        .filter(_ -> random.nextBoolean())
                        .forEach(id -> broadcasted(random, person, id, broadcasts.getOrDefault(id, ""), now));
                if (random.nextInt(3) == 0) {
                    add(drawn(random, null, random.nextBoolean() ? Channel.SMS : Channel.EMAIL, now), person, "solna");
                }
            }
            sql.update(NamedSql.of("analyze message"), Map.of());
            return ids;
        });
    }

    /** Now and then an e-mail stands in for an SMS. */
    private void broadcasted(Random random, Person person, long broadcast, String slug, Instant now) {
        var first = drawn(random, broadcast, Channel.SMS, now);
        var id = add(first, person, slug);
        if (first.state().equals("SKIPPED") && random.nextBoolean()) {
            person.messages.remove(first);
            var by = add(drawn(random, broadcast, Channel.EMAIL, now), person, slug);
            sql.update(REPLACE, Map.of("id", id, "by", by));
        }
    }

    private static Message drawn(Random random, @Nullable Long broadcast, Channel channel, Instant now) {
        var state = STATES.get(random.nextInt(STATES.size()));
        var why = switch (state) {
            case "SKIPPED" -> random.nextBoolean() ? "NO_ADDRESS" : "SHARED_NUMBER";
            case "FAILED", "UNKNOWN" -> random.nextBoolean() ? "30006" : null;
            default -> null;
        };
        return new Message(broadcast, channel, state, why, now.minus(Duration.ofHours(random.nextInt(24 * 30))));
    }

    private long add(Message message, Person person, String slug) {
        var parameters = new HashMap<String, Object>(Map.of(
                "slug", slug,
                "person", person.id,
                "channel", message.channel(),
                "state", message.state(),
                "at", message.at()));
        parameters.put("broadcast", message.broadcastId());
        parameters.put("reason", message.state().equals("SKIPPED") ? message.why() : null);
        parameters.put("code", message.state().equals("SKIPPED") ? null : message.why());
        if (!slug.equals("boras")) {
            person.messages.add(message);
        }
        return sql.first(MESSAGE, parameters, row -> row.number("id")).orElseThrow();
    }
}
