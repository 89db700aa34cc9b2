package se.ringstuga.accounts;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import se.ringstuga.organizations.Organizations;

/** Staff for tests: with a known password and a second factor, signed in or about to sign in. */
@ApplicationScoped
public class StaffFixtures {

    public static final String PASSWORD = "en lång och ovanlig mening";

    /** What {@link #complete} chooses. */
    static final String NEW_PASSWORD = "tre blå båtar i hamnen";

    /** One slow hash for all tests. */
    private static final String PASSWORD_HASH = new Passwords().hash(PASSWORD);

    private static final byte[] TOTP_SECRET = "twenty bytes of test".getBytes(US_ASCII);

    @Inject
    StaffMembers members;

    @Inject
    StaffRoles roles;

    @Inject
    Organizations organizations;

    @Inject
    Sessions sessions;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** A member of staff with password and second factor; the id. */
    @Transactional
    public long staff(String email, String slug, Role role) {
        var staff = members.join(email, email.replaceAll("@.*", ""), "sv");
        staff.passwordHash = PASSWORD_HASH;
        staff.enrol(vault.lock(TOTP_SECRET), 0, clock.instant());
        roles.give(staff.id, organizations.findBySlug(slug).orElseThrow().id, role, "system:0");
        return staff.id;
    }

    /** A signed-in browser of this member of staff: the value of its cookie. */
    @Transactional
    public String session(long staffId) {
        return sessions.openForStaff(staffId, true, "a test's browser").value();
    }

    /** A new member of staff, signed in. */
    public RequestSpecification browserOf(String email, String slug, Role role) {
        return browser(session(staff(email, slug, role)));
    }

    /** Requests as our own pages make them: with the cookie, from our own site, for HTML, redirects shown. */
    public static RequestSpecification browser(String session) {
        return visitor().cookie("ringstuga", session);
    }

    /** The same without a session. */
    public static RequestSpecification visitor() {
        return given().header("Sec-Fetch-Site", "same-origin")
                .accept("text/html, */*;q=0.8")
                .redirects()
                .follow(false);
    }

    /** What the app shows at the present moment. */
    public String code() {
        return Totp.code(TOTP_SECRET, clock.instant());
    }

    /** Posts a form. */
    public static Response post(RequestSpecification browser, String path, Map<String, String> form) {
        return browser.contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path);
    }

    /** Fills the form behind a link in as somebody whose app has read the letters. */
    Response complete(String link, Map<String, String> differently) {
        var letters = Pattern.compile("<code>([A-Z2-7 ]+)</code>")
                .matcher(visitor().get(link).asString());
        var form = new HashMap<>(Map.of("name", "Beta", "password", NEW_PASSWORD, "code", ""));
        if (letters.find()) {
            form.put("code", Totp.code(Base32Test.decode(letters.group(1)), clock.instant()));
        }
        form.putAll(differently);
        return post(visitor(), link, form);
    }
}
