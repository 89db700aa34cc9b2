package se.ringstuga.messaging.sms;

import java.util.List;
import java.util.Optional;

/** What came of reading a page of the provider's list. */
public sealed interface Listing {

    /**
     * A page, newest first. That a message is not in it proves nothing: lists lag by minutes, and by hours on bad days.
     *
     * @param next where to go on; empty on the last page
     */
    record Page(List<ListedSms> messages, Optional<Next> next) implements Listing {}

    /** The list could not be read this time. */
    record Unavailable(String why) implements Listing {}

    /** Where the next page is, in the provider's own words. */
    record Next(String address) {}
}
