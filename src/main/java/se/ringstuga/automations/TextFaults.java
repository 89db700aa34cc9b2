package se.ringstuga.automations;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.ControlCharacters;
import se.ringstuga.messaging.ScheduledTexts;
import se.ringstuga.messaging.ScheduledTexts.Fault;
import se.ringstuga.messaging.ScheduledTexts.Written;
import se.ringstuga.people.PersonalIdentityNumber;

/** What is wrong with a text of a step, in the reader's words and with the very words that are meant. */
@ApplicationScoped
class TextFaults {

    private final ScheduledTexts texts;
    private final FlowFields fields;
    private final PageWords page;
    private final Access access;

    TextFaults(ScheduledTexts texts, FlowFields fields, PageWords page, Access access) {
        this.texts = texts;
        this.fields = fields;
        this.page = page;
        this.access = access;
    }

    /** @param field {@code text} or {@code subject} */
    Optional<String> of(StepKind kind, JsonNode step, String field) {
        var text = step.path(field).asText().strip();
        var most = field.equals("subject") ? LetterSyntax.LONGEST_SUBJECT : kind.longest();
        return plain(text, most).or(() -> kind.isLetter() ? sent(kind, step, field, text) : Optional.empty());
    }

    private Optional<String> plain(String text, int most) {
        var say = page.faults();
        if (text.isEmpty()) {
            return Optional.of(say.missing());
        }
        if (text.length() > most) {
            return Optional.of(say.tooLong(most, text.length()));
        }
        if (PersonalIdentityNumber.isIn(text)) {
            return Optional.of(say.identityNumber());
        }
        return ControlCharacters.in(text.replace("\n", " ").replace("\r", " "))
                ? Optional.of(say.control())
                : Optional.empty();
    }

    private Optional<String> sent(StepKind kind, JsonNode step, String field, String text) {
        var known = fields.known(step.hasNonNull("survey"), kind == StepKind.INVITE);
        var written = new Written(access.organizationId(), field, text, known, fields.sample());
        return channels(kind, field)
                .flatMap(channel -> texts.fault(channel, written).stream())
                .findFirst()
                .map(this::said)
                .or(() -> relativeDay(step, text).map(page.faults()::relativeDay));
    }

    /** A day that is true for whoever writes it alone, unless it is meant (rule 31). */
    static Optional<String> relativeDay(JsonNode step, String text) {
        return step.path("relativeDayMeant").asBoolean() ? Optional.empty() : ScheduledTexts.relativeDay(text);
    }

    private String said(Fault fault) {
        return switch (fault) {
            case Fault.Mistaken(var mistake) -> mistake.sentence(page.language().locale());
            case Fault.AsksForAnswer(var words, var sender) -> page.faults().asksForAnswer(words, sender);
            case Fault.TooManyParts(var parts, var most) -> page.faults().tooManyParts(parts, most);
        };
    }

    private static Stream<Channel> channels(StepKind kind, String field) {
        if (field.equals("subject") || kind == StepKind.EMAIL) {
            return Stream.of(Channel.EMAIL);
        }
        return kind == StepKind.SMS ? Stream.of(Channel.SMS) : Stream.of(Channel.SMS, Channel.EMAIL);
    }
}
