package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.ringstuga.http.Language;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.people.ImportOutlook;

/** Says of an import how many it brings into automations, what they get when, and how many joined too long ago (rule 32). */
@ApplicationScoped
class WelcomeOutlook implements ImportOutlook {

    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final Automations automations;
    private final Entries entries;
    private final EntryOutlook outlook;
    private final Flows flows;
    private final FlowCalendars calendars;
    private final OutlookWords words;
    private final StepWords steps;
    private final Clock clock;

    WelcomeOutlook(
            Automations automations,
            Entries entries,
            EntryOutlook outlook,
            Flows flows,
            FlowCalendars calendars,
            OutlookWords words,
            StepWords steps,
            Clock clock) {
        this.automations = automations;
        this.entries = entries;
        this.outlook = outlook;
        this.flows = flows;
        this.calendars = calendars;
        this.words = words;
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public Stream<Consequence> of(long organizationId, Instant importedAt, Locale language) {
        var reader = Language.preferred(language.getLanguage(), null);
        return automations.welcoming(organizationId).stream()
                .flatMap(automation -> of(automation, organizationId, importedAt, reader).stream());
    }

    private Optional<Consequence> of(
            Automation automation, long organizationId, Instant importedAt, Language language) {
        var flow = flows.of(automation).flow();
        if (!(flow.trigger() instanceof Trigger.Joined joined)) {
            return Optional.empty();
        }
        var calendar = calendars.of(automation.home());
        var now = clock.instant();
        var since = Since.imported(importedAt, now, Objects.requireNonNull(automation.enterFrom()), calendar);
        var ahead = outlook.of(new Entries.Entrance(automation, flow, since));
        var today = calendar.date(now);
        var tooOld = entries.tooOld(organizationId, importedAt, today.minusDays(joined.withinDays()), today);
        return Optional.of(new Consequence(
                "automation:" + automation.id(),
                ahead.in().all(),
                tooOld,
                String.join(", ", text(automation, ahead, tooOld, language))));
    }

    /** Such as "14 får välkomst-SMS i kväll, 2 saknar mobilnummer, 204 är för gamla". */
    private List<String> text(Automation automation, EntryOutlook.Ahead ahead, long tooOld, Language language) {
        var say = steps.say(language);
        var first = ahead.joined();
        var parts = new ArrayList<>(
                first == null
                        ? List.of(say.comeIn(ahead.in().joined(), automation.title()))
                        : words.of(first, when(automation, first.at(), language), language));
        if (ahead.in().moved() > 0) {
            parts.add(say.movedHere(ahead.in().moved()));
        }
        if (tooOld > 0) {
            parts.add(say.tooOld(tooOld));
        }
        return parts;
    }

    private String when(Automation automation, Instant at, Language language) {
        var zone = automation.home().zone();
        var now = clock.instant();
        var local = at.atZone(zone);
        return local.toLocalDate().equals(now.atZone(zone).toLocalDate())
                        && !local.toLocalTime().isBefore(EVENING)
                ? steps.say(language).tonight()
                : new SpokenTime(language, zone, now).day(at);
    }
}
