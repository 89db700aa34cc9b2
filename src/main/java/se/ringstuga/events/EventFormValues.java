package se.ringstuga.events;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;
import se.ringstuga.people.PhoneNumber;

/** What is stored, as it would have been filled in. */
final class EventFormValues {

    private final Map<String, List<String>> values = new HashMap<>();
    private final boolean swedish;

    private EventFormValues(boolean swedish) {
        this.swedish = swedish;
    }

    static PageForm of(EventView event, boolean swedish) {
        var form = new EventFormValues(swedish);
        form.about(event.kind().id(), event.title(), event.text());
        form.where(event.place(), event.address(), event.onlineLink());
        form.when(event.startsAtLocal(), event.endsAtLocal());
        form.places(event.capacity(), event.waitingList());
        form.whom(event.visibility(), event.segmentId());
        form.contact(event.contactStaffId(), event.contactPhone(), event.contactEmail());
        form.put("closes", Lead.written(Duration.between(event.signUpClosesAt(), event.startsAt())));
        var opens = event.signUpOpensAt();
        if (opens != null) {
            var local = opens.atZone(ZoneId.of(event.timeZone())).toLocalDateTime();
            form.put("opens", EventForm.ON_A_DAY);
            form.put("opensDate", local.toLocalDate());
            form.put("opensTime", form.clock(local.toLocalTime()));
        }
        return form.shown(event.needs(), event.version());
    }

    /** A series, by its first day. */
    static PageForm of(EventSeriesView series, boolean swedish) {
        var form = new EventFormValues(swedish);
        var from = series.startsOn().atTime(series.startsAtLocal());
        form.about(series.kind().id(), series.title(), series.text());
        form.where(series.place(), series.address(), series.onlineLink());
        form.when(from, from.plusMinutes(series.minutes()));
        form.places(series.capacity(), series.waitingList());
        form.whom(series.visibility(), series.segmentId());
        form.contact(series.contactStaffId(), series.contactPhone(), series.contactEmail());
        form.put("closes", Lead.written(Duration.ofMinutes(series.signUpClosesBefore())));
        var opens = series.signUpOpensBefore();
        form.put("opens", opens == null ? "" : Lead.written(Duration.ofMinutes(opens)));
        var rule = StoredRule.of(series.rule(), series.startsOn());
        form.put("repeat", rule.repeat());
        form.put("until", rule.until());
        form.values.put(
                "without", series.exceptMonths().stream().map(String::valueOf).toList());
        return form.shown(series.needs(), series.version());
    }

    private void about(long kind, String title, String text) {
        put("kind", kind);
        put("title", title);
        put("text", text);
    }

    private void where(@Nullable String place, @Nullable String address, @Nullable String onlineLink) {
        put("place", place);
        put("address", address);
        put("onlineLink", onlineLink);
    }

    private void when(LocalDateTime from, LocalDateTime to) {
        put("date", from.toLocalDate());
        put("from", clock(from.toLocalTime()));
        put("to", clock(to.toLocalTime()));
        if (!to.toLocalDate().equals(from.toLocalDate())) {
            put("lastDate", to.toLocalDate());
        }
    }

    private void places(@Nullable Integer capacity, boolean waitingList) {
        put("capacity", capacity);
        put("waitingList", waitingList);
    }

    private void whom(Visibility visibility, @Nullable Long segment) {
        put("visibility", visibility.name());
        put("segment", segment);
    }

    private void contact(@Nullable Long staff, @Nullable String phone, @Nullable String email) {
        put("contact", staff);
        put("contactPhone", phone == null ? null : PhoneNumber.shown(phone));
        put("contactEmail", email);
    }

    private PageForm shown(List<Need> needs, int version) {
        values.put("need", needs.stream().map(Need::name).toList());
        put("version", version);
        return new PageForm(values, Map.of());
    }

    private void put(String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, List.of(value.toString()));
        }
    }

    private String clock(LocalTime time) {
        return "%d%s%02d".formatted(time.getHour(), swedish ? "." : ":", time.getMinute());
    }
}
