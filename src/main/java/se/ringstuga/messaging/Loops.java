package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The threads of this instance that work without being asked, watched together. */
@ApplicationScoped
public class Loops {

    private final List<Loop> all = new CopyOnWriteArrayList<>();

    /** Started, and watched from now on. */
    public void begin(Loop loop) {
        all.add(loop);
        loop.start();
    }

    List<Loop> all() {
        return List.copyOf(all);
    }

    /** One that has ended without being told to would be missed by nobody but those who wait for their messages. */
    public void startAgain() {
        all.forEach(Loop::startAgain);
    }
}
