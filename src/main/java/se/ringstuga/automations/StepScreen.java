package se.ringstuga.automations;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;
import se.ringstuga.messaging.ScheduledTexts;

/**
 * A step that is being written.
 *
 * @param base of the draft
 * @param action where the form goes
 * @param says what the step is, in plain words
 * @param keeps the condition that stands there, in words; null where there is none
 * @param mark of what was read
 * @param present what somebody else wrote meanwhile; null for nothing
 * @param isNew whether it is added
 */
record StepScreen(
        String slug,
        String base,
        String title,
        String action,
        StepKind kind,
        String says,
        PageForm form,
        ChoiceLists.Lists choices,
        @Nullable String keeps,
        String mark,
        @Nullable Present present,
        boolean isNew) {

    /** What stands now where somebody else has written. */
    record Present(String says, @Nullable String text) {}

    /** What a text may name, as it is typed. */
    public String fields() {
        var person = "{förnamn|du}, {efternamn}, {ort|din ort}, {förening}";
        return kind == StepKind.INVITE ? person + ", {möte}, {dag}, {tid}, {plats}, {länk till anmälan}" : person;
    }

    /** What stands in a text for the address of a survey. */
    public String link() {
        return "{länk}";
    }

    public boolean span() {
        return kind == StepKind.WAIT;
    }

    public boolean waitsUntil() {
        return kind == StepKind.WAIT_UNTIL;
    }

    public boolean waitsFor() {
        return kind == StepKind.WAIT_FOR;
    }

    public boolean calls() {
        return kind == StepKind.CALL;
    }

    public boolean invites() {
        return kind == StepKind.INVITE;
    }

    public boolean tells() {
        return kind == StepKind.TELL;
    }

    public boolean hook() {
        return kind == StepKind.WEBHOOK;
    }

    public boolean letter() {
        return kind.isLetter();
    }

    public boolean subject() {
        return kind.hasSubject();
    }

    public boolean survey() {
        return kind.hasSurvey();
    }

    /** Whether a text names a day that is another for everybody, so that somebody has to say that it is meant. */
    public boolean relativeDay() {
        return kind.isLetter()
                && Stream.of("text", "subject")
                        .anyMatch(name ->
                                ScheduledTexts.relativeDay(form.value(name)).isPresent());
    }

    public boolean text() {
        return kind.hasText();
    }

    public boolean filter() {
        return kind.hasFilter();
    }

    /** Whether a new tag may be written: to take one off it has to be on somebody. */
    public boolean newTag() {
        return kind == StepKind.TAG && choices.newTags();
    }

    public boolean tag() {
        return kind.isTag();
    }
}
