package se.ringstuga.events;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** What staff and tools do with series. Each method is part of the request's transaction. */
@ApplicationScoped
class SeriesEditing {

    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 5;

    private final SeriesRows rows;
    private final SeriesLayout layout;
    private final SeriesFollowing following;
    private final SeriesEffects effects;
    private final EventInput input;
    private final SentChanges changes;
    private final Access access;
    private final Clock clock;

    SeriesEditing(
            SeriesRows rows,
            SeriesLayout layout,
            SeriesFollowing following,
            SeriesEffects effects,
            EventInput input,
            SentChanges changes,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.layout = layout;
        this.following = following;
        this.effects = effects;
        this.input = input;
        this.changes = changes;
        this.access = access;
        this.clock = clock;
    }

    /** What becomes of those ahead when a series ends. */
    enum Future {
        CANCEL,
        KEEP
    }

    Page<EventSeriesView> list(PageRequest page) {
        var found = rows.list(access.organizationId(), page);
        return new Page<>(found.items().stream().map(EventSeriesView::of).toList(), found.next());
    }

    EventSeriesView get(long id) {
        return EventSeriesView.of(rows.find(access.organizationId(), id).orElseThrow(NotFound::new));
    }

    /** Laid out at once, as drafts. */
    EventSeriesView add(NewEventSeries wanted) {
        var id = rows.add(access.organizationId(), definition(wanted, null), written());
        layout.layOut(locked(id));
        return get(id);
    }

    /**
     * Those ahead that have no changes of their own follow.
     *
     * @param tell whether those who have signed up are told of another place
     */
    EventSeriesView change(long id, JsonNode sent, @Nullable String ifMatch, boolean tell) {
        var before = living(id);
        var definition = changed(before, sent, ifMatch);
        if (definition.equals(new SeriesRows.Definition(before.content(), before.rule(), before.times()))) {
            return get(id);
        }
        rows.change(id, definition, written());
        following.follow(locked(id), tell, written());
        return get(id);
    }

    /** What {@link #change} would do; nothing is written. */
    SeriesEffect effect(long id, JsonNode sent, @Nullable String ifMatch) {
        var before = living(id);
        return effects.ofChange(before.with(changed(before, sent, ifMatch)), clock.instant());
    }

    private SeriesRows.Definition changed(SeriesRow before, JsonNode sent, @Nullable String ifMatch) {
        EntityVersion.require(ifMatch, before.version());
        return definition(changes.applied(sent, NewEventSeries.of(before), NewEventSeries.class, List.of()), before);
    }

    /** What ending it would do to those ahead; nothing is written. */
    SeriesEffect.Ending ending(long id) {
        return effects.ofEnding(living(id), clock.instant());
    }

    EventSeriesView publish(long id) {
        living(id);
        if (rows.publish(id, written())) {
            following.publish(locked(id), written());
        }
        return get(id);
    }

    EventSeriesView end(long id, Future future, @Nullable String why) {
        var series = locked(id);
        if (rows.end(id, written()) && future == Future.CANCEL) {
            following.callOff(series, why, written());
        }
        return get(id);
    }

    /** The next days that a series would have, with nothing stored. */
    List<EventSeriesView.Day> days(SeriesRule rule, SeriesTimes times, int limit) {
        var zone = access.zone();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        return rule.between(today, later(today, rule.startsOn()).plusYears(YEARS_AHEAD)).stream()
                .map(day -> {
                    var at = times.on(day, zone);
                    return new EventSeriesView.Day(
                            day,
                            at.startsAt(),
                            at.endsAt(),
                            at.startsAt().atZone(zone).toLocalDateTime());
                })
                .filter(day -> day.startsAt().isAfter(now))
                .limit(limit)
                .toList();
    }

    SeriesRule rule(String text, @Nullable Set<Integer> exceptMonths, LocalDate startsOn) {
        var today = LocalDate.ofInstant(clock.instant(), access.zone());
        if (startsOn.isBefore(today.minusYears(YEARS_BACK)) || startsOn.isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new InvalidInput("startsOn", "must lie at most a year back and five years ahead");
        }
        return SeriesRule.of(text, exceptMonths == null ? Set.of() : exceptMonths, startsOn, access.zone());
    }

    private SeriesRows.Definition definition(NewEventSeries wanted, @Nullable SeriesRow before) {
        var content =
                input.content(access.organizationId(), wanted.content(), before == null ? null : before.content());
        var times = wanted.times();
        if (times.minutes() < EventInput.LEAST_MINUTES || times.minutes() > EventInput.MOST_MINUTES) {
            throw new InvalidInput("minutes", "must lie between five minutes and two weeks");
        }
        if (times.opensBefore() != null && times.opensBefore() <= times.closesBefore()) {
            throw new InvalidInput("signUpOpensBefore", "must be longer before than the sign-up closes");
        }
        var rule = before != null && same(before.rule(), wanted)
                ? before.rule()
                : rule(wanted.rule(), wanted.exceptMonths(), wanted.startsOn());
        return new SeriesRows.Definition(content, rule, times);
    }

    /** An old rule need not lie within the bounds of a new one. */
    private static boolean same(SeriesRule before, NewEventSeries wanted) {
        return before.text().equals(wanted.rule())
                && before.startsOn().equals(wanted.startsOn())
                && before.exceptMonths().equals(wanted.exceptMonths());
    }

    private SeriesRow living(long id) {
        var series = locked(id);
        if (series.endedAt() != null) {
            throw new SeriesEnded();
        }
        return series;
    }

    private SeriesRow locked(long id) {
        return rows.lock(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private Events.Written written() {
        return new Events.Written(access.actor().toString(), clock.instant());
    }

    private static LocalDate later(LocalDate day, LocalDate other) {
        return day.isAfter(other) ? day : other;
    }
}
