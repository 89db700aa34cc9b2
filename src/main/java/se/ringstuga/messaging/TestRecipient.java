package se.ringstuga.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Who tries a text.
 *
 * @param personId who one is in the register; the person with the address one signs in with when absent
 */
record TestRecipient(@Nullable Long personId) {}
