package se.ringstuga.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Of very many different texts a number to reckon from, each of which stands for its share of the people. Which ones follows
 * from what they say, as if by chance, so the same people give the same numbers.
 */
final class DrawnTexts {

    private final int most;
    private final PriorityQueue<Freezing.Group> texts =
            new PriorityQueue<>(Comparator.comparingLong(Freezing.Group::hash).reversed());
    private final List<Freezing.Group> without = new ArrayList<>();
    private long people;
    private boolean all = true;

    DrawnTexts(int most) {
        this.most = most;
    }

    /** @param all whether nothing but what was counted is in them */
    record Drawn(boolean all, List<Freezing.Group> groups) {}

    void add(Freezing.Group group) {
        if (group.reason() != null) {
            without.add(group);
            return;
        }
        people += group.people();
        texts.add(group);
        if (texts.size() > most) {
            texts.remove();
            all = false;
        }
    }

    /** Whoever gets no text is counted to the last one, and so are all together. */
    Drawn drawn() {
        var groups = new ArrayList<>(without);
        var drawn = texts.stream().mapToLong(Freezing.Group::people).sum();
        long before = 0;
        long counted = 0;
        for (var text : texts) {
            before += text.people();
            var share = people * before / drawn - counted;
            counted += share;
            groups.add(text.of(share));
        }
        return new Drawn(all, List.copyOf(groups));
    }
}
