package se.ringstuga.messaging.sms;

/** A provider's own list of messages, read a page at a time; to be read outside of any transaction. */
public interface SmsList {

    /** The first page of the window, newest first. */
    Listing<ListedSms> first(TwilioMessages.Window window);

    /** A page further on. */
    Listing<ListedSms> next(Listing.Next next);
}
