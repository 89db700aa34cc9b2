/**
 * Whether a person may be contacted: recorded consent, do-not-call, suppressed numbers, and the one contact policy, usable
 * as a condition over many people and as a check of one.
 */
@NullMarked
package se.ringstuga.contact;

import org.jspecify.annotations.NullMarked;
