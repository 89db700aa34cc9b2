package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** 409: what people texted meanwhile could not be fetched, and somebody may have said no. */
final class ListUnavailable extends Conflict {

    ListUnavailable() {
        super(
                "list-unavailable",
                "The provider's list could not be read",
                "What people texted since the backup could not be fetched, and some of them may have said no. Try again in a"
                        + " while, or release with `withoutTexts: true`.");
    }
}
