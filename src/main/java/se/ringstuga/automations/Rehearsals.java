package se.ringstuga.automations;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.Rehearsal.Happening;
import se.ringstuga.http.Language;
import se.ringstuga.messaging.ScheduledTexts;
import se.ringstuga.segments.FilterWords;

/** Rehearses flows, also those that are no automation yet, and says in words what would happen. */
@ApplicationScoped
class Rehearsals {

    private final FlowCalendars calendars;
    private final ScheduledTexts texts;
    private final FlowTexts shown;
    private final StepWords words;
    private final FilterWords filters;

    Rehearsals(FlowCalendars calendars, ScheduledTexts texts, FlowTexts shown, StepWords words, FilterWords filters) {
        this.calendars = calendars;
        this.texts = texts;
        this.shown = shown;
        this.words = words;
        this.filters = filters;
    }

    /**
     * Something that would happen.
     *
     * @param step the key of the step
     * @param says what it does
     * @param at when; of a wait when it begins
     * @param latest it may happen earlier, when what is waited for before it does
     * @param until of a wait, when it is over
     * @param text of what is sent, as somebody invented would get it
     * @param when only if all of this is so, in words
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            String step,
            String says,
            Instant at,
            boolean latest,
            @Nullable Instant until,
            @Nullable String text,
            List<String> when) {}

    /**
     * What is played.
     *
     * @param home whose closed days, quiet hours and clock hold
     * @param start by the association's clock
     */
    record Played(Automation.Home home, List<Step> steps, LocalDateTime start) {

        Played {
            steps = List.copyOf(steps);
        }
    }

    List<Line> of(Played played, Language language) {
        var home = played.home();
        var happenings = Rehearsal.of(
                played.steps(),
                played.start().atZone(home.zone()).toInstant(),
                calendars.of(home),
                texts.quietHours(home.organizationId()));
        return happenings.stream()
                .map(happening -> line(home.organizationId(), happening, language))
                .toList();
    }

    private Line line(long organization, Happening happening, Language language) {
        var step = happening.step();
        return new Line(
                step.key(),
                words.of(organization, step, language),
                happening.at(),
                happening.latest(),
                happening.until().equals(happening.at()) ? null : happening.until(),
                text(organization, step),
                happening.when().stream().map(only -> only(only, language)).toList());
    }

    private String only(Rehearsal.Only only, Language language) {
        var said = filters.of(only.filter(), language);
        return only.holds()
                ? words.say(language).when(said)
                : words.say(language).unless(said);
    }

    private @Nullable String text(long organization, Step step) {
        return switch (step) {
            case Step.Send send -> shown.shown(organization, send.letter(), false);
            case Step.Invite invite -> shown.shown(organization, invite.letter(), true);
            case Step.Tell tell -> tell.text();
            case Step.Wait _, Step.WaitUntil _, Step.WaitFor _, Step.Branch _, Step.Call _, Step.Tag _, Step.Hook _ ->
                null;
        };
    }
}
