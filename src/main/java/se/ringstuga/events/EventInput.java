package se.ringstuga.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.messaging.WallClock;
import se.ringstuga.people.EmailAddress;
import se.ringstuga.people.PhoneNumber;
import se.ringstuga.segments.UsableSegments;

/** Whether what was sent can be an event: what it points to exists for the organization, and its times fit together. */
@ApplicationScoped
class EventInput {

    /** Two weeks: a festival, not a year. */
    static final int MOST_MINUTES = 20_160;

    static final Violation TOO_LONG = Violation.body("endsAt", "must lie at most two weeks after its beginning");

    /** Of an occurrence of a series. */
    static final int LEAST_MINUTES = 5;

    private final EventKinds kinds;
    private final ContactPersons contacts;
    private final UsableSegments segments;

    EventInput(EventKinds kinds, ContactPersons contacts, UsableSegments segments) {
        this.kinds = kinds;
        this.contacts = contacts;
        this.segments = segments;
    }

    /**
     * Checked for an organization.
     *
     * @param before what it was; what is no longer usable may stay
     * @throws InvalidInput naming what cannot stand
     */
    EventContent content(long organizationId, ContentInput sent, @Nullable EventContent before) {
        var content = sent.content();
        var wrong = new ArrayList<Violation>();
        if (before == null || before.kindId() != content.kindId()) {
            kinds.find(organizationId, content.kindId())
                    .filter(kind -> kind.archivedAt() == null)
                    .ifPresentOrElse(_ -> {}, () -> wrong.add(missing("kindId", "kind of event", content.kindId())));
        }
        contact(organizationId, content.contact(), before).forEach(wrong::add);
        segment(organizationId, content, before).ifPresent(wrong::add);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return content;
    }

    private Stream<Violation> contact(
            long organizationId, EventContent.Contact contact, @Nullable EventContent before) {
        var wrong = Stream.<Violation>builder();
        var staff = contact.staff();
        var same = before != null && Objects.equals(before.contact().staff(), staff);
        if (staff != null && !same && !contacts.known(organizationId, staff)) {
            wrong.add(missing("contactStaffId", "member of staff", staff));
        }
        if (!isPhone(contact.phone())) {
            wrong.add(Violation.body("contactPhone", "is no phone number that a person answers"));
        }
        if (!isEmail(contact.email())) {
            wrong.add(Violation.body("contactEmail", "is no email address"));
        }
        return wrong.build();
    }

    /** Or none at all. */
    static boolean isPhone(@Nullable String phone) {
        return phone == null || PhoneNumber.parse(phone).isPresent();
    }

    static boolean isEmail(@Nullable String email) {
        return email == null || EmailAddress.parse(email).isPresent();
    }

    private Optional<Violation> segment(long organizationId, EventContent content, @Nullable EventContent before) {
        var segment = content.segmentId();
        if (segment == null) {
            return Optional.empty();
        }
        if (content.visibility() != Visibility.INVITED) {
            return Optional.of(Violation.body("segmentId", "goes with the visibility INVITED"));
        }
        var same = before != null && segment.equals(before.segmentId());
        return same || segments.filter(organizationId, segment).isPresent()
                ? Optional.empty()
                : Optional.of(missing("segmentId", "segment", segment));
    }

    private static Violation missing(String field, String what, long id) {
        return Violation.body(field, "there is no " + what + " " + id + " here");
    }

    /**
     * The times that were meant, in the organization's zone.
     *
     * @throws InvalidInput naming what does not fit together
     */
    static EventTimes times(NewEvent sent, ZoneId zone) {
        var start = start(sent, zone);
        if (Stream.of(sent.endsAt(), sent.endsAtLocal(), sent.minutes())
                        .filter(given -> given != null)
                        .count()
                != 1) {
            throw new InvalidInput("endsAt", "give one of `endsAt`, `endsAtLocal` and `minutes`");
        }
        var minutes = sent.minutes();
        var end = minutes == null
                ? instant(sent.endsAt(), sent.endsAtLocal(), zone)
                : start.plus(Duration.ofMinutes(minutes));
        var closes = sent.signUpClosesAt() == null ? start : sent.signUpClosesAt();
        var wrong = new ArrayList<Violation>();
        check(start, end, wrong);
        if (closes.isAfter(end)) {
            wrong.add(Violation.body("signUpClosesAt", "must not lie after its end"));
        }
        if (sent.signUpOpensAt() != null && !sent.signUpOpensAt().isBefore(closes)) {
            wrong.add(Violation.body("signUpOpensAt", "must lie before the sign-up closes"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new EventTimes(start, end, sent.signUpOpensAt(), closes);
    }

    /** When it begins. */
    static Instant start(NewEvent sent, ZoneId zone) {
        if ((sent.startsAt() == null) == (sent.startsAtLocal() == null)) {
            throw new InvalidInput("startsAt", "give either `startsAt` or `startsAtLocal`");
        }
        return instant(sent.startsAt(), sent.startsAtLocal(), zone);
    }

    private static void check(Instant start, Instant end, List<Violation> wrong) {
        if (!end.isAfter(start)) {
            wrong.add(Violation.body("endsAt", "must lie after its beginning"));
        } else if (Duration.between(start, end).toMinutes() > MOST_MINUTES) {
            wrong.add(TOO_LONG);
        }
    }

    private static Instant instant(@Nullable Instant at, @Nullable LocalDateTime local, ZoneId zone) {
        if (at != null) {
            return at;
        }
        return WallClock.instant(Optional.ofNullable(local).orElseThrow(), zone);
    }
}
