package se.ringstuga.preferences;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ringstuga.accounts.InstallationKey;
import se.ringstuga.http.PublicUrl;

/**
 * The address of a person's own page of preferences. It is computed and not stored, stays the same for as long as the
 * installation keeps its key, and ends with the person.
 */
@ApplicationScoped
public class PersonalLinks {

    private static final String PATH = "/m/";

    /** Those to events and calendars too, which a person's link leads to as well. */
    private static final Pattern CODE = Pattern.compile("(/[mtk]/)[0-9A-Za-z]{" + LinkCode.LENGTH + ",}");

    private static final String ONE_CLICK = "/one-click";

    private final InstallationKey key;
    private final PublicUrl publicUrl;

    PersonalLinks(InstallationKey key, PublicUrl publicUrl) {
        this.key = key;
        this.publicUrl = publicUrl;
    }

    /** The page; of the same length for everybody, so that an SMS can be counted without knowing whom it is for. */
    public String preferences(long personId) {
        return publicUrl.of(PATH + code().of(personId));
    }

    /** What a mail program posts to when its reader presses "unsubscribe" (RFC 8058). */
    public String oneClick(long personId) {
        return preferences(personId) + ONE_CLICK;
    }

    /** An address of the same length that leads to nobody, for previews without a person. */
    public String specimen() {
        return publicUrl.of(PATH + "x".repeat(LinkCode.LENGTH));
    }

    /** A text that was sent, for others than its recipient: whoever has the link decides in the recipient's name. */
    public static String hidden(String text) {
        return CODE.matcher(text).replaceAll("$1…");
    }

    /** Empty for what was made up. */
    Optional<Long> person(String code) {
        return code().read(code);
    }

    private LinkCode code() {
        return new LinkCode(key.derive("personal links"));
    }
}
