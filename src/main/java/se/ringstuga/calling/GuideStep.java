package se.ringstuga.calling;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The steps in which a call assignment is made; each can be left and returned to. */
enum GuideStep {
    WHOM,
    WHY,
    UNTIL,
    SCRIPT,
    SURVEY,
    CHECK;

    /** The fields that are filled in here. */
    Set<String> fields() {
        return switch (this) {
            case WHOM -> Set.of("to", "days", "tag", "segment", "filter", "people");
            case WHY -> Set.of("title", "purpose", "goal", "goalSegment", "goalFilter");
            case UNTIL -> Set.of("until", "hours", "from-time", "to-time", "cooldown", "attempts");
            case SCRIPT -> Set.of("script", "otherPerson", "voicemail", "shown");
            case SURVEY -> Set.of("survey", "tagIds", "eventKindIds");
            case CHECK -> Set.of();
        };
    }

    /** How it stands in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    GuideStep next() {
        return switch (this) {
            case WHOM -> WHY;
            case WHY -> UNTIL;
            case UNTIL -> SCRIPT;
            case SCRIPT -> SURVEY;
            case SURVEY, CHECK -> CHECK;
        };
    }

    static Optional<GuideStep> of(String path) {
        return Stream.of(values()).filter(step -> step.path().equals(path)).findFirst();
    }
}
