package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of steps as they are chosen on the page where a flow is written. */
enum StepKind {
    SMS("sms"),
    EMAIL("email"),
    MESSAGE("message"),
    CALL("call"),
    INVITE("invite"),
    WAIT("wait"),
    WAIT_UNTIL("waitUntil"),
    WAIT_FOR("waitFor"),
    BRANCH("branch"),
    TAG("tag"),
    UNTAG("untag"),
    TELL("tell"),
    WEBHOOK("webhook");

    private static final Set<StepKind> LETTERS = Set.of(SMS, EMAIL, MESSAGE, INVITE);

    private final String type;

    StepKind(String type) {
        this.type = type;
    }

    /** What it is called in a definition, and in the address of its form. */
    String type() {
        return type;
    }

    static Optional<StepKind> of(String type) {
        return Stream.of(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }

    static Optional<StepKind> of(JsonNode step) {
        return of(step.path("type").asText());
    }

    /** Whether something is sent. */
    boolean isLetter() {
        return LETTERS.contains(this);
    }

    boolean hasSubject() {
        return isLetter() && this != SMS;
    }

    /** Whether the text may ask for answers to a survey. */
    boolean hasSurvey() {
        return isLetter() && this != INVITE;
    }

    boolean hasText() {
        return isLetter() || this == TELL;
    }

    boolean hasFilter() {
        return this == BRANCH || this == WAIT_FOR;
    }

    boolean isTag() {
        return this == TAG || this == UNTAG;
    }

    /** The most characters that its text may have. */
    int longest() {
        return this == EMAIL ? LetterSyntax.LONGEST_EMAIL : LetterSyntax.LONGEST_SMS;
    }
}
