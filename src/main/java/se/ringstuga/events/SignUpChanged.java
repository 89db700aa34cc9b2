package se.ringstuga.events;

import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Consents;

/**
 * A sign-up has another state.
 *
 * @param organizationId the event's
 * @param person null for a guest who is not in the register
 * @param before null when there was none; WAITING before SIGNED_UP means that a place became free
 * @param source the name of a {@link SignUpSource}: of what was done, also when it let somebody else move up
 */
public record SignUpChanged(
        long signUpId,
        long eventId,
        long organizationId,
        Consents.@Nullable Person person,
        @Nullable SignUpState before,
        SignUpState now,
        String source) {}
