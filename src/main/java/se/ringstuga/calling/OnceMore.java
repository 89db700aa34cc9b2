package se.ringstuga.calling;

import java.util.function.Supplier;
import se.ringstuga.database.SqlFailed;

/** Two transactions may want each other's rows in the end; PostgreSQL ends one of them, which simply tries again. */
final class OnceMore {

    private OnceMore() {}

    /** @param work a whole transaction, so not to be called inside of one */
    static <T> T of(Supplier<T> work) {
        try {
            return work.get();
        } catch (SqlFailed failed) {
            if (failed.mayBeTriedAgain()) {
                return work.get();
            }
            throw failed;
        }
    }
}
