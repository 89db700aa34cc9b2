package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;

/** A text as one person would read it, for the pages on which it is written or shown. */
@ApplicationScoped
class PreviewLetters {

    static final ComposePreview.Letter EMPTY = new ComposePreview.Letter(null, null, null, "");

    private final Wording wording;
    private final TextRules texts;
    private final Letters letters;
    private final Recipients recipients;
    private final SmsSenders senders;
    private final UsableTags tags;
    private final Access access;
    private final AccessLog accessLog;
    private final PageContext page;

    PreviewLetters(
            Wording wording,
            TextRules texts,
            Letters letters,
            Recipients recipients,
            SmsSenders senders,
            UsableTags tags,
            Access access,
            AccessLog accessLog,
            PageContext page) {
        this.wording = wording;
        this.texts = texts;
        this.letters = letters;
        this.recipients = recipients;
        this.senders = senders;
        this.tags = tags;
        this.access = access;
        this.accessLog = accessLog;
        this.page = page;
    }

    /**
     * For whom it is shown.
     *
     * @param id null for somebody invented
     * @param fields what a text may say of them
     */
    record Reader(@Nullable Long id, Map<String, String> fields) {

        String name() {
            return fields.getOrDefault("name", "");
        }
    }

    /** Somebody invented stands in for nobody and for whoever must not be seen. */
    Reader reader(OptionalLong id) {
        return id.isEmpty() ? invented() : reader(id.getAsLong()).orElseGet(this::invented);
    }

    /** Empty when nobody is seen here by this number; whoever is, is in the access log. */
    Optional<Reader> reader(long person) {
        return recipients.fields(person).map(fields -> {
            accessLog.record("message.preview", null, List.of(person));
            return new Reader(person, fields);
        });
    }

    Reader invented() {
        return new Reader(null, recipients.invented());
    }

    /** What in a text cannot be understood, in the reader's language. */
    Optional<String> mistake(String text) {
        try {
            Template.parse(text, TemplateFields.standard().withTags(tags.titles(access.organizationId())));
            return Optional.empty();
        } catch (TemplateMistake mistake) {
            return Optional.of(mistake.sentence(page.language().locale()));
        }
    }

    /**
     * The words with everything that is put around them when they are sent.
     *
     * @throws InvalidInput where the text cannot be understood
     */
    ComposePreview.Letter of(TextRules.Written written, Reader reader, String author) {
        wording.personal(access.organizationId(), written.text(), written.subject());
        var worded = wording.of(texts.draft(written, author), reader.fields());
        if (written.channel() == Channel.SMS) {
            var from =
                    senders.usable(access.organizationId(), written.senderId()).map(SenderNames::shown);
            return new ComposePreview.Letter(from.orElse(null), null, null, worded.text());
        }
        var letter = letters.preview(access.organizationId(), worded.text(), MessageFields.language(reader.fields()));
        return new ComposePreview.Letter(
                letter.fromName(), Objects.requireNonNullElse(worded.subject(), ""), letter.fragment(), letter.text());
    }
}
