/**
 * Live selections of people: a filter tree read from JSON, evaluated as one statement with parameters only.
 *
 * <p>A segment stores no people. It reads the tables of other features in SQL text, never through their classes. Nobody
 * with a protected identity is ever in one.
 */
@NullMarked
package se.ringstuga.segments;

import org.jspecify.annotations.NullMarked;
