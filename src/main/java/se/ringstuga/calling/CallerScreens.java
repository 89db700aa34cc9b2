package se.ringstuga.calling;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.SpokenTime;

/** Says what stands between the calls in the caller's language. */
@RequestScoped
class CallerScreens {

    private final PageContext page;
    private final CallScreens calls;
    private final Clock clock;

    CallerScreens(PageContext page, CallScreens calls, Clock clock) {
        this.page = page;
        this.calls = calls;
        this.clock = clock;
    }

    HomeScreen home(CallerHome home, Optional<ClaimView> open) {
        SpokenTime time = time(home);
        return new HomeScreen(
                home.callerName(),
                home.organizationName(),
                home.title(),
                home.script().main().isBlank() ? calls.words().noScript() : ScriptText.beforehand(home, calls.words()),
                calls.clockOf(home.callingHoursFrom()),
                calls.clockOf(home.callingHoursTo()),
                home.callsTonight(),
                home.calls(),
                home.reached(),
                open.map(claim -> claim.person().givenName()).orElse(null),
                home.unreported().stream()
                        .map(call -> new HomeScreen.Unreported(
                                call.claimId(), call.givenName(), time.moment(call.dialledAt())))
                        .toList());
    }

    ThanksScreen thanks(CallerHome home, Thanked thanked) {
        Instant undoUntil = thanked.undoUntil();
        return new ThanksScreen(
                home.callerName(),
                word(home, thanked),
                home.callsTonight(),
                home.calls(),
                home.reached(),
                thanked.call(),
                undoUntil != null && undoUntil.isAfter(clock.instant()) ? secondsLeft(undoUntil) : null,
                thanked.late(),
                thanked.conflict());
    }

    /** The phone's own clock may be wrong, so its script is told how long is left and not until when. */
    private String secondsLeft(Instant until) {
        return String.valueOf(until.getEpochSecond() - clock.instant().getEpochSecond());
    }

    private String word(CallerHome home, Thanked thanked) {
        Outcome outcome = thanked.outcome();
        if (home.calls() == 1 || outcome == null) {
            return words().thanksFirst();
        }
        Instant callBackAt = thanked.callBackAt();
        return switch (outcome) {
            case REACHED -> words().thanksReached();
            case CALL_BACK ->
                callBackAt == null
                        ? words().thanksTried()
                        : words().thanksCallBack(time(home).moment(callBackAt));
            case DECLINED, DO_NOT_CALL, WRONG_NUMBER -> words().thanksNotAgain();
            case NO_ANSWER, BUSY, LEFT_MESSAGE, NOT_AVAILABLE -> words().thanksTried();
        };
    }

    WaitingScreen empty(CallerHome home, @Nullable QueueReasons reasons, @Nullable Instant nextAt) {
        String lead = nextAt == null
                ? words().emptyNever()
                : words().emptyNext(time(home).moment(nextAt));
        return new WaitingScreen(
                words().emptyTitle(),
                lead,
                reasons == null ? List.of() : sentences(home, reasons),
                nextAt == null ? null : secondsLeft(nextAt),
                true);
    }

    private List<String> sentences(CallerHome home, QueueReasons reasons) {
        var room = reasons.weeklyCapUntil();
        return Stream.of(
                        said(reasons.cooling() + reasons.reserved(), words()::emptyCooling),
                        said(
                                room == null ? 0 : reasons.weeklyCap(),
                                count ->
                                        words().emptyWeeklyCap(count, time(home).moment(Objects.requireNonNull(room)))),
                        said(reasons.beingCalled(), words()::emptyBeingCalled),
                        outsideHours(home, reasons),
                        said(reasons.waitingForOrganizer(), words()::emptyWaitingForOrganizer),
                        said(reasons.withoutNumber(), words()::emptyWithoutNumber),
                        said(reasons.done(), words()::emptyDone))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> outsideHours(CallerHome home, QueueReasons reasons) {
        var open = reasons.closedUntil();
        return open == null
                ? said(reasons.outsideHours(), words()::emptyOutsideHours)
                : Optional.of(words().emptyClosed(time(home).day(open)));
    }

    private static Optional<String> said(long count, LongFunction<String> sentence) {
        return count == 0 ? Optional.empty() : Optional.of(sentence.apply(count));
    }

    WaitingScreen paused() {
        return new WaitingScreen(words().pausedTitle(), words().pausedLead(), List.of(), null, true);
    }

    WaitingScreen closed() {
        return new WaitingScreen(words().closedTitle(), words().closedLead(), List.of(), null, false);
    }

    WaitingScreen limited(CallerLimit limit) {
        String lead = limit == CallerLimit.CLAIMS_AN_HOUR ? words().limitClaims() : words().limitSkips();
        return new WaitingScreen(words().limitTitle(), lead, List.of(), null, true);
    }

    private CallerMessages words() {
        return calls.callerWords();
    }

    private SpokenTime time(CallerHome home) {
        return page.time(ZoneId.of(home.zone()));
    }
}
