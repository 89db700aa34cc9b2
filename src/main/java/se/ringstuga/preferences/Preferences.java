package se.ringstuga.preferences;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.Consents;
import se.ringstuga.contact.Consents.Decision;
import se.ringstuga.contact.Consents.Said;
import se.ringstuga.contact.Consents.Topic;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.preferences.Preference.About;
import se.ringstuga.preferences.Preference.State;

/** What people want to receive: read from the consents, and written to them where something changes. */
@ApplicationScoped
class Preferences {

    private static final NamedSql SAID = NamedSql.of("""
            select s.channel, s.purpose, s.decision, s.since, c.source, c.actor
            from contact_state s left join contact_consent c on c.id = s.consent_id
            where s.person_id = :person""");

    private final Sql sql;
    private final Consents consents;
    private final Members members;

    Preferences(Sql sql, Consents consents, Members members) {
        this.sql = sql;
        this.consents = consents;
        this.members = members;
    }

    /**
     * Who says something.
     *
     * @param source where it is said
     * @param actor who writes it down
     */
    record By(String source, String actor) {

        Said said(Decision decision) {
            return new Said(decision, source, actor);
        }
    }

    /** Every channel and purpose there is, also those of which nothing was said. */
    List<Preference> of(Member member) {
        record Key(Channel channel, About about) {}
        var all = new LinkedHashMap<Key, Preference>();
        for (var channel : Channel.values()) {
            Arrays.stream(About.values())
                    .filter(about -> about.concerns(channel))
                    .forEach(about -> all.put(
                            new Key(channel, about), new Preference(channel, about, State.NOT_SAID, null, null, null)));
        }
        sql.list(
                        SAID,
                        Map.of("person", member.id()),
                        row -> new Preference(
                                Channel.valueOf(row.text("channel")),
                                About.valueOf(row.text("purpose")),
                                State.of(Decision.valueOf(row.text("decision"))),
                                row.instant("since"),
                                row.textOrNull("source"),
                                row.textOrNull("actor")))
                .forEach(said -> all.put(new Key(said.channel(), said.about()), said));
        return List.copyOf(all.values());
    }

    /** The channels by which none of their numbers or addresses is used, whoever said so. */
    Set<Channel> suppressed(Member member) {
        var addresses = Stream.of(Channel.values())
                .flatMap(channel -> member.addresses(channel).stream())
                .toList();
        return consents.suppressed(member.rootId(), addresses);
    }

    Choices choices(Member member) {
        return new Choices(of(member), suppressed(member), member.current());
    }

    /** Writes what was chosen for one channel down, as far as it differs from what holds. */
    void choose(Member member, Channel channel, Set<About> chosen, By by) {
        var now = choices(member);
        if (now.shown(channel).equals(chosen)) {
            return;
        }
        now.towards(channel, chosen).forEach(preference -> record(member, preference, by));
        if (!chosen.isEmpty()) {
            liftSuppressions(member, channel);
        }
    }

    /** The same as staff was told it. The no of a number or an address stays: only its owner undoes that. */
    void noteChoice(Member member, Channel channel, Set<About> chosen, By by) {
        var now = choices(member);
        if (!now.suppressed().contains(channel) && !now.shown(channel).equals(chosen)) {
            now.towards(channel, chosen).forEach(preference -> record(member, preference, by));
        }
    }

    /** No more welcomes and news by these channels; whatever else was chosen stays. */
    void unsubscribe(Member member, Set<Channel> channels, By by) {
        of(member).stream()
                .filter(preference -> channels.contains(preference.channel()))
                .filter(preference -> Choices.UNSUBSCRIBABLE.contains(preference.about()))
                .filter(preference -> preference.state() != State.WITHDRAWN)
                .forEach(preference -> consents.record(
                        member.person(),
                        new Topic(preference.channel(), preference.about().purpose()),
                        by.said(Decision.WITHDRAWN)));
    }

    /** Notes what staff or a tool was told, where it is another word than the last one. */
    void note(Member member, Preference wanted, By by) {
        var known = of(member).stream()
                .anyMatch(preference -> preference.channel() == wanted.channel()
                        && preference.about() == wanted.about()
                        && preference.state() == wanted.state());
        if (!known) {
            record(member, wanted, by);
        }
    }

    private void record(Member member, Preference preference, By by) {
        consents.record(
                member.person(),
                new Topic(preference.channel(), preference.about().purpose()),
                by.said(preference.state().decision()));
    }

    /**
     * The member's own word undoes the no of their number (rule 21). A phone that rings is heard by all who share it: a call
     * stays suppressed while another of them does not want any.
     */
    private void liftSuppressions(Member member, Channel channel) {
        member.addresses(channel).stream()
                .filter(address -> channel != Channel.CALL || !members.othersSaidNo(member, address.text()))
                .forEach(address -> consents.liftSuppression(member.rootId(), channel, address.text()));
    }
}
