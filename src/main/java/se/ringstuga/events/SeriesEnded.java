package se.ringstuga.events;

import se.ringstuga.http.Conflict;

/** 409: the series has ended, for good. */
final class SeriesEnded extends Conflict {

    SeriesEnded() {
        super("series-ended", "The series has ended", "A series that was ended stays so; make a new one.");
        with("state", "ENDED");
    }
}
