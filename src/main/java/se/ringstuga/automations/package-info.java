/**
 * Flows that people pass by themselves, from what brings them in through waits, conditions and actions to the end; the welcome
 * of new members among them.
 *
 * <p>A definition is data, a person in it is a row, and a step happens once per person, kept by the database. The tick only
 * looks at what is due: it may run twice, late or on another node without harm. docs/automations.md tells the whole.
 */
@NullMarked
package se.ringstuga.automations;

import org.jspecify.annotations.NullMarked;
