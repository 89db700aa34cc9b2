package se.ringstuga.surveys;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.InstallationKey;
import se.ringstuga.accounts.Secret;
import se.ringstuga.http.PublicUrl;

/**
 * Personal links to surveys that are seen by nobody but whom they are sent to. The code is computed from the link's number
 * with the installation's key at the moment of sending; of it the hash alone is kept, as of every other link.
 */
@ApplicationScoped
public class SentLinks {

    private static final String PATH = "/e/";

    /** Ten bytes in base 36: small letters and digits, which cost one unit each in an SMS and end no link early. */
    private static final int BYTES = 10;

    private static final int LENGTH = 16;

    /** Those that staff made themselves are of the same length. */
    private static final Pattern CODE = Pattern.compile(PATH + "[0-9A-Za-z_-]{" + LENGTH + "}");

    private static final Duration LIFE = Duration.ofDays(14);
    private static final String ALGORITHM = "HmacSHA256";

    private final SurveyLinks links;
    private final InstallationKey key;
    private final PublicUrl publicUrl;

    SentLinks(SurveyLinks links, InstallationKey key, PublicUrl publicUrl) {
        this.links = links;
        this.key = key;
        this.publicUrl = publicUrl;
    }

    /** For whom a link is and in whose name; it lives for 14 days. */
    public record Wanted(long organizationId, long personId, long surveyId, Actor by) {}

    /** Makes a link and answers its number, by which whoever sends it gets its address. */
    public long add(Wanted wanted) {
        long id = links.next();
        var link = new SurveyLinks.NewLink(
                wanted.organizationId(), wanted.personId(), wanted.surveyId(), LIFE, wanted.by());
        links.add(link, id, code(id));
        return id;
    }

    /** One for each of many people, in two statements: the numbers of the links by person. */
    public Map<Long, Long> addAll(long organizationId, List<Long> people, long surveyId, Actor by) {
        var ids = links.next(people.size());
        var made = new LinkedHashMap<Long, Long>();
        var secrets = new ArrayList<Secret>();
        for (int i = 0; i < ids.size(); i++) {
            made.put(people.get(i), ids.get(i));
            secrets.add(code(ids.get(i)));
        }
        links.addAll(new SurveyLinks.NewLinks(organizationId, surveyId, LIFE, by), made, secrets);
        return made;
    }

    /** For the recipient's eyes alone. */
    public String address(long linkId) {
        return publicUrl.of(PATH + code(linkId).value());
    }

    /** A text that was sent, for others than its recipient: whoever has the link answers in the recipient's name. */
    public static String hidden(String text) {
        return CODE.matcher(text).replaceAll(PATH + "…");
    }

    private Secret code(long linkId) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.derive("sent survey links"), ALGORITHM));
            var digest = mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(0, linkId).array());
            var letters = new BigInteger(1, Arrays.copyOf(digest, BYTES)).toString(Character.MAX_RADIX);
            return new Secret("0".repeat(LENGTH - letters.length()) + letters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
