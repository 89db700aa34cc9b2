package se.ringstuga.reminders;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.Purpose;
import se.ringstuga.database.Row;
import se.ringstuga.events.EventRow;

/**
 * A reminder with its event as both are when it leaves.
 *
 * @param who the person; below zero a guest, by their sign-up
 * @param overtaken another change of place is told instead
 * @param guestName null for a person
 * @param signUp the state of their sign-up; null without any
 */
record SeenReminder(
        long id,
        long who,
        Holder holder,
        long eventId,
        Occasion occasion,
        Audience audience,
        Purpose purpose,
        boolean toldTogether,
        boolean off,
        boolean overtaken,
        boolean published,
        boolean cancelled,
        Instant plannedStart,
        EventTexts.Told event,
        @Nullable String guestName,
        @Nullable String signUp) {

    /** Over {@code :ids}. */
    static final String SQL = """
            select r.id, r.who, r.event_id, r.together_id is not null as told_together, u.occasion, u.audience, u.purpose,
                   u.switched_off_at is not null or u.archived_at is not null or x.rule_id is not null as off,
                   u.occasion = 'RELOCATED' and r.turn <> floor(extract(epoch from e.relocated_at) * 1000) as overtaken,
                   p.starts_at as planned_start, e.organization_id, o.slug, e.published_at, e.cancelled_at, g.guest_name,
                   coalesce(s.state, g.state) as sign_up, {told}
            from reminder r join reminder_plan p on p.id = r.plan_id join reminder_rule u on u.id = r.rule_id
            join event e on e.id = r.event_id join organization o on o.id = e.organization_id
            left join staff st on st.id = {contact}
            left join sign_up s on s.event_id = r.event_id and s.person_id = r.person_id
            left join sign_up g on g.id = r.guest_id
            left join reminder_exception x on x.event_id = r.event_id and x.rule_id = r.rule_id
            where r.id = any (cast(:ids as bigint[]))""".replace("{told}", ToldEvents.COLUMNS).replace("{contact}", EventRow.CONTACT);

    /** Whose event it is. */
    record Holder(long organizationId, String slug) {}

    static SeenReminder of(Row row) {
        return new SeenReminder(
                row.number("id"),
                row.number("who"),
                new Holder(row.number("organization_id"), row.text("slug")),
                row.number("event_id"),
                Occasion.valueOf(row.text("occasion")),
                Audience.valueOf(row.text("audience")),
                Purpose.valueOf(row.text("purpose")),
                row.is("told_together"),
                row.is("off"),
                row.is("overtaken"),
                row.instantOrNull("published_at") != null,
                row.instantOrNull("cancelled_at") != null,
                row.instant("planned_start"),
                ToldEvents.told(row),
                row.textOrNull("guest_name"),
                row.textOrNull("sign_up"));
    }

    /** Why it is not sent after all; empty for what is still true and of use. */
    Optional<Why> against(Instant now) {
        if (toldTogether) {
            return Optional.of(Why.TOLD_TOGETHER);
        }
        if (!published) {
            return Optional.of(Why.NOT_PUBLISHED);
        }
        if (cancelled != (occasion == Occasion.CANCELLED)) {
            return Optional.of(cancelled ? Why.EVENT_CANCELLED : Why.NO_LONGER_MEANT);
        }
        if (!plannedStart.equals(event.startsAt())) {
            return Optional.of(Why.EVENT_MOVED);
        }
        if (overtaken || (occasion == Occasion.RELOCATED && event.isNowhere())) {
            return Optional.of(Why.NO_LONGER_MEANT);
        }
        if (occasion == Occasion.BEFORE && !event.startsAt().isAfter(now)) {
            return Optional.of(Why.EVENT_OVER);
        }
        if (off) {
            return Optional.of(Why.SWITCHED_OFF);
        }
        return isMeant() ? Optional.empty() : Optional.of(Why.NO_LONGER_MEANT);
    }

    private boolean isMeant() {
        var state = signUp == null ? "" : signUp;
        return switch (occasion) {
            case ANSWERED -> true;
            case MOVED, RELOCATED, CANCELLED -> state.equals("SIGNED_UP") || state.equals("WAITING");
            case BEFORE, AFTER, PROMOTED ->
                switch (audience) {
                    case SIGNED_UP, ATTENDED, ABSENT -> state.equals(audience.name());
                    case UNANSWERED -> state.isEmpty() || state.equals("INVITED");
                    case SEGMENT -> !state.equals("CANCELLED");
                };
        };
    }
}
