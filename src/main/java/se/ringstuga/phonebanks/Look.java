package se.ringstuga.phonebanks;

import se.ringstuga.http.Language;

/**
 * For whom the board is drawn; all who share a look share the drawing.
 *
 * @param base the address below which this viewer acts; unused on the wall
 */
record Look(Kind kind, String base, Language language) {

    enum Kind {
        /** Whoever leads the evening: sees who waits, and acts. */
        LEAD,
        /** Everybody in the room. */
        WALL
    }
}
