package se.ringstuga.people;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whoever acts on an import says beforehand what will come of it. It is asked within the import's transaction, when everything
 * is written and perhaps about to be rolled back, and it changes nothing.
 */
public interface ImportOutlook {

    /**
     * What comes of the import.
     *
     * @param importedAt what the rows carry that it has written
     */
    Stream<Consequence> of(long organizationId, Instant importedAt, Locale language);

    /**
     * Something that will happen because of the import.
     *
     * @param subject what does it, as {@code automation:7}
     * @param people to how many
     * @param leftOut to how many it does not because it is too late for them
     * @param text the same in a sentence
     */
    record Consequence(String subject, long people, long leftOut, String text) {}
}
