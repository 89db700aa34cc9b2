/** Who may do what: staff and roles, second factor, sessions, API tokens, links, and the log of who saw whom. */
@NullMarked
package se.ringstuga.accounts;

import org.jspecify.annotations.NullMarked;
