package se.ringstuga.accounts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Whether somebody has signed in to an account from this browser before, code included. Whoever guesses at an address from
 * everywhere closes it for strangers only: browsers that are known count their own tries.
 */
@RequestScoped
class KnownBrowser {

    private final SessionCookies cookies;
    private final InstallationKey key;

    KnownBrowser(SessionCookies cookies, InstallationKey key) {
        this.cookies = cookies;
        this.key = key;
    }

    /** @param email as it was typed */
    boolean of(String email) {
        return cookies.ofKnownBrowser()
                .filter(given -> MessageDigest.isEqual(
                        given.getBytes(US_ASCII), mark(email).getBytes(US_ASCII)))
                .isPresent();
    }

    /** What tells this browser from a stranger's next time; it opens nothing. */
    NewCookie remembered(String email) {
        return cookies.forKnownBrowser(mark(email));
    }

    private String mark(String email) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.derive("known-browser:" + StaffMembers.address(email)));
    }
}
