package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;

/** What has to be there before anybody asks for it: the events of series, and invitations of those who fit by now. */
@ApplicationScoped
public class EventUpkeep {

    private final SeriesHorizon series;
    private final Invitations invitations;

    EventUpkeep(SeriesHorizon series, Invitations invitations) {
        this.series = series;
        this.invitations = invitations;
    }

    /** Answers how many events and invitations there are more than before. */
    public int run() {
        return series.layOut() + invitations.catchUp();
    }
}
