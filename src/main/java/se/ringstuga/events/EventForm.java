package se.ringstuga.events;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageForm;
import se.ringstuga.messaging.WallClock;

/**
 * What was filled in about an event, read field by field, with what is wrong in the reader's words. Times are those of the
 * wall clock in the organization's zone.
 */
final class EventForm {

    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3])[.:]?([0-5][0-9])");
    private static final Pattern LINK = Pattern.compile(NewEvent.ONLINE);
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_LINK = 500;
    private static final int MOST_PLACES = 100_000;

    private final PageForm form;
    private final ZoneId zone;
    private final EventFormMessages say;
    private final Map<String, String> errors = new HashMap<>();

    EventForm(PageForm form, ZoneId zone, EventFormMessages say) {
        this.form = form;
        this.zone = zone;
        this.say = say;
    }

    Map<String, String> errors() {
        return errors;
    }

    /** Empty when something is wrong; {@link #errors} says what. */
    Optional<NewEvent> read() {
        var kind = id("kind");
        if (kind == null) {
            errors.put("kind", say.kindMissing());
        }
        var title = text("title", LONGEST_TITLE);
        if (title == null) {
            errors.putIfAbsent("title", say.titleMissing());
        }
        var from = moment("date", "from");
        var to = end(from);
        var event = kind == null || title == null || from == null || to == null ? null : event(kind, title, from, to);
        return errors.isEmpty() ? Optional.ofNullable(event) : Optional.empty();
    }

    private NewEvent event(long kind, String title, LocalDateTime from, LocalDateTime to) {
        var visibility = Arrays.stream(Visibility.values())
                .filter(each -> each.name().equals(form.value("visibility")))
                .findFirst()
                .orElse(Visibility.MEMBERS);
        return new NewEvent(
                kind,
                title,
                Optional.ofNullable(text("text", LONGEST_TEXT)).orElse(""),
                text("place", LONGEST_PLACE),
                text("address", LONGEST_ADDRESS),
                link(),
                id("contact"),
                null,
                from,
                null,
                to,
                null,
                capacity(),
                form.chose("waitingList", true),
                null,
                WallClock.instant(from, zone).minus(closes()),
                visibility,
                visibility == Visibility.INVITED ? id("segment") : null,
                Arrays.stream(Need.values())
                        .filter(need -> form.chose("need", need.name()))
                        .collect(toUnmodifiableSet()));
    }

    private Duration closes() {
        return Closing.of(form.value("closes")).before();
    }

    private @Nullable LocalDateTime end(@Nullable LocalDateTime from) {
        var to = moment(form.value("lastDate").isBlank() ? "date" : "lastDate", "to");
        if (from != null && to != null && !to.isAfter(from)) {
            errors.put("to", say.endWrong());
        }
        return to;
    }

    private @Nullable LocalDateTime moment(String dateField, String timeField) {
        var date = date(dateField);
        var time = TIME.matcher(form.value(timeField).strip());
        if (!time.matches()) {
            errors.put(timeField, say.timeWrong());
            return null;
        }
        return date == null
                ? null
                : date.atTime(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))));
    }

    private @Nullable LocalDate date(String field) {
        try {
            var date = LocalDate.parse(form.value(field).strip());
            CalendarDates.year(date.getYear());
            return date;
        } catch (DateTimeException | NotFound unreadable) {
            errors.put(field, say.dateWrong());
            return null;
        }
    }

    private @Nullable String text(String field, int longest) {
        var text = form.value(field).replace("\r\n", "\n").strip();
        if (text.length() > longest) {
            errors.put(field, say.tooLong());
        }
        return text.isEmpty() ? null : text;
    }

    private @Nullable String link() {
        var link = text("onlineLink", LONGEST_LINK);
        if (link != null && !LINK.matcher(link).matches()) {
            errors.put("onlineLink", say.linkWrong());
        }
        return link;
    }

    private @Nullable Integer capacity() {
        var typed = form.value("capacity").replaceAll("\\s", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[1-9][0-9]{0,5}") || Integer.parseInt(typed) > MOST_PLACES) {
            errors.put("capacity", say.capacityWrong());
            return null;
        }
        return Integer.valueOf(typed);
    }

    private @Nullable Long id(String field) {
        var typed = form.value(field);
        return typed.matches("[1-9][0-9]{0,17}") ? Long.valueOf(typed) : null;
    }

    /** How long before its beginning nobody signs up any more. */
    enum Closing {
        START(Duration.ZERO),
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1)),
        THREE_DAYS(Duration.ofDays(3)),
        WEEK(Duration.ofDays(7));

        private final Duration before;

        Closing(Duration before) {
            this.before = before;
        }

        Duration before() {
            return before;
        }

        static Closing of(String written) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equals(written))
                    .findFirst()
                    .orElse(START);
        }

        /** The one that is nearest to what holds; a tool may have chosen any moment. */
        static Closing of(Duration before) {
            return Arrays.stream(values())
                    .filter(each -> each.before.compareTo(before) >= 0)
                    .findFirst()
                    .orElse(WEEK);
        }

        String named(EventFormMessages say) {
            return switch (this) {
                case START -> say.closesAtStart();
                case HOUR -> say.closesHour();
                case DAY -> say.closesDay();
                case THREE_DAYS -> say.closesThreeDays();
                case WEEK -> say.closesWeek();
            };
        }
    }

    /** A stored event as it would have been filled in. */
    static PageForm of(EventView event, boolean swedish) {
        var values = new HashMap<String, List<String>>();
        values.put("kind", List.of(Long.toString(event.kind().id())));
        values.put("title", List.of(event.title()));
        values.put("text", List.of(event.text()));
        put(values, "place", event.place());
        put(values, "address", event.address());
        put(values, "onlineLink", event.onlineLink());
        put(values, "contact", event.contactStaffId());
        var from = event.startsAtLocal();
        var to = event.endsAtLocal();
        values.put("date", List.of(from.toLocalDate().toString()));
        values.put("from", List.of(clock(from.toLocalTime(), swedish)));
        values.put("to", List.of(clock(to.toLocalTime(), swedish)));
        if (!to.toLocalDate().equals(from.toLocalDate())) {
            values.put("lastDate", List.of(to.toLocalDate().toString()));
        }
        put(values, "capacity", event.capacity());
        values.put("waitingList", List.of(Boolean.toString(event.waitingList())));
        values.put(
                "closes",
                List.of(Closing.of(Duration.between(event.signUpClosesAt(), event.startsAt()))
                        .name()));
        values.put("visibility", List.of(event.visibility().name()));
        put(values, "segment", event.segmentId());
        values.put("need", event.needs().stream().map(Need::name).toList());
        values.put("version", List.of(Integer.toString(event.version())));
        return new PageForm(values, Map.of());
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, List.of(value.toString()));
        }
    }

    private static String clock(LocalTime time, boolean swedish) {
        return "%d%s%02d".formatted(time.getHour(), swedish ? "." : ":", time.getMinute());
    }
}
