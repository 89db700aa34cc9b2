package se.ringstuga.preferences;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.NotFound;
import se.ringstuga.preferences.Preference.About;

/** What a member does through the own link. Each call belongs inside the page's transaction, and is in the access log. */
@ApplicationScoped
class PersonalPreferences {

    static final String LINK = "personal link";
    static final String ONE_CLICK = "one-click";

    private final PersonalLinks links;
    private final Members members;
    private final Preferences preferences;
    private final LinkMisses misses;
    private final AccessLog accessLog;

    PersonalPreferences(
            PersonalLinks links, Members members, Preferences preferences, LinkMisses misses, AccessLog accessLog) {
        this.links = links;
        this.members = members;
        this.preferences = preferences;
        this.misses = misses;
        this.accessLog = accessLog;
    }

    /** What the page may show: at most the first name (rule 28). */
    record Opened(String firstName, String organization, Choices choices) {}

    /**
     * Opens the link; nothing changes by that, since programs that guard mail open every link there is.
     *
     * @throws NotFound for links that were made up and for those of people who were erased alike
     */
    Opened open(String code) {
        var member = member(code);
        log(member, "preferences.opened");
        return new Opened(member.firstName(), member.organization(), preferences.choices(member));
    }

    /** @param chosen what to receive, by channel; what is not among it is not received any more */
    void save(String code, Map<Channel, Set<About>> chosen) {
        var member = member(code);
        chosen.forEach((channel, abouts) -> preferences.choose(member, channel, abouts, by(member, LINK)));
        log(member, "preferences.saved");
    }

    /** No more welcomes and news, by any channel. */
    void unsubscribe(String code) {
        var member = member(code);
        unsubscribe(member, Set.of(Channel.SMS, Channel.EMAIL), by(member, LINK));
    }

    /**
     * The same by e-mail alone, as the mail program asks. It speaks for the mailbox: whoever shares the address gets no more
     * either, or the next letter would come to the same reader in another name.
     */
    void oneClick(String code) {
        var member = member(code);
        unsubscribe(member, Set.of(Channel.EMAIL), by(member, ONE_CLICK));
        members.sharingAddress(member)
                .forEach(other -> unsubscribe(other, Set.of(Channel.EMAIL), by(member, ONE_CLICK)));
    }

    private void unsubscribe(Member member, Set<Channel> channels, Preferences.By by) {
        preferences.unsubscribe(member, channels, by);
        log(member, "preferences.unsubscribed");
    }

    private Member member(String code) {
        misses.check();
        return links.person(code).flatMap(members::find).orElseThrow(misses::missed);
    }

    private static Preferences.By by(Member member, String source) {
        return new Preferences.By(source, actor(member).toString());
    }

    private static Actor actor(Member member) {
        return new Actor(Actor.Kind.PERSON, member.id());
    }

    private void log(Member member, String action) {
        accessLog.record(
                member.person().organizationId(),
                actor(member),
                new AccessLog.Entry(action, null, List.of(member.id())));
    }
}
