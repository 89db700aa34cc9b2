/**
 * Text messages: what a text costs, and the providers that carry it, each behind {@link
 * se.ringstuga.messaging.sms.SmsGateway}.
 *
 * <p>One call here is one request to the provider. Nothing is ever sent again in this package: whether that is right is
 * known only to who asked.
 */
@NullMarked
package se.ringstuga.messaging.sms;

import org.jspecify.annotations.NullMarked;
