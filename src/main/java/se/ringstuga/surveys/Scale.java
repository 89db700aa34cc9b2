package se.ringstuga.surveys;

import org.jspecify.annotations.Nullable;

/** The steps of a SCALE question, both ends included, with optional words for the ends ("inte alls" … "mycket"). */
public record Scale(
        int from,
        int to,
        @Nullable String fromLabel,
        @Nullable String toLabel) {

    static final int DEFAULT_FROM = 1;
    static final int DEFAULT_TO = 5;

    public boolean includes(int value) {
        return from <= value && value <= to;
    }
}
