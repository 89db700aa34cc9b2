package se.ringstuga.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import se.ringstuga.events.YearWheel.Item;
import se.ringstuga.events.YearWheel.Point;

/**
 * What is written around the wheel. A label may stand a few degrees after its event; where events crowd more than that,
 * they share one label of numbers, and the list below the wheel says what they are. No two labels ever touch.
 */
final class WheelLabels {

    /** What a line of text takes at the rim. */
    static final double APART = 2.3;

    /** Farther from its event than this a label would seem to belong to another week. */
    static final double FARTHEST = 6;

    private static final double LINE_FROM = 384;
    private static final double LINE_TO = 396;
    private static final double TEXT_AT = 400;
    private static final int LONGEST = 22;
    private static final int FULL = 360;

    private WheelLabels() {}

    /**
     * @param items the events that it stands for, in order
     * @param degrees where it stands, clockwise from the top
     * @param transform turns it outwards from the middle, readable from the left on both sides
     * @param end whether the text ends at the rim, as on the left side
     * @param line from the rim, where the event is, to the text
     */
    record Label(List<Item> items, String text, double degrees, String transform, boolean end, String line) {

        /** The event itself, where there is only one. */
        public boolean single() {
            return items.size() == 1;
        }

        public Item first() {
            return items.getFirst();
        }

        public boolean cancelled() {
            return items.stream().allMatch(Item::cancelled);
        }
    }

    private record Slot(List<Item> items, double wanted, double placed) {

        Slot with(Item another) {
            var all = new ArrayList<>(items);
            all.add(another);
            return new Slot(List.copyOf(all), wanted, placed);
        }
    }

    /** @param degrees where each event is, from 0 to 360 */
    static List<Label> of(List<Item> items, ToDoubleFunction<Item> degrees) {
        var slots = new ArrayList<Slot>();
        items.stream()
                .sorted(Comparator.comparingDouble(degrees).thenComparingInt(Item::number))
                .forEach(item -> place(item, degrees.applyAsDouble(item), slots));
        return slots.stream().map(WheelLabels::label).toList();
    }

    /** At its place or as near after it as there is room, otherwise to the label before. */
    private static void place(Item item, double wanted, List<Slot> slots) {
        if (slots.isEmpty()) {
            slots.add(new Slot(List.of(item), wanted, wanted));
            return;
        }
        var last = slots.getLast();
        double placed = Math.max(wanted, last.placed() + APART);
        double roundAgain = slots.getFirst().placed() + FULL - APART;
        if (placed - wanted > FARTHEST || placed > roundAgain) {
            slots.set(slots.size() - 1, last.with(item));
        } else {
            slots.add(new Slot(List.of(item), wanted, placed));
        }
    }

    private static Label label(Slot slot) {
        double turn = slot.placed() % FULL;
        boolean end = turn > FULL / 2.0;
        double rotation = end ? turn + 90 : turn - 90;
        double offset = end ? -TEXT_AT : TEXT_AT;
        return new Label(
                slot.items(),
                text(slot.items()),
                YearWheel.rounded(slot.placed()),
                "rotate(%s) translate(%s 0)".formatted(YearWheel.rounded(rotation), YearWheel.rounded(offset)),
                end,
                "M" + Point.at(LINE_FROM, slot.wanted()).written() + "L"
                        + Point.at(LINE_TO, slot.placed()).written());
    }

    private static String text(List<Item> items) {
        var first = items.getFirst();
        if (items.size() > 1) {
            return first.number() + "–" + items.getLast().number();
        }
        var title = first.title();
        int end = title.offsetByCodePoints(0, Math.min(LONGEST, title.codePointCount(0, title.length())));
        return first.number() + " "
                + (end == title.length() ? title : title.substring(0, end).strip() + "…");
    }
}
