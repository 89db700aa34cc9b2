package se.ringstuga.phonebanks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evening's page, for the organizer and for a leader.
 *
 * @param slug whose bar is shown; null for a leader
 * @param leader their name; null for the organizer
 * @param board as HTML; null once it has closed
 * @param qr the join link as a picture; null once it has closed
 * @param wrong what did not work
 * @param newLeader a leader's link that is shown this once
 */
record RoomScreen(
        @Nullable String slug,
        String base,
        @Nullable String leader,
        PhoneBankView bank,
        String state,
        String colour,
        String lead,
        @Nullable String board,
        @Nullable String code,
        String enter,
        @Nullable String qr,
        List<LeaderView> leaders,
        @Nullable LeaderView newLeader,
        String hoursFrom,
        String hoursTo,
        @Nullable EveningResult result,
        @Nullable String wrong) {

    public boolean scheduled() {
        return bank.state() == PhoneBankView.State.SCHEDULED;
    }

    public boolean running() {
        return bank.state().running();
    }

    public boolean paused() {
        return bank.state() == PhoneBankView.State.PAUSED;
    }

    public boolean closed() {
        return bank.state() == PhoneBankView.State.CLOSED;
    }
}
