/**
 * Messages by SMS and email: whom a send goes to is frozen, each message is sent once in effect, and what became of every
 * single one can be told afterwards.
 */
@NullMarked
package se.ringstuga.messaging;

import org.jspecify.annotations.NullMarked;
