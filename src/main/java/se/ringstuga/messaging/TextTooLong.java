package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** 409: somebody's text has more parts than an SMS may have here. */
final class TextTooLong extends Conflict {

    TextTooLong(Estimate estimate, int most) {
        super(
                "text-too-long",
                "The text is too long for an SMS",
                "It takes %d parts for %d people; at most %d are allowed here. Shorten it."
                        .formatted(estimate.longest(), estimate.longestPeople(), most));
        with("parts", estimate.longest());
        with("most", most);
    }
}
