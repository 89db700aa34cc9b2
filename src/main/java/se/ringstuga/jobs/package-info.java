/** When what recurs happens: every schedule in one file, the work itself in the features. */
@NullMarked
package se.ringstuga.jobs;

import org.jspecify.annotations.NullMarked;
