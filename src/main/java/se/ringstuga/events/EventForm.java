package se.ringstuga.events;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
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
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_PLACES = 100_000;

    /** Of the choice when the sign-up opens: then a day and a time of day stand beside it. */
    static final String ON_A_DAY = "DATE";

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
        var start = WallClock.instant(from, zone);
        var closes = start.minus(Lead.read(form.value("closes")));
        var opens = opens(start);
        if (opens != null && !opens.isBefore(closes)) {
            errors.put("opens", say.opensWrong());
        }
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
                phone(),
                email(),
                null,
                from,
                null,
                to,
                null,
                capacity(),
                form.chose("waitingList", true),
                opens,
                closes,
                visibility,
                visibility == Visibility.INVITED ? id("segment") : null,
                Arrays.stream(Need.values())
                        .filter(need -> form.chose("need", need.name()))
                        .collect(toUnmodifiableSet()));
    }

    private @Nullable Instant opens(Instant start) {
        var chosen = form.value("opens");
        if (chosen.equals(ON_A_DAY)) {
            var moment = moment("opensDate", "opensTime");
            return moment == null ? null : WallClock.instant(moment, zone);
        }
        return chosen.isEmpty() ? null : start.minus(Lead.read(chosen));
    }

    private @Nullable LocalDateTime end(@Nullable LocalDateTime from) {
        var to = moment(form.value("lastDate").isBlank() ? "date" : "lastDate", "to");
        if (from != null && to != null) {
            if (!to.isAfter(from)) {
                errors.put("to", say.endWrong());
            } else if (Duration.between(from, to).toMinutes() > EventInput.MOST_MINUTES) {
                errors.put("to", say.lengthWrong());
            }
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

    private @Nullable String phone() {
        var phone = text("contactPhone", LONGEST_PHONE);
        if (!EventInput.isPhone(phone)) {
            errors.put("contactPhone", say.phoneWrong());
        }
        return phone;
    }

    private @Nullable String email() {
        var email = text("contactEmail", LONGEST_EMAIL);
        if (!EventInput.isEmail(email)) {
            errors.put("contactEmail", say.emailWrong());
        }
        return email;
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
}
