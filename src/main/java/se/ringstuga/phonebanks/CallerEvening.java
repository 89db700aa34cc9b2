package se.ringstuga.phonebanks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.calling.CallerSession;

/** What a caller's pages say of the evening they are part of; in templates {@code cdi:evening}, through {@code {#evening /}}. */
@Named("evening")
@RequestScoped
public class CallerEvening {

    private final CallerSession session;
    private final RoomCallers callers;
    private RoomCallers.@Nullable Told told;
    private boolean asked;

    @Inject
    CallerEvening(CallerSession session, RoomCallers callers) {
        this.session = session;
        this.callers = callers;
    }

    /** Whether the caller's list has an evening that is open. */
    public boolean isOpen() {
        return told().isPresent();
    }

    /** To all callers; null where nothing was said. */
    public @Nullable String getMessage() {
        return told().map(RoomCallers.Told::message).orElse(null);
    }

    public boolean isHelpAsked() {
        return told().map(RoomCallers.Told::helpAsked).orElse(false);
    }

    /** Asked for once a request. */
    private Optional<RoomCallers.Told> told() {
        if (!asked) {
            asked = true;
            told = session.known().flatMap(callers::evening).orElse(null);
        }
        return Optional.ofNullable(told);
    }
}
