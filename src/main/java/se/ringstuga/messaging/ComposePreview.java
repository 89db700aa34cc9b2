package se.ringstuga.messaging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text becomes for one person, and for whom it is meant in numbers.
 *
 * @param person for whom it is shown; null for somebody invented
 * @param mistake what in the text cannot be understood; the rest is empty then
 * @param counts length, parts and price of it, a few words each
 * @param warnings what the writer may not have meant
 * @param relativeDay a word that may be wrong on the day it is sent; null where there is none
 * @param chosen whether it is known to whom it goes, also where they cannot be counted yet
 * @param who null as long as nobody is chosen, or the rest is such that nobody can be counted
 */
record ComposePreview(
        String shownFor,
        @Nullable Long person,
        Letter letter,
        @Nullable String mistake,
        List<String> counts,
        List<Costly> costly,
        List<String> warnings,
        @Nullable String relativeDay,
        boolean chosen,
        @Nullable Who who) {

    /**
     * The message itself.
     *
     * @param from what stands above it on the phone
     * @param html an e-mail's text as it will look, through the allow-list of its renderer; null for an SMS
     * @param text an SMS, or the plain alternative of an e-mail
     */
    record Letter(
            @Nullable String from,
            @Nullable String subject,
            @Nullable String html,
            String text) {}

    /** @param replacement empty where the character can be left out; null where nothing would do */
    record Costly(String character, @Nullable String replacement, String label, String action) {}

    /**
     * The equation of everybody chosen.
     *
     * @param withoutMobile how many could only be called, and where that is done
     * @param closed that it waits for the association to open, and until when; null when it does not
     */
    record Who(
            List<Term> terms,
            @Nullable String price,
            @Nullable Call withoutMobile,
            @Nullable String closed) {}

    /** @param sign what stands before the number; nothing before the first */
    record Term(String sign, long count, String words) {}

    record Call(String words, String address) {}
}
