package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the events of a series do when it changes. The series is locked, and its events are locked here. */
@ApplicationScoped
class SeriesFollowing {

    private final Occurrences occurrences;
    private final SeriesRows rows;
    private final SeriesLayout layout;
    private final WaitingLists waitingLists;
    private final Invitations invitations;
    private final EventNews news;

    SeriesFollowing(
            Occurrences occurrences,
            SeriesRows rows,
            SeriesLayout layout,
            WaitingLists waitingLists,
            Invitations invitations,
            EventNews news) {
        this.occurrences = occurrences;
        this.rows = rows;
        this.layout = layout;
        this.waitingLists = waitingLists;
        this.invitations = invitations;
        this.news = news;
    }

    /**
     * The series is as it was changed to.
     *
     * @param tell whether those who have signed up are told of another place
     */
    void follow(SeriesRow series, boolean tell, Events.Written written) {
        var today = LocalDate.ofInstant(written.now(), series.zone());
        var turn = SeriesTurn.of(
                series,
                occurrences.lockAhead(series.id(), today, written.now()),
                layout.days(series, today, written.now()),
                written.now());
        var follow = turn.follow();
        var events = turn.events();
        gone(turn.gone(), events, written);
        occurrences.standFor(turn.apart());
        var relocated = follow.keySet().stream()
                .filter(id -> tell && isElsewhere(of(events, id), series))
                .toList();
        occurrences.follow(series, follow, relocated, written);
        follow.forEach((id, day) ->
                news.changed(of(events, id), series.content(), series.times().on(day, series.zone())));
        waitingLists.moveUp(
                follow.keySet().stream().sorted().toList(), new SignUps.By(SignUpSource.ORGANIZER, written.actor()));
        var added = occurrences.add(series, turn.added(), written);
        layout.tell(series, added);
        invite(series, Stream.concat(follow.keySet().stream(), added.stream()), written);
        rows.laidOut(series.id(), SeriesLayout.horizon(today));
    }

    /** Published, and at another place than the series as it is now. */
    static boolean isElsewhere(EventRow event, SeriesRow series) {
        return event.publishedAt() != null
                && series.content().place().isElsewhereThan(event.content().place());
    }

    void publish(SeriesRow series, Events.Written written) {
        var published = occurrences.publish(series.id(), written);
        layout.tell(series, published);
        invite(series, published.stream(), written);
    }

    /** Those for whom they are, as soon as the events are told of. */
    private void invite(SeriesRow series, Stream<Long> events, Events.Written written) {
        if (series.content().visibility() == Visibility.INVITED) {
            invitations.ofSegments(events.sorted().toList(), written.actor());
        }
    }

    /** Those that nobody saw are gone without a trace, others are called off. */
    void callOff(SeriesRow series, @Nullable String why, Events.Written written) {
        var today = LocalDate.ofInstant(written.now(), series.zone());
        var ahead = occurrences.lockAhead(series.id(), today, written.now()).stream()
                .filter(event -> event.startsAt().isAfter(written.now()))
                .collect(Collectors.toMap(EventRow::id, Function.identity()));
        var left = new HashSet<>(ahead.keySet());
        left.removeAll(occurrences.remove(ahead.keySet()));
        tell(occurrences.callOff(left, false, why, written), ahead);
    }

    private void gone(List<Long> ids, Map<Long, EventRow> events, Events.Written written) {
        var left = new HashSet<>(ids);
        left.removeAll(occurrences.remove(ids));
        tell(occurrences.callOff(left, true, null, written), events);
    }

    private void tell(List<Long> calledOff, Map<Long, EventRow> events) {
        calledOff.stream()
                .map(id -> of(events, id))
                .filter(event -> event.publishedAt() != null)
                .forEach(news::cancelled);
    }

    private static EventRow of(Map<Long, EventRow> events, long id) {
        var event = events.get(id);
        if (event == null) {
            throw new IllegalStateException("event " + id + " was not locked");
        }
        return event;
    }
}
