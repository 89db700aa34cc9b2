package se.ringstuga.events;

/**
 * Where somebody stands with an event, in the words that other tools use: Mobilize's, and two of our own for those who have
 * not answered or wait.
 */
enum RegistrationStatus {
    INVITED,
    /** {@link SignUpState#SIGNED_UP}. */
    REGISTERED,
    /** The same, and said since the event was last moved that they still come. */
    CONFIRMED,
    WAITING,
    CANCELLED,
    ATTENDED,
    /** {@link SignUpState#ABSENT}. */
    NO_SHOW;

    /** In SQL over the aliases {@code u}, a sign-up, and {@code e}, its event. */
    static final String SQL = """
            case u.state when 'SIGNED_UP' then
                   case when u.confirmed_at > coalesce(e.moved_at, '-infinity') then 'CONFIRMED' else 'REGISTERED' end
                 when 'ABSENT' then 'NO_SHOW' else u.state end""";
}
