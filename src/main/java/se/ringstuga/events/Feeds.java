package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.events.CalendarScope.Audience;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.messaging.email.Markdown;

/**
 * The feeds of an association and of a person, from three months back to eighteen ahead. What was cancelled stays in them
 * as cancelled until its day is that far behind, so that no calendar goes on showing it as planned.
 */
@ApplicationScoped
class Feeds {

    private static final int MONTHS_BACK = 3;
    private static final int MONTHS_AHEAD = 18;

    private final CalendarEvents events;
    private final PageContext page;
    private final PublicUrl url;
    private final Clock clock;

    Feeds(CalendarEvents events, PageContext page, PublicUrl url, Clock clock) {
        this.events = events;
        this.page = page;
        this.url = url;
        this.clock = clock;
    }

    /** What is for everybody, in the language that the calendar program asks for. */
    String of(CalendarOwner owner, boolean below) {
        var found = events.between(owner.scope(below, Audience.EVERYBODY), from(owner.zone()), until(owner.zone()));
        var words = new CalendarWords(page.language());
        return FeedText.of(
                owner.name(), found.stream().map(event -> entry(event, words)).toList());
    }

    /** What is for one person; nothing in it tells whom (rule 28). */
    String of(LinkOwner owner) {
        var found = events.ofPerson(owner.person().id(), owner.member(), from(owner.zone()), until(owner.zone()));
        var words = new CalendarWords(owner.language());
        return FeedText.of(
                words.say().ownFeed(),
                found.stream().map(event -> entry(event, words)).toList());
    }

    /** One event, for whoever takes it into a calendar by hand. */
    String of(CalendarEvent event) {
        return FeedText.of(event.title(), List.of(entry(event, new CalendarWords(page.language()))));
    }

    private Instant from(ZoneId zone) {
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .minusMonths(MONTHS_BACK)
                .atStartOfDay(zone)
                .toInstant();
    }

    private Instant until(ZoneId zone) {
        return clock.instant()
                .atZone(zone)
                .toLocalDate()
                .plusMonths(MONTHS_AHEAD)
                .atStartOfDay(zone)
                .toInstant();
    }

    private FeedEntry entry(CalendarEvent event, CalendarWords words) {
        var stamp = event.stamp();
        return new FeedEntry(
                stamp.uid(),
                stamp.sequence(),
                event.startsAt(),
                event.endsAt(),
                event.fate().cancelled() ? words.say().cancelledTitle(event.title()) : event.title(),
                description(event, words),
                event.where().line(),
                event.open() ? page(event) : null,
                words.kind(event.kind()),
                event.fate().cancelled(),
                stamp.createdAt(),
                stamp.changedAt());
    }

    private String page(CalendarEvent event) {
        return url.of("/a/" + event.holder().slug() + "/events/" + event.id());
    }

    /** The link to a meeting on the net is for those who have a place there. */
    private static @Nullable String description(CalendarEvent event, CalendarWords words) {
        var parts = new ArrayList<String>();
        var fate = event.fate();
        if (fate.cancelled() && fate.cancelledWhy() != null) {
            parts.add(words.say().cancelledWhy(fate.cancelledWhy()));
        } else if (!fate.cancelled() && fate.movedFrom() != null) {
            parts.add(words.say().movedFrom(moment(event, fate.movedFrom(), words.language())));
        }
        if (!event.text().isBlank()) {
            parts.add(new Markdown(event.text()).text());
        }
        var contact = event.contact();
        if (contact != null) {
            parts.add(words.say().ask(contact));
        }
        if (event.signedUp() && event.where().onlineLink() != null) {
            parts.add(event.where().onlineLink());
        }
        return parts.isEmpty() ? null : String.join("\n\n", parts);
    }

    /** Said from the moment of the change, so that the same feed is the same tomorrow. */
    private static String moment(CalendarEvent event, Instant moment, Language language) {
        return new SpokenTime(language, event.holder().zone(), Instant.EPOCH).moment(moment);
    }
}
