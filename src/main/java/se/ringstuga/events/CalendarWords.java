package se.ringstuga.events;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.ringstuga.http.Language;
import se.ringstuga.http.SpokenTime;

/** How calendars say when something is, in one language. */
record CalendarWords(Language language) {

    CalendarMessages say() {
        return MessageBundles.get(CalendarMessages.class, Localized.Literal.of(language.tag()));
    }

    /** In the reader's words, unless the organization has put it in its own. */
    String kind(CalendarEvent.Kind kind) {
        var names = MessageBundles.get(EventKindMessages.class, Localized.Literal.of(language.tag()));
        return EventKind.named(kind.title(), kind.key(), names);
    }

    /** From when to when. */
    record Span(Instant from, Instant to) {}

    /** From when to when, with days that are near by their own names. */
    String during(Span span, SpokenTime time) {
        var from = time.clock(span.from());
        var to = time.clock(span.to());
        return day(span.from(), time).equals(day(span.to().minusMillis(1), time))
                ? say().during(time.day(span.from()), from, to)
                : say().across(time.day(span.from()), from, time.day(span.to()), to);
    }

    private static LocalDate day(Instant moment, SpokenTime time) {
        return moment.atZone(time.zone()).toLocalDate();
    }

    String when(CalendarEvent event, SpokenTime time) {
        return during(new Span(event.startsAt(), event.endsAt()), time);
    }

    /** The same for what is read later than it is written: always the date. */
    String whenDated(CalendarEvent event, SpokenTime time) {
        var from = time.clock(event.startsAt());
        var to = time.clock(event.endsAt());
        return event.firstDay().equals(event.lastDay())
                ? say().during(shortDay(event.firstDay()), from, to)
                : say().across(shortDay(event.firstDay()), from, shortDay(event.lastDay()), to);
    }

    /** "tis 24 nov". */
    String shortDay(LocalDate day) {
        return formatted("EEE d MMM", day).replace(".", "");
    }

    /** "tisdag 24 november". */
    String wholeDay(LocalDate day) {
        return formatted("EEEE d MMMM", day);
    }

    /** "November 2026", as a heading. */
    String month(YearMonth month) {
        return capital(
                DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(month));
    }

    /** "November" alone. */
    String monthOfYear(int month) {
        return capital(formatted("LLLL", LocalDate.of(2000, month, 1)));
    }

    /** "nov". */
    String monthInShort(int month) {
        return formatted("LLL", LocalDate.of(2000, month, 1)).replace(".", "");
    }

    /** "mån", from Monday. */
    String weekday(LocalDate day) {
        return formatted("EEE", day).replace(".", "");
    }

    private String formatted(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
