package se.ringstuga.automations;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.automations.FunnelSql.Stage;
import se.ringstuga.database.Row;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Cursor;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.segments.Scope;
import se.ringstuga.segments.SegmentSql;

/** The new-member clock: how far those who joined in a period have come, how long it took, and who is late. */
@ApplicationScoped
class Funnel {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;

    /** Nobody has spoken with them by then: it is late. Closed days do not count (rule 33). */
    private static final int LATE_DAYS = 14;

    private static final int SECONDS_A_DAY = 86_400;

    private final Sql sql;
    private final FlowCalendars calendars;
    private final Access access;
    private final AccessLog accessLog;
    private final Clock clock;

    Funnel(Sql sql, FlowCalendars calendars, Access access, AccessLog accessLog, Clock clock) {
        this.sql = sql;
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
        var parameters = parameters(period);
        var stages = new ArrayList<StageView>();
        var joined = sql.first(sql.statement(FunnelSql.funnel(base(parameters))), parameters, row -> {
                    for (var stage : Stage.values()) {
                        stages.add(new StageView(stage, row.number(stage.column()), days(row, stage)));
                    }
                    return row.number("joined");
                })
                .orElse(0L);
        return new FunnelView(period.from(), period.to(), joined, stages);
    }

    /** Those who joined longest ago first. */
    Page<Late> late(@Nullable LocalDate from, @Nullable LocalDate to, PageRequest request) {
        var period = period(from, to);
        var parameters = parameters(period);
        var home = new Automation.Home(access.organizationId(), access.rootId(), access.zone());
        var calendar = calendars.of(home);
        var after = request.after();
        parameters.put("late", calendar.date(calendar.daysAgo(clock.instant(), LATE_DAYS)));
        parameters.put(
                "after_day", after.map(Cursor::sortKey).map(LocalDate::parse).orElse(LocalDate.EPOCH));
        parameters.put("after_id", after.map(Cursor::id).orElse(0L));
        parameters.put("rows", request.limit() + 1);
        var rows = sql.list(sql.statement(FunnelSql.late(base(parameters))), parameters, this::late);
        var page = Page.of(
                rows, request.limit(), last -> new Cursor(last.joinedOn().toString(), last.personId()));
        accessLog.record(
                "funnel.late", null, page.items().stream().map(Late::personId).toList());
        return page;
    }

    private Late late(Row row) {
        var joined = Objects.requireNonNull(row.dateOrNull("joined_on"));
        return new Late(
                row.number("id"),
                row.text("given_name"),
                row.text("family_name"),
                joined,
                ChronoUnit.DAYS.between(joined, today()),
                row.instantOrNull("welcomed"),
                row.instantOrNull("called"));
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

    private Map<String, Object> parameters(Period period) {
        var parameters = new HashMap<String, Object>();
        parameters.put("organization", access.organizationId());
        parameters.put("zone", access.zone().getId());
        parameters.put("from", period.from());
        parameters.put("to", period.to());
        parameters.put("today", today());
        return parameters;
    }

    private String base(Map<String, Object> parameters) {
        var base = SegmentSql.base("base_", new Scope(access.organizationId(), clock.instant(), access.zone()));
        parameters.putAll(base.parameters());
        return base.sql();
    }

    private static @Nullable BigDecimal days(Row row, Stage stage) {
        return row.number(stage.column()) == 0
                ? null
                : BigDecimal.valueOf(row.decimal(stage.column() + "_median") / SECONDS_A_DAY)
                        .setScale(1, RoundingMode.HALF_UP);
    }

    private LocalDate today() {
        return clock.instant().atZone(access.zone()).toLocalDate();
    }
}
