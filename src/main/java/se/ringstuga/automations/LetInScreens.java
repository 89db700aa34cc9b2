package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.automations.Turnout.State;
import se.ringstuga.http.PageRequest;
import se.ringstuga.people.People;
import se.ringstuga.people.PeopleSearch;
import se.ringstuga.people.PersonView;

/** Finds whom one may let into an automation; who was shown is in the access log. */
@ApplicationScoped
class LetInScreens {

    private static final int SHOWN = 20;
    private static final int LONGEST = 100;

    private final People people;
    private final KnownEnrolments known;
    private final DatedLines lines;
    private final PageWords words;
    private final Access access;
    private final AccessLog accessLog;

    LetInScreens(
            People people,
            KnownEnrolments known,
            DatedLines lines,
            PageWords words,
            Access access,
            AccessLog accessLog) {
        this.people = people;
        this.known = known;
        this.lines = lines;
        this.words = words;
        this.access = access;
        this.accessLog = accessLog;
    }

    LetInScreen of(Automation automation, String search, @Nullable String wrong) {
        return new LetInScreen(
                access.slug(),
                "/o/" + access.slug() + "/automations/" + automation.id(),
                automation.title(),
                automation.isRunning(),
                lines.fromNow(automation),
                search,
                search.isBlank() ? List.of() : found(automation, search),
                wrong);
    }

    private List<LetInScreen.Found> found(Automation automation, String search) {
        var typed = search.length() > LONGEST ? search.substring(0, LONGEST) : search;
        var rows = people
                .rows(
                        new People.Viewer(access.organizationId(), access.administrator()),
                        PeopleSearch.of(typed),
                        new PageRequest(null, SHOWN))
                .stream()
                .limit(SHOWN)
                .toList();
        var ids = rows.stream().map(PersonView::id).toList();
        accessLog.record("people.list", "automation:" + automation.id(), ids);
        var states = known.of(automation.id(), ids);
        return rows.stream().map(person -> found(person, states)).toList();
    }

    private LetInScreen.Found found(PersonView person, Map<Long, State> states) {
        var state = states.get(person.id());
        var about = Stream.of(person.city(), person.membership().organization().name())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
        return new LetInScreen.Found(
                person.id(),
                person.name(),
                about,
                state == null ? null : words.lettingIn().knownAlready(words.state(state)));
    }
}
