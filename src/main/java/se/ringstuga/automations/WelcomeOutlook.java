package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.ringstuga.automations.Rehearsal.Happening;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.Language;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.messaging.ScheduledTexts;
import se.ringstuga.people.ImportOutlook;
import se.ringstuga.segments.Filter;

/** Says of an import how many it brings into automations, what they get when, and how many joined too long ago (rule 32). */
@ApplicationScoped
class WelcomeOutlook implements ImportOutlook {

    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private static final NamedSql TOO_OLD = NamedSql.of("""
            select count(*) as people from person p join membership m on m.organization_id = p.organization_id and m.person_id = p.id
            where p.organization_id = :organization and p.updated_at = :imported and p.created_at = :imported
              and m.joined_on < :oldest and (m.left_on is null or m.left_on > :today)""");

    private final Automations automations;
    private final Entries entries;
    private final Flows flows;
    private final FlowCalendars calendars;
    private final ScheduledTexts texts;
    private final StepWords words;
    private final Sql sql;
    private final Clock clock;

    WelcomeOutlook(
            Automations automations,
            Entries entries,
            Flows flows,
            FlowCalendars calendars,
            ScheduledTexts texts,
            StepWords words,
            Sql sql,
            Clock clock) {
        this.automations = automations;
        this.entries = entries;
        this.flows = flows;
        this.calendars = calendars;
        this.texts = texts;
        this.words = words;
        this.sql = sql;
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
        var count = entries.count(new Entries.Entrance(automation, flow, since));
        var letter = first(automation, flow);
        var reached = letter.map(happening -> entries.count(
                                new Entries.Entrance(automation, reachable(flow, letter(happening)), since))
                        .joined())
                .orElse(count.joined());
        var today = calendar.date(now);
        var tooOld = sql.first(
                        TOO_OLD,
                        Map.of(
                                "organization", organizationId,
                                "imported", importedAt,
                                "oldest", today.minusDays(joined.withinDays()),
                                "today", today),
                        row -> row.number("people"))
                .orElse(0L);
        return Optional.of(new Consequence(
                "automation:" + automation.id(),
                count.all(),
                tooOld,
                text(automation, letter, new Counted(count, reached, tooOld), language)));
    }

    /** @param reached of those who join, whom the first message has a way to */
    private record Counted(Entries.Count in, long reached, long tooOld) {}

    /** The same for those alone whom the letter has a way to. */
    private static Flow reachable(Flow flow, Letter letter) {
        var mobile = new Filter.Reachable(Filter.Means.MOBILE);
        var email = new Filter.Reachable(Filter.Means.EMAIL);
        Filter way = switch (letter.by()) {
            case SMS -> mobile;
            case EMAIL -> email;
            case FIRST -> new Filter.Any(List.of(mobile, email));
        };
        var who = flow.who();
        return new Flow(
                flow.trigger(), who == null ? way : new Filter.All(List.of(who, way)), flow.steps(), flow.moved());
    }

    private static Letter letter(Happening happening) {
        return ((Step.Send) happening.step()).letter();
    }

    /** Such as "14 får välkomst-SMS i kväll, 204 är för gamla". */
    private String text(Automation automation, Optional<Happening> letter, Counted counted, Language language) {
        var say = words.say(language);
        var parts = new ArrayList<String>();
        parts.add(letter.map(happening -> say.getOn(
                        counted.reached(), what(letter(happening), say), when(automation, happening.at(), language)))
                .orElseGet(() -> say.comeIn(counted.in().joined(), automation.title())));
        if (counted.reached() < counted.in().joined()) {
            parts.add(say.outOfReach(counted.in().joined() - counted.reached()));
        }
        if (counted.in().moved() > 0) {
            parts.add(say.movedHere(counted.in().moved()));
        }
        if (counted.tooOld() > 0) {
            parts.add(say.tooOld(counted.tooOld()));
        }
        return String.join(", ", parts);
    }

    private Optional<Happening> first(Automation automation, Flow flow) {
        var home = automation.home();
        List<Happening> all = Rehearsal.of(
                flow.steps(), clock.instant(), calendars.of(home), texts.quietHours(home.organizationId()));
        return all.stream()
                .filter(happening -> happening.step() instanceof Step.Send
                        && happening.when().isEmpty())
                .findFirst();
    }

    private static String what(Letter letter, FlowMessages say) {
        var welcome = letter.purpose() == Purpose.WELCOME;
        return switch (letter.by()) {
            case SMS, FIRST -> welcome ? say.welcomeSms() : say.anSms();
            case EMAIL -> welcome ? say.welcomeEmail() : say.anEmail();
        };
    }

    private String when(Automation automation, Instant at, Language language) {
        var zone = automation.home().zone();
        var now = clock.instant();
        var local = at.atZone(zone);
        return local.toLocalDate().equals(now.atZone(zone).toLocalDate())
                        && !local.toLocalTime().isBefore(EVENING)
                ? words.say(language).tonight()
                : new SpokenTime(language, zone, now).day(at);
    }
}
