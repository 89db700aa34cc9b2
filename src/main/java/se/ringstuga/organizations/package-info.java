/** The tree of organizations: who lies below whom, their time zone, calling hours and settings. */
@NullMarked
package se.ringstuga.organizations;

import org.jspecify.annotations.NullMarked;
