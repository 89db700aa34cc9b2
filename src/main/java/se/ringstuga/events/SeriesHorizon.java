package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Keeps every series laid out a good year ahead, so that people can sign up for each event and calendars show them. It may run
 * twice, late, or on two instances at once; what cannot be laid out holds up no other and is tried again the next time.
 */
@ApplicationScoped
class SeriesHorizon {

    private static final Logger LOG = Logger.getLogger(SeriesHorizon.class);

    private final SeriesLayout layout;

    SeriesHorizon(SeriesLayout layout) {
        this.layout = layout;
    }

    /** How many events there are more than before. */
    int layOut() {
        return layout.due().stream().mapToInt(this::layOut).sum();
    }

    private int layOut(long seriesId) {
        try {
            return layout.layOut(seriesId);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "series %d is tried again", seriesId);
            return 0;
        }
    }
}
