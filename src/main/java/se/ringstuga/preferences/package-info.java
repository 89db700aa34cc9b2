/**
 * What a person wants to receive and how: personal links that lead to a page without sign-in, that page, unsubscribing with
 * one click, and the same for staff and tools. What is decided here is kept by {@code contact}.
 */
@NullMarked
package se.ringstuga.preferences;

import org.jspecify.annotations.NullMarked;
