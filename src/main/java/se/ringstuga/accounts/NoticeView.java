package se.ringstuga.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff should look at and that nobody has marked as handled.
 *
 * @param organization the slug of the one it is about: the one asked for, or one below
 * @param subject what it is about, such as {@code caller:7}; null where only administrators may know
 * @param text the sentence, in the reader's language
 * @param words of a threat: what the caller wrote about it; null otherwise and for whoever is no administrator
 * @param forAdministrators only administrators may mark it as handled
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record NoticeView(
        long id,
        String organization,
        Notice.Kind kind,
        @Nullable String subject,
        String text,
        @Nullable String words,
        Instant createdAt,
        boolean forAdministrators) {}
