package se.ringstuga.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/**
 * The log of what people decided about being contacted, its latest state, and the numbers and addresses that said no. Log
 * and state are written by one statement, in the caller's transaction; the state is always the last line of the log.
 */
@ApplicationScoped
public class Consents {

    /** CORRECTED takes back a decision that was noted by mistake: as if nothing had been said. */
    public enum Decision {
        GRANTED,
        WITHDRAWN,
        CORRECTED
    }

    /** In the order of the people, so that two who decide for many at once do not wait for each other in a ring. */
    private static final String RECORD = """
            with said as (
              insert into contact_consent (organization_id, person_id, channel, purpose, decision, source, actor, at)
              select organization_id, id, :channel, :purpose, :decision, :source, :actor, :now from ({people}) p order by id
              returning id, organization_id, person_id, channel, purpose, decision, at)
            insert into contact_state (organization_id, person_id, channel, purpose, decision, since, consent_id)
            select organization_id, person_id, channel, purpose, decision, at, id from said order by person_id
            on conflict (person_id, channel, purpose) do update
              set decision = excluded.decision, since = excluded.since, consent_id = excluded.consent_id
              where contact_state.consent_id < excluded.consent_id""";

    private static final NamedSql RECORD_ONE = NamedSql.of(RECORD.replace(
            "{people}", "select cast(:organization as bigint) as organization_id, cast(:person as bigint) as id"));

    private static final NamedSql RECORD_MANY = NamedSql.of(RECORD.replace(
            "{people}", "select organization_id, id from person where id = any (cast(:people as bigint[]))"));

    /** A number that is known to be wrong is somebody else's: it does not speak for the person. */
    private static final NamedSql ON_NUMBER = NamedSql.of("""
            select p.organization_id, p.id from person p
            join organization_closure c on c.descendant_id = p.organization_id and c.ancestor_id = :root
            where p.id in (select id from person where phone = :address and phone_wrong_at is null
                           union all select id from person where alt_phone = :address and alt_phone_wrong_at is null)
            order by p.id""");

    private static final NamedSql ON_ADDRESS = NamedSql.of("""
            select p.organization_id, p.id from organization_closure c
            join person p on p.organization_id = c.descendant_id and lower(p.email) = lower(:address)
            where c.ancestor_id = :root order by p.id""");

    private static final NamedSql BEFORE = NamedSql.of("""
            select decision from contact_consent
            where person_id = :person and channel = :channel and purpose = :purpose and source <> :source
            order by id desc limit 1""");

    private static final NamedSql SUPPRESS = NamedSql.of("""
            insert into suppression (root_id, channel, hmac, since, source) values (:root, :channel, :hmac, :now, :source)
            on conflict do nothing""");

    private static final NamedSql LIFT =
            NamedSql.of("delete from suppression where root_id = :root and channel = :channel and hmac = :hmac");

    private static final NamedSql SUPPRESSED = NamedSql.of("""
            select distinct x.channel
            from unnest(cast(:channels as text[]), cast(:hmacs as text[])) a(channel, hmac)
            join suppression x on x.root_id = :root and x.channel = a.channel and x.hmac = decode(a.hmac, 'hex')""");

    private final Sql sql;
    private final Suppression suppression;
    private final Clock clock;

    Consents(Sql sql, Suppression suppression, Clock clock) {
        this.sql = sql;
        this.suppression = suppression;
        this.clock = clock;
    }

    /** Whose decision it is; the organization is the one whose register they stand in. */
    public record Person(long organizationId, long id) {}

    /**
     * About what.
     *
     * @param purpose null for all of them
     */
    public record Topic(Channel channel, @Nullable Purpose purpose) {

        /** Everything by this channel. */
        public static Topic any(Channel channel) {
            return new Topic(channel, null);
        }

        String storedPurpose() {
            return purpose == null ? "ANY" : purpose.name();
        }
    }

    /**
     * What was decided.
     *
     * @param source where it was said: {@code call:12}, {@code sms:7}, {@code personal link}, {@code staff}, …
     * @param actor who wrote it down
     */
    public record Said(Decision decision, String source, String actor) {}

    /** Logs a decision, and keeps the state with it. */
    public void record(Person person, Topic topic, Said said) {
        var parameters = parameters(topic, said);
        parameters.put("organization", person.organizationId());
        parameters.put("person", person.id());
        sql.update(RECORD_ONE, parameters);
    }

    /**
     * The same for everyone in the tree who has this number, or this e-mail address. The number itself is not suppressed by
     * that: {@link #suppress} does.
     *
     * @return whom it concerned, for the access log
     */
    public List<Person> recordForAll(long rootId, String address, Topic topic, Said said) {
        var people = peopleAt(rootId, topic.channel(), address);
        if (!people.isEmpty()) {
            var parameters = parameters(topic, said);
            parameters.put("people", people.stream().map(Person::id).toList());
            sql.update(RECORD_MANY, parameters);
        }
        return people;
    }

    /** Everyone in the tree who has this number, or this e-mail address. */
    public List<Person> peopleAt(long rootId, Channel channel, String address) {
        return sql.list(
                channel == Channel.EMAIL ? ON_ADDRESS : ON_NUMBER,
                Map.of("root", rootId, "address", address),
                row -> new Person(row.number("organization_id"), row.number("id")));
    }

    /** Takes back what was noted from this source by mistake: what was said before holds again. */
    public void takeBack(Person person, Topic topic, String source, String actor) {
        var key = Map.of(
                "person", person.id(), "channel", topic.channel(), "purpose", topic.storedPurpose(), "source", source);
        var before = sql.first(BEFORE, key, row -> Decision.valueOf(row.text("decision")))
                .orElse(Decision.CORRECTED);
        record(person, topic, new Said(before, source, actor));
    }

    /** Nobody in the tree uses this number or address by this channel any more; false when that was so before. */
    public boolean suppress(long rootId, Channel channel, String address, String source) {
        var parameters = place(rootId, channel, address);
        parameters.put("now", clock.instant());
        parameters.put("source", source);
        return sql.update(SUPPRESS, parameters) == 1;
    }

    /** Takes back a suppression, on the owner's word or because it was a mistake; false when there was none. */
    public boolean liftSuppression(long rootId, Channel channel, String address) {
        return sql.update(LIFT, place(rootId, channel, address)) == 1;
    }

    /** A number or an e-mail address, as one channel uses it. */
    public record Address(Channel channel, String text) {}

    /** The channels of those addresses that nobody in the tree uses any more. */
    public Set<Channel> suppressed(long rootId, List<Address> addresses) {
        if (addresses.isEmpty()) {
            return Set.of();
        }
        var hex = HexFormat.of();
        var parameters = Map.of(
                "root", rootId,
                "channels",
                        addresses.stream()
                                .map(address -> address.channel().name())
                                .toList(),
                "hmacs",
                        addresses.stream()
                                .map(address -> hex.formatHex(suppression.hmac(address.channel(), address.text())))
                                .toList());
        return Set.copyOf(sql.list(SUPPRESSED, parameters, row -> Channel.valueOf(row.text("channel"))));
    }

    private Map<String, Object> place(long rootId, Channel channel, String address) {
        return new HashMap<>(Map.of("root", rootId, "channel", channel, "hmac", suppression.hmac(channel, address)));
    }

    private Map<String, Object> parameters(Topic topic, Said said) {
        return new HashMap<>(Map.of(
                "channel", topic.channel(),
                "purpose", topic.storedPurpose(),
                "decision", said.decision(),
                "source", said.source(),
                "actor", said.actor(),
                "now", clock.instant()));
    }
}
