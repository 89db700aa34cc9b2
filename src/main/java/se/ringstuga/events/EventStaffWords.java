package se.ringstuga.events;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ringstuga.http.PageContext;

/** How the organizers' pages speak of events. */
@ApplicationScoped
class EventStaffWords {

    private final PageContext page;

    EventStaffWords(PageContext page) {
        this.page = page;
    }

    EventStaffMessages say() {
        return MessageBundles.get(
                EventStaffMessages.class, Localized.Literal.of(page.language().tag()));
    }

    EventMistakeMessages mistakes() {
        return MessageBundles.get(
                EventMistakeMessages.class, Localized.Literal.of(page.language().tag()));
    }

    private EventPageMessages pages() {
        return MessageBundles.get(
                EventPageMessages.class, Localized.Literal.of(page.language().tag()));
    }

    EventKindMessages kinds() {
        return MessageBundles.get(
                EventKindMessages.class, Localized.Literal.of(page.language().tag()));
    }

    /** @param colour of its mark: good, warn, or none */
    record State(String words, String colour) {}

    State state(EventStatus status, boolean published) {
        if (!published && status != EventStatus.CANCELLED) {
            return new State(say().draft(), "warn");
        }
        return switch (status) {
            case PLANNED -> new State(say().planned(), "good");
            case MOVED -> new State(say().moved(), "");
            case CANCELLED -> new State(say().cancelled(), "warn");
            case HELD -> new State(say().held(), "");
        };
    }

    String state(SignUpState state) {
        return switch (state) {
            case INVITED -> say().statusInvited();
            case SIGNED_UP -> say().statusRegistered();
            case WAITING -> say().statusWaiting();
            case CANCELLED -> say().statusCancelled();
            case ATTENDED -> say().statusAttended();
            case ABSENT -> say().statusAbsent();
        };
    }

    /** The same of one person. */
    String one(SignUpState state) {
        return switch (state) {
            case INVITED -> say().oneInvited();
            case SIGNED_UP -> say().oneRegistered();
            case WAITING, CANCELLED, ATTENDED, ABSENT -> state(state);
        };
    }

    String visibility(Visibility visibility) {
        return switch (visibility) {
            case MEMBERS -> say().forMembers();
            case PUBLIC -> say().forEverybody();
            case INVITED -> say().forInvited();
        };
    }

    /** "12 av 40 anmälda · 3 väntar · 9 kom". */
    String counts(EventView event) {
        var counts = event.counts();
        var expected = counts.registered() + counts.attended() + counts.noShow();
        var capacity = event.capacity();
        var parts = new ArrayList<String>();
        if (capacity != null) {
            parts.add(say().registeredOf(expected, capacity));
        } else {
            parts.add(expected == 1 ? say().registeredOne() : say().registered(expected));
        }
        if (counts.waiting() > 0) {
            parts.add(say().waitingCount(counts.waiting()));
        }
        if (counts.attended() > 0) {
            parts.add(say().cameCount(counts.attended()));
        }
        return String.join(" · ", parts);
    }

    /** What a move means for those who have signed up, and for their reminders. */
    List<String> moving(EventView event, long reminders) {
        var people = concerned(event);
        return Stream.of(
                        counted(people, say().nobodySignedUp(), say().moveOne(), say().movePeople(people)),
                        toCall(event),
                        counted(reminders, say().noReminders(), say().moveReminder(), say().moveReminders(reminders)))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** The same of cancelling. */
    List<String> cancelling(EventView event, long reminders) {
        var people = concerned(event) - event.counts().guestsToCall();
        return Stream.of(
                        people == 0 && event.counts().guestsToCall() > 0
                                ? ""
                                : counted(
                                        people, say().nobodySignedUp(), say().cancelOne(), say().cancelPeople(people)),
                        toCall(event),
                        counted(
                                reminders,
                                say().noReminders(),
                                say().cancelReminder(),
                                say().cancelReminders(reminders)))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    static long concerned(EventView event) {
        return event.counts().registered() + event.counts().waiting();
    }

    /** Guests who never showed that their address is theirs are told nothing. */
    String toCall(EventView event) {
        var guests = event.counts().guestsToCall();
        return counted(guests, "", say().guestToCall(), say().guestsToCall(guests));
    }

    private static String counted(long count, String none, String one, String many) {
        if (count == 0) {
            return none;
        }
        return count == 1 ? one : many;
    }

    String when(EventView event) {
        return when(event.startsAt(), event.endsAt(), event.timeZone());
    }

    String when(Instant from, Instant to, String zone) {
        return new CalendarWords(page.language()).during(new CalendarWords.Span(from, to), page.time(ZoneId.of(zone)));
    }

    /** Null-free: an empty text for nobody's needs. */
    String needs(List<Need> needs) {
        var list = needs.stream().map(need -> need.named(pages())).collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : say().needs(list);
    }
}
