package se.ringstuga.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out a moment ago, for everybody who asks again meanwhile. Whoever comes while it is worked out waits for
 * that instead of doing the same beside. Of too many those that were asked for least lately go.
 */
final class Lately<K, V> {

    private final int most;
    private final Duration life;
    private final Clock clock;
    private final Map<K, Worked<V>> entries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Worked<V>> eldest) {
            return size() > most;
        }
    };

    Lately(int most, Duration life, Clock clock) {
        this.most = most;
        this.life = life;
        this.clock = clock;
    }

    private static final class Worked<V> {
        private final ReentrantLock working = new ReentrantLock();
        private @Nullable V value;
        private Instant at = Instant.MIN;
    }

    V get(K key, Supplier<V> work) {
        var entry = entry(key);
        entry.working.lock();
        try {
            var now = clock.instant();
            var known = entry.value;
            if (known == null || now.isBefore(entry.at) || now.isAfter(entry.at.plus(life))) {
                known = work.get();
                entry.value = known;
                entry.at = now;
            }
            return known;
        } finally {
            entry.working.unlock();
        }
    }

    private Worked<V> entry(K key) {
        synchronized (entries) {
            return entries.computeIfAbsent(key, _ -> new Worked<>());
        }
    }
}
