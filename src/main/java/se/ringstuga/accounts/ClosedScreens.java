package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageForm;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.organizations.ClosedDay;
import se.ringstuga.organizations.ClosedDays;
import se.ringstuga.organizations.ClosedDecisions;
import se.ringstuga.organizations.Organizations;

/** Says in words what is decided about breaks and what follows from it. */
@ApplicationScoped
class ClosedScreens {

    private final ClosedDecisions decisions;
    private final ClosedDays days;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;
    private final Clock clock;

    ClosedScreens(
            ClosedDecisions decisions,
            ClosedDays days,
            Organizations organizations,
            Access access,
            PageContext page,
            Clock clock) {
        this.decisions = decisions;
        this.days = days;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
        this.clock = clock;
    }

    ClosedMessages say() {
        return MessageBundles.get(
                ClosedMessages.class, Localized.Literal.of(page.language().tag()));
    }

    ClosedScreen of(PageForm form, @Nullable String refused) {
        var time = page.time(access.zone());
        var decided = decisions.list(access.organizationId());
        var calendar = days.calendar(access.organizationId());
        var today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        var next = calendar.breaks().entrySet().stream()
                .filter(each ->
                        !each.getValue().isBefore(today) && each.getKey().isBefore(today.plusYears(1)))
                .map(each -> span(each.getKey(), each.getValue(), time))
                .toList();
        return new ClosedScreen(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                access.has(Permission.ORGANIZATION_WRITE),
                calendar.closed(today) ? say().closedNow(time.day(calendar.nextOpen(today))) : null,
                proposals(decided),
                decided.stream().map(day -> line(day, decided, time)).toList(),
                next,
                form,
                refused);
    }

    private List<ClosedScreen.Proposal> proposals(List<ClosedDay> decided) {
        return Arrays.stream(ClosedDay.Kind.values())
                .filter(ClosedDay.Kind::proposed)
                .filter(kind -> decided.stream().noneMatch(day -> day.kind() == kind))
                .map(kind -> new ClosedScreen.Proposal(kind.name(), name(kind), hint(kind)))
                .toList();
    }

    private ClosedScreen.Line line(ClosedDay day, List<ClosedDay> all, SpokenTime time) {
        var inherited = day.organizationId() != access.organizationId();
        var decidedHere = all.stream()
                .anyMatch(other -> other.kind() == day.kind() && other.organizationId() == access.organizationId());
        return new ClosedScreen.Line(
                day.id(),
                day.name() == null ? name(day.kind()) : day.name(),
                when(day, time),
                day.open(),
                inherited,
                inherited && day.kind().proposed() && !day.open() && !decidedHere
                        ? day.kind().name()
                        : null);
    }

    private String when(ClosedDay day, SpokenTime time) {
        if (day.kind().proposed()) {
            return hint(day.kind());
        }
        var span = span(Objects.requireNonNull(day.firstOn()), Objects.requireNonNull(day.lastOn()), time);
        return day.kind() == ClosedDay.Kind.YEARLY ? say().everyYear() + ": " + span : span;
    }

    private String span(LocalDate first, LocalDate last, SpokenTime time) {
        return first.equals(last) ? time.day(first) : say().span(time.day(first), time.day(last));
    }

    private String name(ClosedDay.Kind kind) {
        return switch (kind) {
            case PUBLIC_HOLIDAYS -> say().publicHolidays();
            case EVES -> say().eves();
            case SUMMER -> say().summer();
            case CHRISTMAS -> say().christmas();
            case DATES, YEARLY -> "";
        };
    }

    private String hint(ClosedDay.Kind kind) {
        return switch (kind) {
            case PUBLIC_HOLIDAYS -> say().publicHolidaysHint();
            case EVES -> say().evesHint();
            case SUMMER -> say().summerHint();
            case CHRISTMAS -> say().christmasHint();
            case DATES, YEARLY -> "";
        };
    }
}
