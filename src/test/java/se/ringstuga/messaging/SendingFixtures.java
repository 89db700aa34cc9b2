package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Drives the sending from tests of other features. */
@ApplicationScoped
public class SendingFixtures {

    @Inject
    Dispatcher dispatcher;

    @Inject
    HookReader hooks;

    @Transactional
    public void inTransaction(Runnable work) {
        work.run();
    }

    /** Until nothing is due, and everything that the provider told is read. */
    public void sendAll() {
        while (dispatcher.sendOneBatch()) {
            // One batch after the other.
        }
        while (hooks.read() > 0) {
            // One batch after the other.
        }
    }
}
