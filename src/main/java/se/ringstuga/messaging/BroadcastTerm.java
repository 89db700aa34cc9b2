package se.ringstuga.messaging;

import org.jspecify.annotations.Nullable;

/**
 * One number of an account on a page.
 *
 * @param sign what stands before it; nothing before the first
 * @param address of the people behind it; null where there are none to show
 * @param colour in which its part of the bar is drawn
 */
record BroadcastTerm(
        String sign, long count, String words, @Nullable String address, String colour) {}
