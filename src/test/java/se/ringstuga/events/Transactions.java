package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Runs what belongs to its caller's transaction. */
@ApplicationScoped
class Transactions {

    @Transactional
    <T> T in(Supplier<T> work) {
        return work.get();
    }
}
