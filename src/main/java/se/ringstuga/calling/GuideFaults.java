package se.ringstuga.calling;

import java.util.Map;
import se.ringstuga.http.InvalidInput;

/** Where the pages have the field that the domain refuses, as when what was chosen has gone since. */
final class GuideFaults {

    private static final Map<String, String> FIELDS = Map.of(
            "target", "to",
            "goal", "goal",
            "surveyId", "survey",
            "scriptOtherPerson", "otherPerson",
            "scriptVoicemail", "voicemail",
            "scriptWhy", "purpose",
            "callingHours", "to-time",
            "expiresAt", "until",
            "cooldownHours", "cooldown",
            "maxAttempts", "attempts");

    private GuideFaults() {}

    static String field(InvalidInput refusal) {
        var named = refusal.violations().getFirst().field().replaceAll("[.\\[].*", "");
        return FIELDS.getOrDefault(named, named);
    }
}
