package se.ringstuga.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before signing in: a path of ours, never another site's address. */
final class ReturnPath {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\w./?=&%~:@+,-]*");
    private static final int LONGEST = 500;

    private ReturnPath() {}

    static String safe(@Nullable String wanted) {
        return wanted != null
                        && wanted.length() <= LONGEST
                        && OURS.matcher(wanted).matches()
                ? wanted
                : "/";
    }

    static URI signIn(@Nullable String wanted) {
        return by("/sign-in", wanted);
    }

    static URI code(@Nullable String wanted) {
        return by("/sign-in/code", wanted);
    }

    private static URI by(String page, @Nullable String wanted) {
        var path = safe(wanted);
        return URI.create(path.equals("/") ? page : page + "?return=" + URLEncoder.encode(path, UTF_8));
    }
}
