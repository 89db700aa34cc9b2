/**
 * The call queue: assignments and their callers, who is handed to whom, what came of it, and what follows. Its state lives
 * in few short statements (see docs/calling.md) rather than in entities, because every claim waits for them.
 */
@NullMarked
package se.ringstuga.calling;

import org.jspecify.annotations.NullMarked;
