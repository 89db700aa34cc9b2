/**
 * The people of the register: reading a member register as it really looks, keeping one row a person, finding them again
 * and showing what happened with them. The import follows rules 1 to 5; search text and sort order are made here, in
 * Java, so that the import and every edit agree about them.
 */
@NullMarked
package se.ringstuga.people;

import org.jspecify.annotations.NullMarked;
