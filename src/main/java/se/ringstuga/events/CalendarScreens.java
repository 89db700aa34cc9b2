package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.events.CalendarScope.Audience;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.http.PublicUrl;

/** Puts calendars on pages, for everybody and for organizers. */
@ApplicationScoped
class CalendarScreens {

    private static final int DAYS_A_WEEK = 7;
    private static final int MONTHS = 12;
    private static final int LONGEST_IN_MIDDLE = 18;

    /** What began so long before a month or a year may reach into it. */
    private static final int DAYS_BEFORE = 31;

    private final CalendarEvents events;
    private final PageContext page;
    private final PublicUrl url;
    private final Clock clock;

    CalendarScreens(CalendarEvents events, PageContext page, PublicUrl url, Clock clock) {
        this.events = events;
        this.page = page;
        this.url = url;
        this.clock = clock;
    }

    /** One look at one calendar. */
    record Look(CalendarOwner owner, boolean below, Audience audience) {

        CalendarScope scope() {
            return owner.scope(below, audience);
        }

        boolean staff() {
            return audience == Audience.ORGANIZERS;
        }

        /** Where the views are. */
        String base() {
            return staff() ? "/o/" + owner.slug() + "/events/calendar" : "/a/" + owner.slug();
        }

        String list() {
            return staff() ? "/o/" + owner.slug() + "/events" : "/a/" + owner.slug();
        }

        String query() {
            return below ? "?below=true" : "";
        }
    }

    CalendarWords words() {
        return new CalendarWords(page.language());
    }

    CalendarScreen.ListPage list(Look look, PageRequest request) {
        var found = events.upcoming(look.scope(), request);
        return new CalendarScreen.ListPage(
                frame(look, View.LIST, look.list()),
                found.items().stream().map(event -> line(event, look, 0)).toList(),
                found.next() == null
                        ? null
                        : look.list() + "?cursor=" + found.next() + (look.below() ? "&below=true" : ""));
    }

    CalendarScreen.MonthPage month(Look look, YearMonth month) {
        var owner = look.owner();
        var found = events.between(
                look.scope(),
                owner.start(month.atDay(1).minusDays(DAYS_BEFORE)),
                owner.start(month.plusMonths(1).atDay(1).plusDays(DAYS_A_WEEK)));
        var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var days = first.datesUntil(last.plusDays(1))
                .map(day -> day(day, month, look, found))
                .toList();
        return new CalendarScreen.MonthPage(
                frame(look, View.MONTH, path(look, month)),
                words().month(month),
                IntStream.range(0, DAYS_A_WEEK)
                        .mapToObj(i -> words().weekday(first.plusDays(i)))
                        .toList(),
                days,
                days.stream().filter(day -> !day.outside()).allMatch(CalendarScreen.Day::empty),
                cut(found),
                path(look, month.minusMonths(1)) + look.query(),
                path(look, month.plusMonths(1)) + look.query());
    }

    private CalendarScreen.Day day(LocalDate day, YearMonth month, Look look, List<CalendarEvent> found) {
        return new CalendarScreen.Day(
                words().wholeDay(day),
                day.getDayOfMonth(),
                !YearMonth.from(day).equals(month),
                day.equals(today(look)),
                found.stream()
                        .filter(event -> !event.firstDay().isAfter(day)
                                && !event.lastDay().isBefore(day))
                        .map(event -> line(event, look, 0))
                        .toList());
    }

    CalendarScreen.YearPage year(Look look, int year) {
        var owner = look.owner();
        var first = LocalDate.of(year, 1, 1);
        var found = events
                .between(look.scope(), owner.start(first.minusDays(DAYS_BEFORE)), owner.start(first.plusYears(1)))
                .stream()
                .filter(event -> !event.lastDay().isBefore(first))
                .toList();
        var items = IntStream.range(0, found.size())
                .mapToObj(i -> item(found.get(i), i + 1, look))
                .toList();
        return new CalendarScreen.YearPage(
                frame(look, View.YEAR, path(look, year)),
                YearWheel.of(year, items, today(look), monthNames()),
                shortEnough(owner.name()),
                months(found, look, first),
                found.size(),
                cut(found),
                path(look, year - 1) + look.query(),
                path(look, year + 1) + look.query());
    }

    private @Nullable String cut(List<CalendarEvent> found) {
        return found.size() < CalendarEvents.MOST ? null : words().say().cut(CalendarEvents.MOST);
    }

