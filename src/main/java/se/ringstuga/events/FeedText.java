package se.ringstuga.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * An iCalendar feed (RFC 5545). Times are in UTC: what recurs stands in it as one entry an occurrence, so that no calendar
 * program has to know our time zones, or what becomes of a rule on the night when the clocks change. The same events give
 * the same bytes, since a stamp is the moment of the latest change and not of the reading.
 */
final class FeedText {

    private static final ProdId PRODUCT = new ProdId("-//Ringstuga//Ringstuga//SV");
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    private static final String LINE_END = "\r\n";
    private static final int LONGEST_LINE = 75;

    private FeedText() {}

    /** @param name what calendar programs call it until somebody calls it something else */
    static String of(String name, List<FeedEntry> entries) {
        var components = entries.stream()
                .map(FeedText::event)
                .map(CalendarComponent.class::cast)
                .toList();
        var calendar = new Calendar(properties(name), new ComponentList<>(components));
        return folded(calendar.toString());
    }

    private static PropertyList properties(String name) {
        var title = plain(name);
        return new PropertyList(List.of(
                PRODUCT,
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                ImmutableMethod.PUBLISH,
                new net.fortuna.ical4j.model.property.Name(title),
                new XProperty("X-WR-CALNAME", title),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), LOOK_AGAIN),
                new XProperty("X-PUBLISHED-TTL", LOOK_AGAIN.toString())));
    }

    private static VEvent event(FeedEntry entry) {
        var event = new VEvent(false);
        add(
                event,
                new Uid(entry.uid()),
                new DtStamp(entry.changedAt().truncatedTo(ChronoUnit.SECONDS)),
                new DtStart<>(entry.startsAt().truncatedTo(ChronoUnit.SECONDS)),
                new DtEnd<>(entry.endsAt().truncatedTo(ChronoUnit.SECONDS)),
                new Summary(plain(entry.summary())),
                entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED,
                new Sequence(entry.sequence()),
                new Created(entry.createdAt().truncatedTo(ChronoUnit.SECONDS)),
                new LastModified(entry.changedAt().truncatedTo(ChronoUnit.SECONDS)),
                new Categories(new TextList(List.of(plain(entry.category())))));
        if (entry.description() != null) {
            add(event, new Description(plain(entry.description())));
        }
        if (entry.location() != null) {
            add(event, new Location(plain(entry.location())));
        }
        if (entry.url() != null) {
            add(event, new Url(URI.create(entry.url())));
        }
        return event;
    }

    private static void add(VEvent event, Property... properties) {
        for (var property : properties) {
            event.add(property);
        }
    }

    /** Line feeds alone are escaped; other control characters may not stand in a feed at all. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    /** Lines of at most 75 bytes, never broken within a character, as the standard counts; the library counts characters. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length() + text.length() / LONGEST_LINE * LINE_END.length());
        for (var line : text.lines().toList()) {
            int used = 0;
            for (int i = 0; i < line.length(); ) {
                var character = Character.toString(line.codePointAt(i));
                int bytes = character.getBytes(UTF_8).length;
                if (used + bytes > LONGEST_LINE) {
                    folded.append(LINE_END).append(' ');
                    used = 1;
                }
                folded.append(character);
                used += bytes;
                i += character.length();
            }
            folded.append(LINE_END);
        }
        return folded.toString();
    }
}
