package se.ringstuga.messaging.sms;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a page of something that the provider keeps.
 *
 * @param <T> what stands on it
 */
public sealed interface Listing<T> {

    /**
     * A page, newest first. That something is not in it proves nothing: lists lag by minutes, and by hours on bad days.
     *
     * @param next where to go on; empty on the last page
     */
    record Page<T>(List<T> listed, Optional<Next> next) implements Listing<T> {}

    /** The list could not be read this time. */
    record Unavailable<T>(String why) implements Listing<T> {}

    /** Where the next page is, in the provider's own words. */
    record Next(String address) {}
}
