package se.ringstuga.inbox;

import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * What an organizer has written on a conversation's page.
 *
 * @param person whom it is for, where several share the number
 * @param key drawn when the form was shown
 * @param read the latest text of theirs that was shown
 */
public record AnswerForm(
        @RestForm String text,
        @RestForm String person,
        @RestForm String key,
        @RestForm String read) {

    /** Of several who may be chosen none is, until somebody is: browsers leave that field out. */
    public AnswerForm {
        text = Objects.requireNonNullElse(text, "");
        person = Objects.requireNonNullElse(person, "");
        key = Objects.requireNonNullElse(key, "");
        read = Objects.requireNonNullElse(read, "");
    }

    static AnswerForm fresh() {
        return new AnswerForm("", "", UUID.randomUUID().toString(), "");
    }

    /** Null for none, or for what is no person's id. */
    @Nullable
    Long personId() {
        return number(person);
    }

    /** 0 where the page had none to show. */
    long readTo() {
        return read(read);
    }

    /** What a page says was read: one that says nothing has shown nothing. */
    static long read(String written) {
        var number = number(written);
        return number == null ? 0 : number;
    }

    @Nullable
    private static Long number(String written) {
        return written.matches("[1-9][0-9]{0,17}") ? Long.valueOf(written) : null;
    }

    public boolean chose(long id) {
        return person.equals(Long.toString(id));
    }
}
