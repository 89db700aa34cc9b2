package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;

/** Puts the figures of one assignment on its page. */
@ApplicationScoped
class AssignmentScreens {

    /** More would not be read on a phone; the table has them all. */
    private static final int EVENINGS_DRAWN = 10;

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d/M");

    private final AssignmentEditing assignments;
    private final StatisticsOfCalls statistics;
    private final Gates gates;
    private final AssignmentWords words;
    private final Access access;

    AssignmentScreens(
            AssignmentEditing assignments,
            StatisticsOfCalls statistics,
            Gates gates,
            AssignmentWords words,
            Access access) {
        this.assignments = assignments;
        this.statistics = statistics;
        this.gates = gates;
        this.words = words;
        this.access = access;
    }

    CallScope scope() {
        return CallScope.of(access.organizationId(), access.actor());
    }

    AssignmentScreen of(long assignmentId) {
        var assignment = assignments.get(scope(), assignmentId);
        var figures = statistics.of(scope(), assignmentId);
        var hours = gates.of(assignmentId).window().hours();
        var counted = statistics.waiting(scope(), assignmentId);
        var rows = rows(figures.byOutcome());
        return new AssignmentScreen(
                words.head(assignment, figures.waitingForOrganizer()),
                words.say().hours(words.clock(hours.from()), words.clock(hours.to())),
                equation(figures),
                parts(figures),
                waiting(counted.reasons()),
                nextAt(assignment, counted),
                done(figures.doneBecause()),
                figures.calls(),
                figures.reached(),
                figures.answered(),
                figures.partlyAnswered(),
                assignment.surveyId() != null,
                rows,
                outcomeChart(figures, rows),
                figures.evenings().stream().map(this::evening).toList(),
                eveningChart(figures.evenings()),
                figures.callers());
    }

    /** What the pages around this one begin with. */
    AssignmentWords.Head head(long assignmentId) {
        var assignment = assignments.get(scope(), assignmentId);
        return words.head(assignment, statistics.waitingForOrganizer(assignmentId));
    }

    private List<AssignmentScreen.Term> equation(AssignmentStatistics figures) {
        var say = words.say();
        return List.of(
                new AssignmentScreen.Term(say.inList(), figures.people(), "", ""),
                new AssignmentScreen.Term(say.done(), figures.done(), "=", "good"),
                new AssignmentScreen.Term(say.queued(), figures.queued(), "+", "info"),
                new AssignmentScreen.Term(say.beingCalled(), figures.beingCalled(), "+", "accent"),
                new AssignmentScreen.Term(say.waits(), figures.cooling(), "+", "warn"),
                new AssignmentScreen.Term(say.withoutNumber(), figures.withoutNumber(), "+", "soft"));
    }

    private List<AssignmentScreen.Part> parts(AssignmentStatistics figures) {
        var parts = new ArrayList<AssignmentScreen.Part>();
        long before = 0;
        for (var term : equation(figures)) {
            if (!term.sign().isEmpty() && figures.people() > 0) {
                var from = before * 1000 / figures.people();
                before += term.count();
                parts.add(new AssignmentScreen.Part(from, before * 1000 / figures.people() - from, term.colour()));
            }
        }
        return parts;
    }

    private List<String> waiting(QueueReasons reasons) {
        var say = words.say();
        var sentences = new ArrayList<String>();
        add(sentences, reasons.cooling(), say::whyCooling);
        add(sentences, reasons.weeklyCap(), say::whyCapped);
        add(sentences, reasons.waitingForOrganizer(), say::whyBlocked);
        add(sentences, reasons.reserved(), say::whyReserved);
        add(sentences, reasons.outsideHours(), say::whyHours);
        if (reasons.closedUntil() != null) {
            sentences.add(say.whyClosed(words.time().day(reasons.closedUntil())));
        }
        return sentences;
    }

    private List<String> done(Map<String, Long> because) {
        var say = words.say();
        var sentences = new ArrayList<String>();
        add(sentences, of(because, Set.of("GOAL")), say::doneGoal);
        add(sentences, of(because, Set.of("MAX_ATTEMPTS")), say::doneAttempts);
        add(sentences, of(because, Set.of("DECLINED", "DO_NOT_CALL", "SUPPRESSED_NUMBER")), say::doneDeclined);
        add(sentences, of(because, Set.of("NOT_IN_TARGET")), say::doneElsewhere);
        var named = Set.of("GOAL", "MAX_ATTEMPTS", "DECLINED", "DO_NOT_CALL", "SUPPRESSED_NUMBER", "NOT_IN_TARGET");
        var all = because.values().stream().mapToLong(Long::longValue).sum();
        add(sentences, all - of(because, named), say::doneOther);
        return sentences;
    }

    private static long of(Map<String, Long> because, Set<String> reasons) {
        return because.entrySet().stream()
                .filter(entry -> reasons.contains(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static void add(List<String> sentences, long count, LongFunction<String> said) {
        if (count > 0) {
            sentences.add(said.apply(count));
        }
    }

    private @Nullable String nextAt(AssignmentView assignment, QueueCounts.Counted counted) {
        var next = counted.nextAt();
        return assignment.state() != AssignmentView.State.OPEN || next == null || counted.available() > 0
                ? null
                : words.say().nextAt(words.time().moment(next));
    }

    private List<AssignmentScreen.Row> rows(Map<String, Long> byOutcome) {
        var outcomes = words.outcomes();
        var rows = new ArrayList<AssignmentScreen.Row>();
        for (var outcome : Outcome.values()) {
            rows.add(new AssignmentScreen.Row(outcomes.of(outcome), byOutcome.getOrDefault(outcome.name(), 0L)));
        }
        rows.add(new AssignmentScreen.Row(outcomes.unreported(), byOutcome.getOrDefault("UNREPORTED", 0L)));
        return rows.stream().filter(row -> row.count() > 0).toList();
    }

    private @Nullable Chart outcomeChart(AssignmentStatistics figures, List<AssignmentScreen.Row> rows) {
        return rows.isEmpty()
                ? null
                : Chart.lying(
                        "outcomes",
                        words.say().outcomesSaid(figures.calls(), figures.reached()),
                        rows.stream()
                                .map(row -> new Chart.Figure(row.words(), row.count(), 0))
                                .toList());
    }

    private AssignmentScreen.Evening evening(AssignmentStatistics.OfEvening evening) {
        return new AssignmentScreen.Evening(words.time().day(evening.day()), evening.calls(), evening.reached());
    }

    private @Nullable Chart eveningChart(List<AssignmentStatistics.OfEvening> evenings) {
        var last = evenings.subList(Math.max(0, evenings.size() - EVENINGS_DRAWN), evenings.size());
        return last.isEmpty()
                ? null
                : Chart.standing(
                        "evenings",
                        words.say().eveningsSaid(),
                        last.stream()
                                .map(one -> new Chart.Figure(SHORT_DAY.format(one.day()), one.calls(), one.reached()))
                                .toList());
    }
}
