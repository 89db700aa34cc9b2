package se.ringstuga.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What figures must reach. Whatever does not is named, and the command fails. */
public final class Bounds {

    private final List<String> missed = new ArrayList<>();

    /** What is not a number reaches nothing. */
    public void atLeast(String name, double value, double least) {
        require(value >= least, name, value, "at least", least);
    }

    public void atMost(String name, double value, double most) {
        require(value <= most, name, value, "at most", most);
    }

    public void below(String name, double value, double limit) {
        require(value < limit, name, value, "below", limit);
    }

    public void none(String name, int value) {
        require(value == 0, name, value, "exactly", 0);
    }

    private void require(boolean reached, String name, double value, String how, double bound) {
        if (!reached) {
            missed.add(String.format(Locale.ROOT, "%s is %s and must be %s %s", name, value, how, bound));
        }
    }

    public List<String> missed() {
        return List.copyOf(missed);
    }

    /** Names what was missed; the exit code of the command. */
    public int told(PrintStream to) {
        missed.forEach(to::println);
        return missed.isEmpty() ? 0 : 1;
    }
}
