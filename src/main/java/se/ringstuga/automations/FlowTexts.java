package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.messaging.ScheduledTexts;
import se.ringstuga.messaging.ScheduledTexts.Written;

/** Whether the texts of a flow can be sent: known fields, not too long, and nothing that is true on one day alone. */
@ApplicationScoped
class FlowTexts {

    private final ScheduledTexts texts;
    private final FlowFields fields;

    FlowTexts(ScheduledTexts texts, FlowFields fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /** Everything that cannot stand, each named by its place. */
    List<Violation> wrong(FlowSyntax.Parsed parsed, long organizationId) {
        var violations = new ArrayList<Violation>();
        parsed.flow().all().forEach(step -> {
            var place = parsed.places().getOrDefault(step.key(), "definition");
            switch (step) {
                case Step.Send send -> check(new Checked(organizationId, place, send.letter(), false), violations);
                case Step.Invite invite -> check(new Checked(organizationId, place, invite.letter(), true), violations);
                case Step.Wait _,
                        Step.WaitUntil _,
                        Step.WaitFor _,
                        Step.Branch _,
                        Step.Call _,
                        Step.Tag _,
                        Step.Tell _,
                        Step.Hook _ -> {}
            }
        });
        return violations;
    }

    /** @param invitation whether the text may name the activity */
    record Checked(long organizationId, String place, Letter letter, boolean invitation) {}

    private void check(Checked checked, List<Violation> violations) {
        var letter = checked.letter();
        channels(letter).forEach(channel -> check(channel, written(checked, "text", letter.text()), violations));
        var subject = letter.subject();
        if (subject != null) {
            check(Channel.EMAIL, written(checked, "subject", subject), violations);
        }
        if (!letter.relativeDayMeant()) {
            relativeDay(checked.place() + ".text", letter.text(), violations);
            relativeDay(checked.place() + ".subject", subject, violations);
        }
    }

    private static void relativeDay(String place, @Nullable String text, List<Violation> violations) {
        Optional.ofNullable(text)
                .flatMap(ScheduledTexts::relativeDay)
                .ifPresent(word -> violations.add(Violation.body(
                        place,
                        "says \"%s\", which is another day for everybody who gets it; name no day, or say that it is meant (relativeDayMeant)"
                                .formatted(word))));
    }

    private void check(Channel channel, Written written, List<Violation> violations) {
        try {
            texts.check(channel, written);
        } catch (InvalidInput refused) {
            violations.addAll(refused.violations());
        }
    }

    private Written written(Checked checked, String field, String text) {
        var known = fields.known(checked.letter().survey() != null, checked.invitation());
        return new Written(checked.organizationId(), checked.place() + "." + field, text, known, fields.sample());
    }

    private static Stream<Channel> channels(Letter letter) {
        return switch (letter.by()) {
            case SMS -> Stream.of(Channel.SMS);
            case EMAIL -> Stream.of(Channel.EMAIL);
            case FIRST -> Stream.of(Channel.SMS, Channel.EMAIL);
        };
    }

    /** An SMS to be reckoned with, as it is written. */
    Written sms(long organizationId, Letter letter) {
        return written(new Checked(organizationId, "", letter, false), "text", letter.text());
    }

    /** What a text becomes for somebody invented. */
    String shown(long organizationId, Letter letter, boolean invitation) {
        var channel = letter.by() == Letter.By.EMAIL ? Channel.EMAIL : Channel.SMS;
        return texts.shown(
                channel, written(new Checked(organizationId, "", letter, invitation), "text", letter.text()));
    }
}
