package se.ringstuga.automations;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.automations.FunnelSql.Stage;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.segments.Scope;

/** The new-member clock: how far those who joined in a period have come, how long it took, and who is late. */
@ApplicationScoped
class Funnel {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;

    /** Nobody has spoken with them by then: it is late. Closed days do not count (rule 33). */
    private static final int LATE_DAYS = 14;

    private static final int SECONDS_A_DAY = 86_400;

    private final NewMembers members;
    private final FlowCalendars calendars;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    Funnel(NewMembers members, FlowCalendars calendars, Access access, AccessLog accessLog, Clock clock) {
        this.members = members;
        this.calendars = calendars;
        this.access = access;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * How far they have come.
     *
     * @param joined how many joined between the two days, both included
     * @param stages in their order; whoever skipped one counts in those that they came to
     */
    record FunnelView(LocalDate from, LocalDate to, long joined, List<StageView> stages) {}

    /**
     * One stage.
     *
     * @param medianDays from joining to the stage, for those who came to it; null where nobody did
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StageView(Stage stage, long people, @Nullable BigDecimal medianDays) {}

    /**
     * Somebody with whom nobody has spoken.
     *
     * @param days since they joined
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Late(
            long personId,
            String givenName,
            String familyName,
            LocalDate joinedOn,
            long days,
            @Nullable Instant welcomedAt,
            @Nullable Instant calledAt) {}

    /** @param from and {@code to}: the last 90 days where they are left out, at most a year */
    FunnelView of(@Nullable LocalDate from, @Nullable LocalDate to) {
        var period = period(from, to);
        var counted = members.counted(joined(period));
        var stages = counted.stages().stream()
                .map(stage -> new StageView(stage.stage(), stage.people(), days(stage)))
                .toList();
        return new FunnelView(period.from(), period.to(), counted.joined(), stages);
    }

    /** Those who joined longest ago first. */
    Page<Late> late(@Nullable LocalDate from, @Nullable LocalDate to, PageRequest request) {
        var period = period(from, to);
        var calendar = calendars.of(Automation.Home.of(access));
        var after = request.after()
                .map(cursor -> new NewMembers.After(LocalDate.parse(cursor.sortKey()), cursor.id()))
                .orElse(new NewMembers.After(LocalDate.EPOCH, 0));
        var late = calendar.date(calendar.daysAgo(clock.instant(), LATE_DAYS));
        var rows = members.waiting(joined(period), late, after, request.limit() + 1).stream()
                .map(this::late)
                .toList();
        var page = Page.of(
                rows, request.limit(), last -> new Cursor(last.joinedOn().toString(), last.personId()));
        accessLog.record(
                "funnel.late", null, page.items().stream().map(Late::personId).toList());
        return page;
    }

    private Late late(NewMembers.Waiting member) {
        return new Late(
                member.personId(),
                member.givenName(),
                member.familyName(),
                member.joinedOn(),
                ChronoUnit.DAYS.between(member.joinedOn(), today()),
                member.welcomedAt(),
                member.calledAt());
    }

    /** Whether two days make a period that is shown; those left out are the usual ones. */
    static boolean fits(Optional<LocalDate> from, Optional<LocalDate> to, LocalDate today) {
        var last = to.orElse(today);
        var first = from.orElse(last.minusDays(USUAL_DAYS));
        return !first.isAfter(last) && ChronoUnit.DAYS.between(first, last) <= MOST_DAYS;
    }

    private record Period(LocalDate from, LocalDate to) {}

    private Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? today() : to;
        var first = from == null ? last.minusDays(USUAL_DAYS) : from;
        if (!fits(Optional.of(first), Optional.of(last), last)) {
            throw InvalidInput.query("from", "must lie before to, at most " + MOST_DAYS + " days");
        }
        return new Period(first, last);
    }

    private NewMembers.Joined joined(Period period) {
        var scope = new Scope(access.organizationId(), clock.instant(), access.zone());
        return new NewMembers.Joined(scope, period.from(), period.to(), today());
    }

    private static @Nullable BigDecimal days(NewMembers.AtStage stage) {
        return stage.people() == 0
                ? null
                : BigDecimal.valueOf(stage.medianSeconds() / SECONDS_A_DAY).setScale(1, RoundingMode.HALF_UP);
    }

    private LocalDate today() {
        return clock.instant().atZone(access.zone()).toLocalDate();
    }
}
