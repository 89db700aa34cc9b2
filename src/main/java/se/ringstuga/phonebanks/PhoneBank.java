package se.ringstuga.phonebanks;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One evening as it is stored, with what its pages say of the organization. */
record PhoneBank(
        long id,
        long organizationId,
        String slug,
        String organization,
        ZoneId zone,
        long assignmentId,
        String title,
        @Nullable Integer goal,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant pausedAt,
        @Nullable String code,
        String linkNonce,
        @Nullable String wallNonce,
        @Nullable String message,
        int version) {

    PhoneBankView.State state() {
        if (closedAt != null) {
            return PhoneBankView.State.CLOSED;
        }
        if (openedAt == null) {
            return PhoneBankView.State.SCHEDULED;
        }
        return pausedAt == null ? PhoneBankView.State.OPEN : PhoneBankView.State.PAUSED;
    }

    boolean running() {
        return state().running();
    }

    /** From when the evening's calls count. */
    Instant since() {
        return openedAt == null ? opensAt : openedAt;
    }
}
