/**
 * Messages by e-mail: how they look, how they are handed to a mail server once, and what comes back. Nothing here decides
 * who gets one; see docs/decisions/040-smtp-that-knows-how-far-it-came.md for why the mail to staff goes another way.
 */
@NullMarked
package se.ringstuga.messaging.email;

import org.jspecify.annotations.NullMarked;
