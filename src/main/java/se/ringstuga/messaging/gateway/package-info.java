/**
 * What comes back from those who carry messages, by SMS or by e-mail, in words of our own: what one attempt came to, and
 * what is told of it afterwards.
 *
 * <p>Nothing here is an exception: that a provider refuses, is out of order or falls silent is expected, and is data.
 */
@NullMarked
package se.ringstuga.messaging.gateway;

import org.jspecify.annotations.NullMarked;
