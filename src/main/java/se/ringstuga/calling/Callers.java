package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ringstuga.accounts.Secret;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Language;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.surveys.PlainText;

/** Volunteers: let in by a personal link, bound to one browser and one assignment, let go again (rules 7, 15, 18, 19). */
@ApplicationScoped
public class Callers {

    private static final NamedSql PROMISE = NamedSql.of("""
            update caller set promise_version = :version, promised_at = :now where id = :caller""");

    private final CallerRows rows;
    private final CallerSessions sessions;
    private final CallerHomes homes;
    private final CallerLimits limits;
    private final EndedClaims ended;
    private final PublicUrl publicUrl;
    private final CallingConfig config;
    private final Sql sql;
    private final Clock clock;

    Callers(
            CallerRows rows,
            CallerSessions sessions,
            CallerHomes homes,
            CallerLimits limits,
            EndedClaims ended,
            PublicUrl publicUrl,
            CallingConfig config,
            Sql sql,
            Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.homes = homes;
        this.limits = limits;
        this.ended = ended;
        this.publicUrl = publicUrl;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    /** Lets a volunteer into an assignment; the link in the answer is shown this once. */
    @Transactional
    public CreatedCaller create(CallScope scope, long assignmentId, NewCaller wanted) {
        var link = Secret.ofBits(128);
        var name = PlainText.clean(wanted.name());
        var caller = rows.insert(scope, assignmentId, name.isEmpty() ? null : name, link)
                .orElseThrow(NotFound::new);
        return CreatedCaller.of(caller.id(), caller.name(), address(link));
    }

    @Transactional
    public List<CallerView> list(CallScope scope, long assignmentId) {
        return rows.list(scope, assignmentId);
    }

    /** Empty when the assignment has no such caller. */
    @Transactional
    Optional<String> name(CallScope scope, long assignmentId, long callerId) {
        return rows.name(scope, assignmentId, callerId);
    }

    /** A new link for the same caller; the old one is dead, whoever is inside stays. */
    @Transactional
    public CreatedCaller replaceLink(CallScope scope, long callerId, String name) {
        var link = Secret.ofBits(128);
        if (!rows.replaceLink(scope, callerId, link)) {
            throw new NotFound();
        }
        return CreatedCaller.of(callerId, name, address(link));
    }

    /** Ends the access at once and tells whom the caller has seen (rule 7). */
    @Transactional
    public List<SeenPerson> remove(CallScope scope, long callerId, boolean administrator) {
        if (!rows.remove(scope, callerId)) {
            throw new NotFound();
        }
        sessions.revoke(callerId);
        ended.allOfCaller(callerId);
        return rows.seen(scope, callerId, administrator);
    }

    @Transactional
    public List<SeenPerson> seen(CallScope scope, long callerId, boolean administrator) {
        return rows.seen(scope, callerId, administrator);
    }

    /** The organizer lets the caller go on; the limits count anew. */
    @Transactional
    public void liftLimit(CallScope scope, long callerId) {
        limits.lift(scope, callerId);
    }

    /**
     * The first browser comes in, and comes back, as after "Sluta för i kväll"; a second one waits for the organizer's yes.
     */
    @Transactional
    public JoinResult join(String linkSecret, Browser browser) {
        var found = rows.byLink(new Secret(linkSecret), browser);
        if (found.isEmpty()) {
            return new JoinResult.Unknown();
        }
        var link = found.get();
        if (link.used() && !link.known()) {
            return new JoinResult.Waiting(
                    sessions.wait(link, browser.userAgent()).value());
        }
        return entered(link.callerId(), browser, link.expiresAt());
    }

    /**
     * A browser that somebody let in by hand, without a link of its own; it comes back the same way.
     *
     * @return {@link JoinResult.Refused} when the caller was removed or the assignment is over
     */
    @Transactional
    public JoinResult admit(long callerId, Browser browser) {
        return rows.byId(callerId, browser)
                .map(link -> entered(callerId, browser, link.expiresAt()))
                .orElseGet(JoinResult.Refused::new);
    }

    /** One browser at a time: whichever was in before is out. */
    private JoinResult entered(long callerId, Browser browser, Instant expiresAt) {
        rows.joined(callerId, browser);
        sessions.revoke(callerId);
        var session = sessions.open(callerId, browser.userAgent(), expiresAt);
        return new JoinResult.Joined(callerId, session.value());
    }

    /** Asks again on behalf of a waiting browser; after the yes it gets the session, and the claim moves with the caller. */
    @Transactional
    public JoinResult enter(String waitingSecret, Browser browser) {
        var found = sessions.waiting(new Secret(waitingSecret));
        if (found.isEmpty()) {
            return new JoinResult.Unknown();
        }
        var waiting = found.get();
        if (waiting.over()) {
            return new JoinResult.Refused();
        }
        if (!waiting.approved()) {
            return new JoinResult.Waiting(waitingSecret);
        }
        sessions.used(waiting.id());
        return entered(waiting.callerId(), browser, waiting.expiresAt());
    }

    /** The organizer's answer to a browser that waits. */
    @Transactional
    public void decide(CallScope scope, long callerId, long requestId, boolean yes) {
        if (!sessions.decide(scope, callerId, requestId, yes)) {
            throw new NotFound();
        }
    }

    /** Who this browser is; empty after removal, a move to another browser, or the end of the assignment. */
    public Optional<CallScope> session(String sessionSecret) {
        return sessions.find(new Secret(sessionSecret));
    }

    /** What the caller sees before asking for somebody, with standard texts in Swedish. */
    @Transactional
    public CallerHome home(CallScope scope) {
        return home(scope, Language.SWEDISH);
    }

    /** The same with the standard texts in the caller's language. */
    @Transactional
    public CallerHome home(CallScope scope, Language language) {
        var texts = MessageBundles.get(DefaultTexts.class, Localized.Literal.of(language.tag()));
        return homes.of(scope, scope.caller(), texts);
    }

    /** The promise of confidentiality as it is worded now was accepted. */
    @Transactional
    public void promise(CallScope scope) {
        sql.update(
                PROMISE, Map.of("version", config.promiseVersion(), "now", clock.instant(), "caller", scope.caller()));
    }

    /** "Sluta för i kväll": whoever was not called returns to the queue, and the session ends. */
    @Transactional
    public void stop(CallScope scope) {
        ended.undialledOfCaller(scope.caller());
        sessions.revoke(scope.caller());
    }

    private String address(Secret link) {
        return publicUrl.of("/r/" + link.value());
    }
}
