/**
 * Where the data lies: which database to use, the embedded PostgreSQL that serves when none is configured, and the watch
 * that compares this machine's clock with the database's.
 *
 * <p>Everything but that watch runs before Quarkus does and therefore depends on nothing of it.
 */
@NullMarked
package se.ringstuga.database;

import org.jspecify.annotations.NullMarked;
