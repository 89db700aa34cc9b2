package se.ringstuga.events;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.messaging.email.Markdown;
import se.ringstuga.organizations.OrganizationView;
import se.ringstuga.organizations.Organizations;

/** Puts one event on a page for those who may come. */
@ApplicationScoped
class EventScreens {

    private final Organizations organizations;
    private final SignUpRows rows;
    private final ContactPersons contacts;
    private final PageContext page;
    private final Clock clock;

    EventScreens(Organizations organizations, SignUpRows rows, ContactPersons contacts, PageContext page, Clock clock) {
        this.organizations = organizations;
        this.rows = rows;
        this.contacts = contacts;
        this.page = page;
        this.clock = clock;
    }

    EventPageMessages say() {
        return MessageBundles.get(
                EventPageMessages.class, Localized.Literal.of(page.language().tag()));
    }

    /** @param inside whether the reader has a place, and so may know where it is on the net */
    EventScreen of(EventRow event, boolean inside) {
        var organization = organizations.view(event.organizationId());
        var content = event.content();
        var time = page.time(event.zone());
        var online = content.place().onlineLink();
        return new EventScreen(
                event.id(),
                organization.slug(),
                organization.name(),
                content.title(),
                event.kind().named(kinds()),
                when(event, time),
                content.place().line(),
                new Markdown(content.text()).html(),
                EventScreen.Contact.of(event),
                content.contact().email() == null
                        ? contacts.address(event.organizationId()).orElse(null)
                        : null,
                inside ? online : null,
                !inside && online != null,
                cancelled(event),
                moved(event, time),
                offer(event, time),
                content.needs().stream()
                        .sorted()
                        .map(need -> new EventScreen.Choice(need.name(), need.named(say())))
                        .toList());
    }

    private EventKindMessages kinds() {
        return MessageBundles.get(
                EventKindMessages.class, Localized.Literal.of(page.language().tag()));
    }

    OrganizationView organization(EventRow event) {
        return organizations.view(event.organizationId());
    }

    String when(EventRow event) {
        return when(event, page.time(event.zone()));
    }

    private String when(EventRow event, SpokenTime time) {
        return new CalendarWords(page.language())
                .during(new CalendarWords.Span(event.startsAt(), event.endsAt()), time);
    }

    private @Nullable String cancelled(EventRow event) {
        return event.cancelledAt() == null
                ? null
                : Objects.requireNonNullElse(event.cancelledWhy(), say().cancelledText());
    }

    private @Nullable String moved(EventRow event, SpokenTime time) {
        Instant from = event.movedFrom();
        return from == null || event.cancelledAt() != null ? null : say().movedText(time.moment(from));
    }

    private EventScreen.Offer offer(EventRow event, SpokenTime time) {
        var now = clock.instant();
        var opens = event.times().signUpOpens();
        var closes = event.times().signUpCloses();
        if (event.cancelledAt() != null) {
            return new EventScreen.Offer(false, false, null);
        } else if (!event.endsAt().isAfter(now) || event.attendanceAt() != null) {
            return new EventScreen.Offer(false, false, say().over());
        } else if (!now.isBefore(closes)) {
            return new EventScreen.Offer(false, false, say().closed());
        } else if (opens != null && opens.isAfter(now)) {
            return new EventScreen.Offer(false, false, say().opens(time.moment(opens)));
        }
        return places(event, closes.isBefore(event.startsAt()) ? say().closesAt(time.moment(closes)) : null);
    }

    private EventScreen.Offer places(EventRow event, @Nullable String until) {
        var capacity = event.content().capacity();
        if (capacity == null) {
            return new EventScreen.Offer(true, false, until);
        }
        long left = (long) capacity - rows.taken(event.id());
        if (left <= 0) {
            var list = event.content().waitingList();
            return new EventScreen.Offer(list, list, list ? say().fullWaiting() : say().full());
        }
        var places = left == 1 ? say().onePlaceLeft() : say().placesLeft(left);
        return new EventScreen.Offer(true, false, until == null ? places : places + " " + until);
    }
}
