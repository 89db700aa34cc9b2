package se.ringstuga.events;

/** By what way a sign-up came. */
public enum SignUpSource {
    INVITATION,
    /** The person's own link. */
    LINK,
    /** The association's public page. */
    PUBLIC,
    /** A caller, on the phone with the person. */
    CALL,
    ORGANIZER,
    SMS,
    /** Came and was let in. */
    DOOR,
    API;

    /** Staff and tools add whom they like as long as the event is ahead; people themselves keep to its terms. */
    boolean bound() {
        return switch (this) {
            case LINK, PUBLIC, CALL, SMS -> true;
            case INVITATION, ORGANIZER, DOOR, API -> false;
        };
    }
}
