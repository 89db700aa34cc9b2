package se.ringstuga.events;

/** What people may ask for when they sign up. */
public enum Need {
    CHILDCARE,
    FOOD,
    ACCESS
}
