package se.ringstuga.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.http.PageRequest;
import se.ringstuga.messaging.email.Markdown;
import se.ringstuga.people.People;
import se.ringstuga.people.PeopleSearch;
import se.ringstuga.people.PersonView;

/** Puts one event on its organizers' page, with those who come. */
@ApplicationScoped
class OneEventScreens {

    private static final int MOST_FOUND = 8;

    private final EventEditing editing;
    private final Comers comers;
    private final People people;
    private final EventStaffWords words;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;
    private final Clock clock;

    OneEventScreens(
            EventEditing editing,
            Comers comers,
            People people,
            EventStaffWords words,
            Access access,
            AccessLog accessLog,
            PageContext page,
            Clock clock) {
        this.editing = editing;
        this.comers = comers;
        this.people = people;
        this.words = words;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
        this.clock = clock;
    }

    /**
     * What of the event is looked at.
     *
     * @param status of those who come; empty for all
     * @param add who is looked for in the register
     */
    record Look(long eventId, @Nullable SignUpState status, String search, String add) {

        List<SignUpState> states() {
            return status == null ? List.of(SignUpState.values()) : List.of(status);
        }
    }

    /**
     * What has just happened, for whoever comes back to the page.
     *
     * @param undo the sign-up that was cancelled, as long as that can be taken back; null otherwise
     * @param guest somebody who could not be added, as they were written down
     */
    record News(
            @Nullable String said,
            @Nullable String refused,
            @Nullable Long undo,
            PageForm guest) {

        static final News NONE = new News(null, null, null, PageForm.EMPTY);

        static News said(String words) {
            return new News(words, null, null, PageForm.EMPTY);
        }

        static News refused(String why) {
            return new News(null, why, null, PageForm.EMPTY);
        }

        static News undone(String words, long signUp) {
            return new News(words, null, signUp, PageForm.EMPTY);
        }

        static News faulty(PageForm guest) {
            return new News(null, null, null, guest);
        }
    }

    OneEventScreen.Screen screen(Look look, PageRequest request, News news) {
        var event = editing.get(look.eventId());
        var head = head(event);
        var found = comers.page(
                new Comers.Which(event.id(), look.states(), access.administrator()), look.search(), request);
        accessLog.record(
                "sign-ups.list",
                "event:" + event.id(),
                found.items().stream()
                        .flatMap(one -> Stream.ofNullable(one.personId()))
                        .toList());
        var status = look.status() == null ? "" : look.status().name();
        return new OneEventScreen.Screen(
                head,
                facts(event),
                new Markdown(event.text()).html(),
                may(event),
                filters(event.counts(), look.status()),
                status,
                look.search(),
                found.items().stream().map(one -> line(one, event)).toList(),
                found.next() == null
                        ? null
                        : head.base() + "?status=" + status + "&search=" + encoded(look.search()) + "&cursor="
                                + found.next() + "#comers",
                adding(look.add()),
                attendance(event),
                news);
    }

    OneEventScreen.Head head(EventView event) {
        var open = event.visibility() == Visibility.PUBLIC && event.publishedAt() != null;
        return new OneEventScreen.Head(
                event.id(),
                access.slug(),
                "/o/" + access.slug() + "/events/" + event.id(),
                event.title(),
                words.state(event.status(), event.publishedAt() != null),
                words.when(event),
                new EventContent.Place(event.place(), event.address(), null).line(),
                open ? "/a/" + access.slug() + "/events/" + event.id() : null,
                event.seriesId() == null ? null : "/o/" + access.slug() + "/events/series/" + event.seriesId());
    }

    private List<String> facts(EventView event) {
        var facts = new ArrayList<String>();
        facts.add(words.counts(event));
        facts.add(words.visibility(event.visibility()));
        var needs = words.needs(event.needs());
        if (!needs.isEmpty()) {
            facts.add(needs);
        }
        var contact = new EventContent.Contact(event.contactStaffId(), event.contactPhone(), event.contactEmail())
                .line(event.contactName());
        if (contact != null) {
            facts.add(contact);
        }
        return facts;
    }

    private OneEventScreen.May may(EventView event) {
        var now = clock.instant();
        var write = access.has(Permission.EVENTS_WRITE);
        var cancelled = event.status() == EventStatus.CANCELLED;
        var published = event.publishedAt() != null;
        var living = write && !cancelled && published;
        var over = !event.endsAt().isAfter(now);
        return new OneEventScreen.May(
                write && !cancelled,
                write && !cancelled && !published && !over,
                write && !cancelled && !over,
                living,
                living && !over,
                living && !event.startsAt().isAfter(now) && event.attendanceAt() == null,
                living && event.attendanceAt() != null,
                write && over);
    }

    private List<OneEventScreen.Filter> filters(EventCounts counts, @Nullable SignUpState current) {
        var filters = new ArrayList<OneEventScreen.Filter>();
        var all = Stream.of(SignUpState.values())
                .mapToLong(state -> count(counts, state))
                .sum();
        filters.add(new OneEventScreen.Filter("", words.say().statusAll(), all, current == null));
        for (var state : SignUpState.values()) {
            if (count(counts, state) > 0 || state == current) {
                filters.add(new OneEventScreen.Filter(
                        state.name(), words.state(state), count(counts, state), state == current));
            }
        }
        return filters;
    }

    private static long count(EventCounts counts, SignUpState state) {
        return switch (state) {
            case INVITED -> counts.invited();
            case SIGNED_UP -> counts.registered();
            case WAITING -> counts.waiting();
            case CANCELLED -> counts.cancelled();
            case ATTENDED -> counts.attended();
            case ABSENT -> counts.noShow();
        };
    }

    private OneEventScreen.Line line(Comers.Comer comer, EventView event) {
        var about = Stream.of(words.needs(comer.needs()), Objects.requireNonNullElse(comer.remark(), ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        var ahead = event.endsAt().isAfter(clock.instant()) && event.status() != EventStatus.CANCELLED;
        var mayTakeAway = ahead
                && access.has(Permission.EVENTS_WRITE)
                && (comer.state() == SignUpState.SIGNED_UP || comer.state() == SignUpState.WAITING);
        return new OneEventScreen.Line(
                comer.id(),
                comer.personId(),
                comer.name(),
                comer.guest(),
                words.one(comer.state()),
                about,
                mayTakeAway);
    }

    /** Those of the register who fit what was typed. */
    OneEventScreen.Adding adding(String typed) {
        if (typed.isBlank()) {
            return new OneEventScreen.Adding("", List.of());
        }
        var viewer = new People.Viewer(access.organizationId(), access.administrator());
        var found = people.rows(viewer, PeopleSearch.of(typed), new PageRequest(null, MOST_FOUND)).stream()
                .limit(MOST_FOUND)
                .toList();
        accessLog.record("people.list", null, found.stream().map(PersonView::id).toList());
        return new OneEventScreen.Adding(
                typed,
                found.stream()
                        .map(one -> new OneEventScreen.Found(
                                one.id(), one.name(), Objects.requireNonNullElse(one.city(), "")))
                        .toList());
    }

    private @Nullable String attendance(EventView event) {
        var at = event.attendanceAt();
        return at == null
                ? null
                : words.say()
                        .attendanceSince(page.time(ZoneId.of(event.timeZone())).moment(at));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
