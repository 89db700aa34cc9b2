package se.ringstuga.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of reading one cell: a value, a problem, or both when only a part of the cell could be kept. */
record ReadCell<T>(@Nullable T value, @Nullable ProblemCode problem) {

    static <T> ReadCell<T> good(T value) {
        return new ReadCell<>(value, null);
    }

    static <T> ReadCell<T> empty() {
        return new ReadCell<>(null, null);
    }

    static <T> ReadCell<T> bad(ProblemCode problem) {
        return new ReadCell<>(null, problem);
    }

    static <T> ReadCell<T> partly(T value, ProblemCode problem) {
        return new ReadCell<>(value, problem);
    }

    Optional<T> found() {
        return Optional.ofNullable(value);
    }
}
