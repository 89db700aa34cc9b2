package se.ringstuga.calling;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import se.ringstuga.accounts.LinkMisses;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;

/** Sends what the page's form says about a call, or shows the form again with what is wrong. */
@RequestScoped
class CallReports {

    private final Reports reports;
    private final ReportTurns turns;
    private final OpenClaims claims;
    private final CallerSession session;
    private final CallScreens screens;
    private final LinkMisses misses;

    CallReports(
            Reports reports,
            ReportTurns turns,
            OpenClaims claims,
            CallerSession session,
            CallScreens screens,
            LinkMisses misses) {
        this.reports = reports;
        this.turns = turns;
        this.claims = claims;
        this.session = session;
        this.screens = screens;
        this.misses = misses;
    }

    /** Hands the report over and says where the page goes on. */
    URI send(long claimId, PageForm form) {
        CallReportForm sent = CallReportForm.of(form);
        CallReport report = sent.report();
        return Thanked.address(
                sent.secret().isEmpty()
                        ? turns.of(() -> reports.report(session.scope(), claimId, report))
                        : withSecret(claimId, sent.secret(), report));
    }

    /** An unknown claim and a wrong secret look the same, and guessing ends in waiting, as with every personal link. */
    private ReportView withSecret(long claimId, String secret, CallReport report) {
        misses.check();
        try {
            return turns.of(() -> reports.reportWithSecret(claimId, secret, report));
        } catch (NotFound unknown) {
            throw misses.missed();
        }
    }

    TemplateInstance shownAgain(long claimId, PageForm form, InvalidInput refusal) {
        CallScope scope = session.scope();
        CallerHome home = session.home();
        ClaimView claim = claims.showAfterwards(scope, claimId);
        CallScreen.Kind kind =
                claim.dialledAt() != null && home.unreported().stream().anyMatch(call -> call.claimId() == claimId)
                        ? CallScreen.Kind.UNREPORTED
                        : CallScreen.Kind.CALL;
        return CallerCallPages.Templates.call(
                session.frame(), screens.of(claim, home, kind), form.withErrors(errors(form, refusal)));
    }

    /** What is wrong, by the fields of the page. */
    Map<String, String> errors(PageForm form, InvalidInput refusal) {
        CallMessages words = screens.words();
        Map<String, String> errors = CallReportForm.of(form).survey().errors(refusal, words.wrongAnswer());
        errors.computeIfPresent("sendSurvey", (field, _) -> words.sendSurveyWrong());
        errors.computeIfPresent("callBackAt", (field, _) -> callBackWords(refusal, words));
        return errors;
    }

    /** A time outside the calling hours is refused with the nearest that is allowed (rule 12). */
    private String callBackWords(InvalidInput refusal, CallMessages words) {
        Instant nearest = (Instant) refusal.members().get("nearestAllowed");
        return nearest == null ? words.callBackMissing() : words.callBackNearest(spoken(nearest));
    }

    private String spoken(Instant nearest) {
        return screens.time(ZoneId.of(session.home().zone())).moment(nearest);
    }
}
