package se.ringstuga.phonebanks;

import java.util.List;
import java.util.stream.Stream;

/** What an evening came to, for people outside of it (rule 37): no name, and no figure about fewer than five people. */
record EveningResult(String title, String organization, String day, List<Figure> figures) {

    private static final long FEWEST = 5;

    record Figure(String value, String words) {}

    static EveningResult of(Evening evening, String day, RoomPageMessages say) {
        var now = evening.now();
        var callers =
                now.callers().stream().filter(caller -> caller.calls() > 0).count();
        var figures = Stream.of(
                        figure(unlessFew(now.calls(), now.calls() - now.reached()), say.resultCalls()),
                        figure(now.reached(), say.resultReached()),
                        figure(unlessFew(now.answered(), now.reached() - now.answered()), say.resultAnswered()),
                        figure(callers, say.resultCallers()))
                .flatMap(List::stream)
                .toList();
        return new EveningResult(now.title(), evening.bank().organization(), day, figures);
    }

    /** Zero where the figure and another one together would tell of a few: {@code between} are in one and not in the other. */
    private static long unlessFew(long count, long between) {
        return between > 0 && between < FEWEST ? 0 : count;
    }

    private static List<Figure> figure(long count, String words) {
        return count < FEWEST ? List.of() : List.of(new Figure(String.valueOf(count), words));
    }
}
