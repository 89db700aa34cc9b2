package se.ringstuga.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people call the browser that a user agent tells of: enough to tell one's own phone from a stranger's. */
final class BrowserName {

    /** In this order, since most of them claim to be those further down as well. */
    private static final String[][] BROWSERS = {
        {"Edg", "Edge"},
        {"OPR/", "Opera"},
        {"SamsungBrowser/", "Samsung Internet"},
        {"Firefox/", "Firefox"},
        {"FxiOS/", "Firefox"},
        {"CriOS/", "Chrome"},
        {"Chrome/", "Chrome"},
        {"Safari/", "Safari"},
    };

    private static final String[][] SYSTEMS = {
        {"iPhone", "iPhone"},
        {"iPad", "iPad"},
        {"Android", "Android"},
        {"Windows", "Windows"},
        {"Mac OS X", "Mac"},
        {"CrOS", "Chromebook"},
        {"Linux", "Linux"},
    };

    private BrowserName() {}

    static String of(@Nullable String userAgent, AccountsMessages say) {
        var agent = Optional.ofNullable(userAgent).orElse("");
        var browser = find(BROWSERS, agent);
        return browser.map(name -> find(SYSTEMS, agent)
                        .map(system -> say.browserOn(name, system))
                        .orElse(name))
                .orElseGet(say::browserUnknown);
    }

    private static Optional<String> find(String[][] names, String agent) {
        for (var name : names) {
            if (agent.contains(name[0])) {
                return Optional.of(name[1]);
            }
        }
        return Optional.empty();
    }
}
