/**
 * Surveys, who answered them and what they say together.
 *
 * <p>A survey is a list of numbered versions. Changing a question makes a new version and old answers keep theirs; the
 * versions of one question or option share a lineage, which results and segments follow. A survey may be used by the
 * organization that owns it and by those below; answers belong to the person's organization and never travel down or
 * sideways.
 */
@NullMarked
package se.ringstuga.surveys;

import org.jspecify.annotations.NullMarked;
