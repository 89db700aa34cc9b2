package se.ringstuga.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.events.EventKinds;
import se.ringstuga.events.EventRow;
import se.ringstuga.events.Events;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

/** Rules as organizers see and change them. Whatever is changed is news to the plans of the events that it concerns. */
@ApplicationScoped
class RuleEditing {

    private final ReminderRules rules;
    private final RuleChecks checks;
    private final EventKinds kinds;
    private final Events events;
    private final Access access;

    RuleEditing(ReminderRules rules, RuleChecks checks, EventKinds kinds, Events events, Access access) {
        this.rules = rules;
        this.checks = checks;
        this.kinds = kinds;
        this.events = events;
        this.access = access;
    }

    Page<ReminderRuleView> list(@Nullable Long kindId, PageRequest page) {
        var found = rules.list(access.organizationId(), kindId, page);
        return new Page<>(found.items().stream().map(rule -> view(rule, null)).toList(), found.next());
    }

    ReminderRuleView get(long id) {
        return rules.find(access.organizationId(), id)
                .map(rule -> view(rule, null))
                .orElseThrow(NotFound::new);
    }

    ReminderRuleView add(NewReminderRule wanted) {
        var kind = wanted.kindId();
        if (kind == null) {
            throw new InvalidInput("kindId", "is needed; a rule of one event is made at /events/{id}/reminder-rules");
        }
        if (kinds.find(access.organizationId(), kind).isEmpty()) {
            throw new InvalidInput("kindId", "there is no kind " + kind + " here");
        }
        return get(rules.add(access.organizationId(), written(wanted, null)));
    }

    /** One of the organization's own; what was sent already stays sent. */
    ReminderRuleView change(long id, NewReminderRule wanted, @Nullable String ifMatch) {
        var current = own(id);
        EntityVersion.require(ifMatch, current.version());
        if (!Objects.equals(wanted.kindId(), current.kindId())) {
            throw new InvalidInput("kindId", "cannot be changed; make another rule");
        }
        rules.change(current, written(wanted, current.eventId()));
        return get(id);
    }

    /** On or off as it stands: what could not be written any more can still be stopped. */
    void switched(long id, boolean on) {
        rules.switched(own(id).id(), on, access.actor());
    }

    void archive(long id) {
        rules.archive(own(id).id(), access.actor());
    }

    /** Those of its kind and its own, on or off. */
    List<ReminderRuleView> ofEvent(long eventId) {
        return rules.ofEvent(event(eventId).id()).stream()
                .map(applied -> view(applied.rule(), applied.excepted()))
                .toList();
    }

    ReminderRuleView addToEvent(long eventId, NewReminderRule wanted) {
        var event = event(eventId);
        if (wanted.kindId() != null) {
            throw new InvalidInput("kindId", "does not go with a rule of one event; leave it out");
        }
        return get(rules.add(access.organizationId(), written(wanted, event.id())));
    }

    /** The event goes without a rule of its kind. */
    void except(long eventId, long id) {
        rules.except(access.organizationId(), ofKind(eventId, id), id, access.actor());
    }

    void include(long eventId, long id) {
        rules.include(ofKind(eventId, id), id);
    }

    private long ofKind(long eventId, long id) {
        var event = event(eventId);
        if (rules.ofEvent(event.id()).stream()
                .noneMatch(
                        applied -> applied.rule().id() == id && applied.rule().kindId() != null)) {
            throw new NotFound();
        }
        return event.id();
    }

    EventRow event(long id) {
        return events.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private ReminderRule own(long id) {
        return rules.lock(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private ReminderRules.Written written(NewReminderRule wanted, @Nullable Long eventId) {
        var purpose = checks.checked(access.organizationId(), wanted);
        return new ReminderRules.Written(wanted, purpose, eventId, access.actor());
    }

    private ReminderRuleView view(ReminderRule rule, @Nullable Boolean excepted) {
        return ReminderRuleView.of(rule, access.organizationId(), excepted);
    }
}
