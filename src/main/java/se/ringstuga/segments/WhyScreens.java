package se.ringstuga.segments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.people.People;
import se.ringstuga.people.PeopleSearch;
import se.ringstuga.people.PersonView;
import se.ringstuga.segments.BuilderScreen.Person;
import se.ringstuga.segments.Explanation.Reason;

/** Puts together the page that answers condition by condition. */
@ApplicationScoped
class WhyScreens {

    private static final int MOST_FOUND = 10;

    private final Explanations explanations;
    private final FilterReader filters;
    private final FilterWords words;
    private final People people;
    private final SegmentScreens common;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;
    private final Clock clock;

    WhyScreens(
            Explanations explanations,
            FilterReader filters,
            FilterWords words,
            People people,
            SegmentScreens common,
            Access access,
            AccessLog accessLog,
            PageContext page,
            Clock clock) {
        this.explanations = explanations;
        this.filters = filters;
        this.words = words;
        this.people = people;
        this.common = common;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
        this.clock = clock;
    }

    /** Who it may be; nobody as long as nothing is typed. */
    WhyScreen asked(Segment segment, String search) {
        var found = search.isEmpty()
                ? List.<PersonView>of()
                : people.rows(viewer(), PeopleSearch.of(search), new PageRequest(null, MOST_FOUND)).stream()
                        .limit(MOST_FOUND)
                        .toList();
        accessLog.record("people.list", null, found.stream().map(PersonView::id).toList());
        return new WhyScreen(
                access.slug(),
                segment.id,
                segment.title,
                search,
                found.stream()
                        .map(person -> new Person(person.id(), person.name()))
                        .toList(),
                null);
    }

    WhyScreen of(Segment segment, long personId) {
        var person = people.view(viewer(), personId).orElseThrow(NotFound::new);
        var filter = filters.stored(segment.filter);
        var scope = new Scope(access.organizationId(), clock.instant(), access.zone());
        var explanation = explanations
                .explain(filter, personId, scope, access.administrator())
                .orElseThrow(NotFound::new);
        accessLog.record("segment.explanation", "segment:" + segment.id, List.of(personId));
        var lines = new Lines(words.over(List.of(filter), page.language()), common.say(), new FoundWords(common.say()));
        lines.add(explanation.filter(), FilterNode.of("filter", filter), 0);
        var answer = new WhyScreen.Answer(
                new Person(person.id(), person.name()), explanation.matches(), says(explanation, person), lines.lines);
        return new WhyScreen(access.slug(), segment.id, segment.title, "", List.of(), answer);
    }

    private String says(Explanation explanation, PersonView person) {
        if (explanation.restricted()) {
            return common.say().restricted(person.name());
        }
        return explanation.matches()
                ? common.say().isIn(person.name())
                : common.say().isOut(person.name());
    }

    private People.Viewer viewer() {
        return new People.Viewer(access.organizationId(), access.administrator());
    }

    /** The tree from top to bottom; a condition that is not to hold is one line. */
    private static final class Lines {

        private final FilterSentences sentences;
        private final SegmentMessages say;
        private final FoundWords found;
        private final List<WhyScreen.Line> lines = new ArrayList<>();

        Lines(FilterSentences sentences, SegmentMessages say, FoundWords found) {
            this.sentences = sentences;
            this.say = say;
            this.found = found;
        }

        void add(Reason reason, FilterNode node, int depth) {
            var inner = node.filter() instanceof Filter.Not ? node.children().getFirst() : node;
            var reasons = inner == node ? reason : reason.filters().getFirst();
            var no = inner != node;
            if (inner.filter() instanceof Filter.Not) {
                lines.add(new WhyScreen.Line(depth, reason.holds(), say.whyNone(), null));
                add(reasons, inner, depth + 1);
                return;
            }
            lines.add(new WhyScreen.Line(
                    depth, reason.holds(), says(node, inner.filter(), no), evidence(inner.filter(), reasons)));
            for (int i = 0; i < inner.children().size(); i++) {
                add(reasons.filters().get(i), inner.children().get(i), depth + 1);
            }
        }

        private String says(FilterNode node, Filter inner, boolean no) {
            return switch (inner) {
                case Filter.All _ -> no ? say.whyNotAll() : say.whyAll();
                case Filter.Any _ -> no ? say.whyNone() : say.whyAny();
                default -> sentences.of(node.filter());
            };
        }

        private @Nullable String evidence(Filter filter, Reason reason) {
            return filter instanceof Filter.All || filter instanceof Filter.Any
                    ? null
                    : found.of(filter, reason.found());
        }
    }
}
