package se.ringstuga.automations;

import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;

/**
 * What a person is sent.
 *
 * @param by the channels that may carry it
 * @param text of an SMS, or of either
 * @param subject null where no e-mail is sent
 * @param survey whose personal link stands for {@code {länk}}; null for none
 * @param relativeDayMeant whoever wrote "i kväll" meant it (rule 31)
 * @param withinHours so long after its time it is still worth sending; afterwards it is skipped with the reason and the flow goes on
 */
record Letter(
        By by,
        Purpose purpose,
        String text,
        @Nullable String subject,
        @Nullable SurveyToAnswer survey,
        int withinHours,
        boolean relativeDayMeant) {

    /** Which channels. */
    enum By {
        SMS,
        EMAIL,
        /** Only one of them: the person's own choice, else SMS, else e-mail. */
        FIRST
    }

    /** @param id null for a survey of the automation's own, which it makes */
    record SurveyToAnswer(@Nullable Long id) {}
}
