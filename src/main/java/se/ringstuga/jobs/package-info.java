/**
 * When what recurs happens: every schedule in one file, the work itself in the features. A job runs under a lease in its row, and
 * what came of it stands there: Quartz and its triggers only say when to look.
 */
@NullMarked
package se.ringstuga.jobs;

import org.jspecify.annotations.NullMarked;
