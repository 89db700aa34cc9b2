package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.messaging.sms.SmsText;

/** A text as one person would get it, while it is being written. */
@Path("/api/organizations/{slug}/messages/preview")
@RunOnVirtualThread
@Tag(name = "Messages")
class MessagePreviewResource {

    private final PreviewLetters letters;
    private final SmsSenders senders;
    private final MessagingSettings settings;
    private final Access access;

    MessagePreviewResource(PreviewLetters letters, SmsSenders senders, MessagingSettings settings, Access access) {
        this.letters = letters;
        this.senders = senders;
        this.settings = settings;
        this.access = access;
    }

    /**
     * A text that is not finished.
     *
     * @param personId for whom; somebody invented when absent
     * @param senderId of an SMS; the nearest sender when absent
     */
    record Draft(
            @NotNull Channel channel,
            @NotNull @Size(max = 20_000) String text,
            @Nullable @Size(max = 200) String subject,
            @Nullable Long personId,
            @Nullable Long senderId) {}

    /**
     * The text as it would be sent.
     *
     * @param text of an email the plain text, with everything around it
     * @param html the text of an email as its HTML shows it, to be placed within a page; null for an SMS
     * @param sms what it takes as an SMS; null for an email
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(
            @Nullable String subject,
            String text,
            @Nullable String html,
            @Nullable SmsView sms) {}

    /**
     * One person's SMS.
     *
     * @param encoding GSM_7, or UCS_2 where a character demands it
     * @param units letters as they are paid for
     * @param unitsInParts how many fit into these parts
     * @param mostParts longer ones are refused
     * @param price in SEK
     * @param unicode the character that demands the larger encoding; null for none
     * @param asksForReply words that ask for an answer which this sender cannot receive; null for none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SmsView(
            int parts,
            int mostParts,
            SmsText.Alphabet encoding,
            int units,
            int unitsInParts,
            BigDecimal price,
            Estimate.@Nullable Unicode unicode,
            @Nullable String asksForReply) {}

    @POST
    @Transactional
    @Requires(Permission.MESSAGES_SEND)
    @Operation(summary = "A text as one person would get it, with its parts and price; nothing is stored")
    public View preview(@Valid @NotNull Draft draft) {
        var written = new TextRules.Written(
                draft.channel(), draft.senderId(), draft.text(), draft.subject(), draft.personId());
        var letter =
                letters.of(written, reader(draft.personId()), access.actor().toString());
        return switch (draft.channel()) {
            case CALL -> throw new InvalidInput("channel", "must be SMS or EMAIL");
            case EMAIL -> new View(letter.subject(), letter.text(), letter.html(), null);
            case SMS -> {
                var text = SmsText.of(letter.text());
                yield new View(null, text.text(), null, sms(draft, text));
            }
        };
    }

    private PreviewLetters.Reader reader(@Nullable Long person) {
        return person == null
                ? letters.invented()
                : letters.reader(person)
                        .orElseThrow(() -> new InvalidInput("personId", "there is no person " + person + " here"));
    }

    private SmsView sms(Draft draft, SmsText text) {
        var tariff = settings.of(access.organizationId()).tariff();
        var oneWay = senders.usable(access.organizationId(), draft.senderId())
                .filter(sender -> !sender.canBeAnswered())
                .isPresent();
        return new SmsView(
                text.parts(),
                tariff.mostParts(),
                text.alphabet(),
                text.units(),
                text.parts() > 1
                        ? text.parts() * text.alphabet().unitsTogether()
                        : text.alphabet().unitsAlone(),
                tariff.price(text.parts()),
                text.costly().stream()
                        .findFirst()
                        .map(character -> Estimate.Unicode.of(character, 1))
                        .orElse(null),
                oneWay ? AskedForReply.in(draft.text()).orElse(null) : null);
    }
}
