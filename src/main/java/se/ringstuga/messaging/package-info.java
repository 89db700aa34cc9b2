/** What organizers write to people: templates, and what sends them by SMS and e-mail without losing or doubling any. */
@NullMarked
package se.ringstuga.messaging;

import org.jspecify.annotations.NullMarked;
