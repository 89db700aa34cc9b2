package se.ringstuga.calling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.SurveyForm;

/** Somebody who does not exist, to practise on and to show what callers will see; touches no queue and no number (rule 15). */
final class InventedPerson {

    /** Reserved for fiction: it reaches nobody. */
    static final String NUMBER = "+46701740699";

    private static final Duration LEASE = Duration.ofMinutes(45);
    private static final String NAME = "Kim Övning";
    private static final String GIVEN_NAME = "Kim";

    private InventedPerson() {}

    /** A claim on them, by the caller whose page this is. */
    static ClaimView claim(CallerHome home, @Nullable SurveyForm survey, Map<String, String> fields, Moment moment) {
        var dialledAt = moment.dialledAt();
        return new ClaimView(
                0,
                home.assignmentId(),
                home.callerId(),
                new PersonOnLine(0, NAME, GIVEN_NAME, dialledAt == null ? null : NUMBER, null, fields),
                survey,
                moment.now(),
                moment.now().plus(LEASE),
                dialledAt,
                "",
                0,
                null,
                false,
                List.of(),
                false);
    }

    /** What these fields say of them. */
    static Map<String, String> fields(Collection<ShownField> shown, CallMessages words, Instant now, ZoneId zone) {
        var fields = new LinkedHashMap<String, String>();
        shown.forEach(field -> fields.put(
                field.name(),
                switch (field) {
                    case CITY -> words.practiceCity();
                    case JOINED -> LocalDate.ofInstant(now, zone).minusDays(9).toString();
                    case POSTAL_CODE -> "123 45";
                    case BIRTH_YEAR -> "1985";
                    case LANGUAGE -> "sv";
                    case EMAIL -> "kim@example.org";
                    case EXTERNAL_ID -> "1234";
                }));
        return fields;
    }

    /** @param dialledAt when the number was shown; null before that */
    record Moment(Instant now, @Nullable Instant dialledAt) {}
}
