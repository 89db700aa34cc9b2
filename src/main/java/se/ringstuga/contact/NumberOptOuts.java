package se.ringstuga.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.ringstuga.accounts.Actor;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;

/** The no to SMS that a number says by itself, and its taking it back: for everyone who has it, in whole trees (rule 21). */
@ApplicationScoped
public class NumberOptOuts {

    /** Who told of it; the one who may take it back is the number itself. */
    public enum Source {
        /** It texted to us. */
        SMS,
        /** The provider says that it has stopped the sender there. */
        PROVIDER;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Consents.Topic SMS = Consents.Topic.any(Channel.SMS);

    private static final NamedSql STOPPED = NamedSql.of("""
            select s.organization_id, s.person_id, c.source from contact_state s join contact_consent c on c.id = s.consent_id
            where s.person_id = any (cast(:people as bigint[])) and s.channel = 'SMS' and s.purpose = 'ANY'
              and s.decision = 'WITHDRAWN' and c.source = any (cast(:sources as text[]))
            order by s.person_id""");

    private final Sql sql;
    private final Consents consents;

    NumberOptOuts(Sql sql, Consents consents) {
        this.sql = sql;
        this.consents = consents;
    }

    /**
     * In the caller's transaction.
     *
     * @param roots the trees in which it holds
     * @return false when the number had said no in all of them before
     */
    public boolean stop(List<Long> roots, String phone, Source source) {
        var said = new Consents.Said(Consents.Decision.WITHDRAWN, source.stored(), Actor.SYSTEM.toString());
        var news = false;
        for (long root : roots) {
            if (consents.suppress(root, Channel.SMS, phone, source.stored())) {
                consents.recordForAll(root, phone, SMS, said);
                news = true;
            }
        }
        return news;
    }

    /**
     * Takes back what {@link #stop} did, and nothing that was said elsewhere: a number can be forged.
     *
     * @return false when there was nothing to take back
     */
    public boolean start(List<Long> roots, String phone) {
        var back = false;
        for (long root : roots) {
            back |= consents.liftSuppression(root, Channel.SMS, phone);
            for (var stopped : stopped(consents.peopleAt(root, Channel.SMS, phone))) {
                consents.takeBack(stopped.person(), SMS, stopped.source(), Actor.SYSTEM.toString());
                back = true;
            }
        }
        return back;
    }

    private List<Stopped> stopped(List<Consents.Person> people) {
        return sql.list(
                STOPPED,
                Map.of(
                        "people", people.stream().map(Consents.Person::id).toList(),
                        "sources", List.of(Source.SMS.stored(), Source.PROVIDER.stored())),
                row -> new Stopped(
                        new Consents.Person(row.number("organization_id"), row.number("person_id")),
                        row.text("source")));
    }

    private record Stopped(Consents.Person person, String source) {}
}