    private List<String> monthNames() {
        return IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> words().monthOfYear(month))
                .toList();
    }

    /** A longer name stands above the wheel alone. */
    private static @Nullable String shortEnough(String name) {
        return name.length() <= LONGEST_IN_MIDDLE ? name : null;
    }

    private YearWheel.Item item(CalendarEvent event, int number, Look look) {
        return new YearWheel.Item(
                number,
                event.title(),
                words().kind(event.kind()),
                event.startsAt().atZone(look.owner().zone()).toLocalDate(),
                event.endsAt().minusMillis(1).atZone(look.owner().zone()).toLocalDate(),
                href(event, look),
                event.fate().cancelled());
    }

    /** What began in the year before stands where the year begins. */
    private List<CalendarScreen.Group> months(List<CalendarEvent> found, Look look, LocalDate newYear) {
        var groups = new ArrayList<CalendarScreen.Group>();
        for (int month = 1; month <= MONTHS; month++) {
            int wanted = month;
            Predicate<CalendarEvent> inMonth = event ->
                    (event.firstDay().isBefore(newYear) ? newYear : event.firstDay()).getMonthValue() == wanted;
            var lines = IntStream.range(0, found.size())
                    .filter(i -> inMonth.test(found.get(i)))
                    .mapToObj(i -> line(found.get(i), look, i + 1))
                    .toList();
            if (!lines.isEmpty()) {
                groups.add(new CalendarScreen.Group(words().monthOfYear(month), lines));
            }
        }
        return groups;
    }

    private CalendarScreen.Line line(CalendarEvent event, Look look, int number) {
        var day = event.firstDay();
        var time = page.time(event.holder().zone());
        return new CalendarScreen.Line(
                number,
                event.title(),
                href(event, look),
                words().weekday(day),
                day.getDayOfMonth(),
                words().monthInShort(day.getMonthValue()),
                number == 0 ? words().when(event, time) : words().whenDated(event, time),
                time.clock(event.startsAt()) + "–" + time.clock(event.endsAt()),
                about(event, look),
                event.fate().cancelled(),
                event.fate().movedFrom() != null);
    }

    private String about(CalendarEvent event, Look look) {
        @Nullable String holder = look.below() ? event.holder().name() : null;
        var named = words().kind(event.kind());
        var kind = named.equalsIgnoreCase(event.title()) ? null : named;
        return Stream.of(event.where().line(), kind, holder)
                .filter(part -> part != null)
                .collect(Collectors.joining(" · "));
    }

    private static String href(CalendarEvent event, Look look) {
        return (look.staff() ? "/o/" : "/a/") + event.holder().slug() + "/events/" + event.id();
    }

    private enum View {
        LIST,
        MONTH,
        YEAR
    }

    private CalendarScreen.Frame frame(Look look, View view, String here) {
        var owner = look.owner();
        var say = words().say();
        return new CalendarScreen.Frame(
                owner.slug(),
                owner.name(),
                look.staff(),
                List.of(
                        view(say.list(), look.list(), look, view == View.LIST),
                        view(say.month(), path(look, YearMonth.from(today(look))), look, view == View.MONTH),
                        view(say.year(), path(look, today(look).getYear()), look, view == View.YEAR)),
                owner.hasBelow() ? toggle(look, here) : null,
                look.staff() ? null : feed("/a/" + owner.slug() + "/calendar.ics" + look.query()));
    }

    private static CalendarScreen.View view(String name, String path, Look look, boolean current) {
        return new CalendarScreen.View(name, path + look.query(), current);
    }

    private CalendarScreen.Toggle toggle(Look look, String here) {
        var say = words().say();
        return look.below()
                ? new CalendarScreen.Toggle(say.withoutBelow(), here)
                : new CalendarScreen.Toggle(say.withBelow(), here + "?below=true");
    }

    private CalendarScreen.Feed feed(String path) {
        var address = url.of(path);
        return new CalendarScreen.Feed(address, address.replaceFirst("^https?:", "webcal:"));
    }

    private static String path(Look look, YearMonth month) {
        return look.base() + "/month/" + month;
    }

    private static String path(Look look, int year) {
        return look.base() + "/year/" + year;
    }

    private LocalDate today(Look look) {
        return clock.instant().atZone(look.owner().zone()).toLocalDate();
    }
}
