/**
 * What other tools are told: endpoints, an outbox that is part of the business transaction, and deliveries that are signed,
 * repeated and, in the end, put aside to be replayed. It tells ids and types and nothing about anybody.
 */
@NullMarked
package se.ringstuga.webhooks;

import org.jspecify.annotations.NullMarked;
