package se.ringstuga.segments;

import java.util.List;
import se.ringstuga.http.Conflict;

/** 409: whoever takes the segment away would change whom these mean; {@code uses} names them. */
final class SegmentInUse extends Conflict {

    SegmentInUse(List<SegmentUse> uses) {
        super(
                "segment-in-use",
                "The segment is in use",
                "Choose other people there first, or change the segment instead.");
        with("uses", uses);
    }
}
