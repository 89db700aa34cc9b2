package se.ringstuga.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why a password is refused. Length is what makes passwords hard to guess; rules about signs only make people write
 * "!1" at the end, so there are none.
 */
enum PasswordFlaw {
    TOO_SHORT,
    TOO_LONG,
    TOO_COMMON;

    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final int FEWEST_SIGNS = 5;
    private static final int SHORTEST_OWN_PART = 4;

    /** The words that lists of leaked passwords begin with, and those that everybody here would try first. */
    private static final Set<String> COMMON_WORDS = Set.of(
            "password",
            "passwort",
            "passord",
            "passw",
            "lösenord",
            "losenord",
            "qwerty",
            "qwertyuiop",
            "qwertyuiopå",
            "asdfghjkl",
            "zxcvbnm",
            "iloveyou",
            "welcome",
            "välkommen",
            "valkommen",
            "sommar",
            "vinter",
            "hösten",
            "våren",
            "summer",
            "winter",
            "monkey",
            "dragon",
            "football",
            "fotboll",
            "letmein",
            "princess",
            "sunshine",
            "superman",
            "batman",
            "trustno",
            "master",
            "admin",
            "administrator",
            "hejhej",
            "hejsan",
            "hemligt",
            "hemlig",
            "ringstuga",
            "ringstugan",
            "sverige",
            "sweden",
            "stockholm",
            "göteborg",
            "goteborg",
            "malmö",
            "malmo",
            "partiet",
            "förening",
            "forening",
            "medlem",
            "changeme",
            "secret",
            "default",
            "google",
            "facebook",
            "abcdefghijkl",
            "abcdefgh",
            "abc",
            "aaa",
            "test",
            "testtest",
            "mustang",
            "michael",
            "jordan",
            "shadow");

    private static final String RUNS = "01234567890123456789abcdefghijklmnopqrstuvwxyzåäöqwertyuiopåasdfghjklöäzxcvbnm";

    static Optional<PasswordFlaw> of(String password, String email) {
        if (password.length() < SHORTEST) {
            return Optional.of(TOO_SHORT);
        } else if (password.length() > LONGEST) {
            return Optional.of(TOO_LONG);
        }
        return common(password.toLowerCase(Locale.ROOT), email) ? Optional.of(TOO_COMMON) : Optional.empty();
    }

    private static boolean common(String password, String email) {
        var own = email.toLowerCase(Locale.ROOT).replaceAll("@.*", "");
        var left = own.length() < SHORTEST_OWN_PART ? password : password.replace(own, "");
        var letters = left.replaceAll("[^\\p{L}]", "");
        return password.chars().distinct().count() < FEWEST_SIGNS
                || RUNS.contains(password)
                || (letters.isEmpty() && left.length() < SHORTEST)
                || COMMON_WORDS.stream()
                        .anyMatch(word -> letters.contains(word)
                                && letters.replace(word, "").length() < SHORTEST_OWN_PART);
    }
}
