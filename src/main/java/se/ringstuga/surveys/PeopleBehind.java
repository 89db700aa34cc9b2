package se.ringstuga.surveys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The way from a number of a survey to its people, as a filter of the segments' language (docs/segments.md): there they
 * are shown, and become a segment, a call list or a broadcast.
 */
record PeopleBehind(String slug, long surveyId) {

    private static final int LONGEST_TITLE = 100;

    String option(String title, long question, long option) {
        return address(title, ofOption(question, option));
    }

    String value(String title, long question, int value) {
        return address(title, ofValue(question, value));
    }

    String everyone(String title) {
        return address(title, "{\"type\":\"surveyAnswered\",\"surveyId\":" + surveyId + ",\"includingPartial\":true}");
    }

    String both(String title, String first, String second) {
        return address(title, "{\"type\":\"all\",\"filters\":[" + first + "," + second + "]}");
    }

    String filter(long question, @Nullable Long option, @Nullable Integer value) {
        return option == null ? ofValue(question, value == null ? 0 : value) : ofOption(question, option);
    }

    private String ofOption(long question, long option) {
        return "{\"type\":\"surveyOption\",\"surveyId\":" + surveyId + ",\"questionId\":" + question
                + ",\"optionIds\":[" + option + "]}";
    }

    private String ofValue(long question, int value) {
        return "{\"type\":\"surveyValue\",\"surveyId\":" + surveyId + ",\"questionId\":" + question + ",\"atLeast\":"
                + value + ",\"atMost\":" + value + "}";
    }

    private String address(String title, String filter) {
        return "/o/" + slug + "/segments/found?title=" + encoded(shortened(title)) + "&filter=" + encoded(filter);
    }

    /** A question may be as long as a page, and an address may not. */
    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1))
                                .strip() + "…";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
