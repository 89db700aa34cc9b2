package se.ringstuga.preferences;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import se.ringstuga.contact.Channel;
import se.ringstuga.preferences.Preference.About;
import se.ringstuga.preferences.Preference.State;

/**
 * What a member can choose, and what holds now: by SMS and e-mail each of four purposes, and whether they are called.
 *
 * @param suppressed channels whose numbers or addresses said no
 * @param current whoever is no member gets only what they said yes to
 */
record Choices(List<Preference> said, Set<Channel> suppressed, boolean current) {

    /** What is sent on somebody's own initiative, and no duty or answer. */
    static final Set<About> UNSUBSCRIBABLE = Set.copyOf(EnumSet.of(About.WELCOME, About.INFORMATION));

    private static final Set<About> MESSAGES =
            EnumSet.of(About.NOTICE, About.REMINDER, About.WELCOME, About.INFORMATION);

    static Set<About> offered(Channel channel) {
        return channel == Channel.CALL ? EnumSet.of(About.CALL) : EnumSet.copyOf(MESSAGES);
    }

    /** What is received by this channel, of what is offered. */
    Set<About> shown(Channel channel) {
        var shown = EnumSet.noneOf(About.class);
        for (var about : offered(channel)) {
            if (!suppressed.contains(channel) && isAllowed(channel, about, state(channel, About.ANY))) {
                shown.add(about);
            }
        }
        return shown;
    }

    /** The words that lead from what holds to what was chosen. Nothing chosen is a no to the whole channel. */
    List<Preference> towards(Channel channel, Set<About> chosen) {
        if (chosen.isEmpty()) {
            return List.of(word(channel, About.ANY, State.WITHDRAWN));
        }
        var words = new ArrayList<Preference>();
        var any = state(channel, About.ANY);
        if (any == State.WITHDRAWN) {
            any = State.GRANTED;
            words.add(word(channel, About.ANY, any));
        }
        var shown = shown(channel);
        for (var about : offered(channel)) {
            if (chosen.contains(about) && !shown.contains(about)) {
                words.add(word(channel, about, State.GRANTED));
            } else if (!chosen.contains(about) && isAllowed(channel, about, any)) {
                words.add(word(channel, about, State.WITHDRAWN));
            }
        }
        return words;
    }

    private boolean isAllowed(Channel channel, About about, State any) {
        var own = state(channel, about);
        return own != State.WITHDRAWN
                && any != State.WITHDRAWN
                && (current || own == State.GRANTED || any == State.GRANTED);
    }

    private State state(Channel channel, About about) {
        return said.stream()
                .filter(preference -> preference.channel() == channel && preference.about() == about)
                .findFirst()
                .map(Preference::state)
                .orElse(State.NOT_SAID);
    }

    private static Preference word(Channel channel, About about, State state) {
        return new Preference(channel, about, state, null, null, null);
    }
}
