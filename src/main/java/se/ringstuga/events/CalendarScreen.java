package se.ringstuga.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of a calendar show. */
final class CalendarScreen {

    private CalendarScreen() {}

    /**
     * What every view of a calendar has around it.
     *
     * @param staff whether it is the organizers' own view, with everything that is published
     * @param views the other ways to look at it
     * @param below the switch to the organizations below; null where there are none
     * @param feed what calendar programs subscribe to; null for organizers, whose view no program can open
     */
    record Frame(
            String slug,
            String name,
            boolean staff,
            List<View> views,
            @Nullable Toggle below,
            @Nullable Feed feed) {}

    record View(String name, String href, boolean current) {}

    record Toggle(String words, String href) {}

    /** @param program the same address for whatever opens calendars */
    record Feed(String address, String program) {}

    /**
     * One event in a list.
     *
     * @param number of the wheel; 0 where there is none
     * @param clock from when to when, without the day
     * @param about its place, its kind, and who holds it where that may be another
     */
    record Line(
            int number,
            String title,
            String href,
            String weekday,
            int day,
            String month,
            String when,
            String clock,
            String about,
            boolean cancelled,
            boolean moved) {}

    /** Some events with a heading. */
    record Group(String title, List<Line> lines) {}

    record ListPage(Frame frame, List<Line> lines, @Nullable String next) {}

    /** @param name the date in whole words */
    record Day(String name, int number, boolean outside, boolean today, List<Line> lines) {

        public boolean empty() {
            return lines.isEmpty();
        }
    }

    /** @param cut says that there may be more; null when this is all of it */
    record MonthPage(
            Frame frame,
            String title,
            List<String> weekdays,
            List<Day> days,
            boolean empty,
            @Nullable String cut,
            String before,
            String after) {}

    /**
     * The wheel with its list.
     *
     * @param inTheMiddle of the wheel: the name of whose year it is, where it fits
     * @param cut says that there may be more; null when this is all of it
     */
    record YearPage(
            Frame frame,
            YearWheel wheel,
            @Nullable String inTheMiddle,
            List<Group> months,
            int count,
            @Nullable String cut,
            String before,
            String after) {}
}
