package se.ringstuga.segments;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an explanation found, as it is told to people: the API says the same in the words of its own. */
record FoundWords(SegmentMessages say) {

    private static final Pattern CALLS = Pattern.compile("(\\d+) called, (\\d+) reached");
    private static final Pattern TIMES = Pattern.compile("(\\d+) (?:events|sent)(?:, latest (.+))?");
    private static final String PARTIAL = " (partial)";

    String of(Filter filter, @Nullable String found) {
        if (found == null || found.isBlank()) {
            return say.foundNothing();
        }
        return switch (filter) {
            case Filter.CallHistory _ -> calls(found);
            case Filter.EventHistory _, Filter.Messaged _ -> times(found);
            case Filter.SurveyAnswered _ ->
                found.endsWith(PARTIAL)
                        ? say.foundPartial(found.substring(0, found.length() - PARTIAL.length()))
                        : found;
            case Filter.Reachable _ ->
                found.replace(" mobile", " " + say.mobile())
                        .replace(" landline", " " + say.landline())
                        .replace(" other", "")
                        .replace("(wrong)", "(" + say.wrongNumber() + ")");
            default -> found;
        };
    }

    private String calls(String found) {
        Matcher calls = CALLS.matcher(found);
        return calls.matches() ? say.foundCalls(calls.group(1), calls.group(2)) : found;
    }

    private String times(String found) {
        Matcher times = TIMES.matcher(found);
        if (!times.matches()) {
            return found;
        }
        var latest = times.group(2);
        return latest == null ? say.foundTimes(times.group(1)) : say.foundLatest(times.group(1), latest);
    }
}
