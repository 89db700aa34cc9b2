package se.ringstuga.people;

import org.jspecify.annotations.Nullable;

/** What was found in a file, as it is stored: readable with the key that its sender's browser has. */
final class LockedReport {

    private final byte[] bytes;

    LockedReport(byte[] bytes) {
        this.bytes = bytes;
    }

    static @Nullable LockedReport of(byte @Nullable [] bytes) {
        return bytes == null ? null : new LockedReport(bytes);
    }

    byte[] bytes() {
        return bytes;
    }
}
