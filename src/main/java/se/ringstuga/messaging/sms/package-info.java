/** SMS: what a text costs and how it is split, and the gateways that carry it. */
@NullMarked
package se.ringstuga.messaging.sms;

import org.jspecify.annotations.NullMarked;
