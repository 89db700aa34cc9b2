package se.ringstuga.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has under way, and who may take it over.
 *
 * @param base of the staff's pages
 * @param then where it goes on: {@code removal}, or empty
 * @param passesOn whether any of it can be handed over
 * @param handed what was just handed over, in words
 * @param wrong what is wrong with the choice of who takes over
 */
record HeldScreen(
        String base,
        long id,
        String name,
        String then,
        List<Line> held,
        boolean passesOn,
        List<Taker> takers,
        @Nullable String handed,
        @Nullable String wrong) {

    /**
     * One thing.
     *
     * @param address where it can be ended; null where it is handed over
     */
    record Line(
            String kind,
            String title,
            String organization,
            @Nullable String address) {}

    record Taker(long id, String name) {}
}
