package se.ringstuga.segments;

/** What the kinds of conditions are called, and under which heading they are chosen. */
final class KindWords {

    private KindWords() {}

    static String of(ConditionKind kind, ConditionMessages say) {
        return switch (kind) {
            case JOINED -> say.kindJoined();
            case PAID -> say.kindPaid();
            case ORGANIZATION -> say.kindOrganization();
            case TAG -> say.kindTag();
            case FIELD -> say.kindField();
            case REACHABLE -> say.kindReachable();
            case ANSWERED -> say.kindAnswered();
            case OPTION -> say.kindOption();
            case WRITTEN -> say.kindWritten();
            case VALUE -> say.kindValue();
            case CALLS -> say.kindCalls();
            case BROADCAST -> say.kindBroadcast();
            case MESSAGED -> say.kindMessaged();
            case EVENTS -> say.kindEvents();
        };
    }

    static String heading(ConditionKind kind, ConditionMessages say) {
        return switch (kind) {
            case JOINED, PAID, ORGANIZATION -> say.membershipHeading();
            case TAG, FIELD, REACHABLE -> say.personHeading();
            case ANSWERED, OPTION, WRITTEN, VALUE -> say.surveysHeading();
            case CALLS, BROADCAST, MESSAGED, EVENTS -> say.contactHeading();
        };
    }
}
