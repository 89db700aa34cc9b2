package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.automations.Rehearsals.Played;

/** Puts a flow on a clock of its own into the words of its page. */
@ApplicationScoped
class RehearsalScreens {

    private final DatedLines lines;
    private final PageWords words;
    private final Access access;
    private final Clock clock;

    RehearsalScreens(DatedLines lines, PageWords words, Access access, Clock clock) {
        this.lines = lines;
        this.words = words;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What is rehearsed.
     *
     * @param place of its page, below the automations
     * @param flow null while something in it has to be mended first
     */
    record Written(String place, String title, @Nullable Flow flow) {}

    /** @param on the day as somebody wrote it; today when empty */
    RehearsalScreen of(Written written, String on, boolean moved) {
        var day = on.isBlank() ? Optional.of(LocalDate.ofInstant(clock.instant(), access.zone())) : ThinkableDay.of(on);
        var flow = written.flow();
        return new RehearsalScreen(
                access.slug(),
                "/o/" + access.slug() + "/automations/" + written.place(),
                written.title(),
                day.map(LocalDate::toString).orElse(on),
                flow != null && !flow.moved().isEmpty(),
                moved,
                dates(flow, moved, day),
                flow == null ? words.editing().rehearsedLater() : null,
                day.isPresent() ? null : words.say().dayWrong());
    }

    private List<DatedLine> dates(@Nullable Flow flow, boolean moved, Optional<LocalDate> day) {
        return flow == null || day.isEmpty()
                ? List.of()
                : lines.of(new Played(
                        Automation.Home.of(access), flow.steps(moved), day.get().atTime(LocalTime.NOON)));
    }
}
