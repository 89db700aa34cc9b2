package se.ringstuga.events;

/** What people may ask for when they sign up. */
public enum Need {
    CHILDCARE,
    FOOD,
    ACCESS;

    String named(EventPageMessages say) {
        return switch (this) {
            case CHILDCARE -> say.childcare();
            case FOOD -> say.food();
            case ACCESS -> say.access();
        };
    }
}
