package se.ringstuga.chaos;

import org.jspecify.annotations.Nullable;

/**
 * What the application says of one recipient.
 *
 * @param state as it is stored
 * @param code why it failed
 */
record Believed(String address, String state, @Nullable String code) {}
