package se.ringstuga.phonebanks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done with one press of a button on an evening's page. */
enum Act {
    OPEN(false),
    PAUSE(true),
    RESUME(true),
    EXTEND(true),
    CLOSE(true),
    UNTELL(true),
    CODE(false),
    LINK(false),
    WALL(false),
    DARK(false);

    private final boolean leaders;

    Act(boolean leaders) {
        this.leaders = leaders;
    }

    /** Whether a named leader may (rule 36). */
    boolean leaders() {
        return leaders;
    }

    static Optional<Act> of(String path) {
        return Arrays.stream(values())
                .filter(act -> act.name().toLowerCase(Locale.ROOT).equals(path))
                .findFirst();
    }
}
