package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.http.Violation;

/** What staff and tools do with monthly texts. Each method is part of the request's transaction. */
@ApplicationScoped
class RecurringEditing {

    private static final int LONGEST_YEARS = 10;

    private final RecurringBroadcasts recurring;
    private final RecurringOccurrences occurrences;
    private final Sending sending;
    private final Access access;
    private final Clock clock;

    RecurringEditing(
            RecurringBroadcasts recurring,
            RecurringOccurrences occurrences,
            Sending sending,
            Access access,
            Clock clock) {
        this.recurring = recurring;
        this.occurrences = occurrences;
        this.sending = sending;
        this.access = access;
        this.clock = clock;
    }

    Page<RecurringBroadcastView> list(PageRequest page) {
        var found = recurring.list(access.organizationId(), page);
        var latest = occurrences.latest(
                found.items().stream().map(RecurringBroadcast::id).toList());
        return new Page<>(
                found.items().stream()
                        .map(one -> view(one, latest.getOrDefault(one.id(), List.of())))
                        .toList(),
                found.next());
    }

    RecurringBroadcastView get(long id) {
        var found = recurring.find(access.organizationId(), id).orElseThrow(NotFound::new);
        return view(found, occurrences.latest(List.of(id)).getOrDefault(id, List.of()));
    }

    RecurringBroadcastView add(NewRecurringBroadcast wanted) {
        var id = recurring.add(access.organizationId(), written(wanted, null));
        return get(id);
    }

    /** The text of months that are made already stays theirs. */
    RecurringBroadcastView change(long id, NewRecurringBroadcast wanted, @Nullable String ifMatch) {
        var current = living(id, ifMatch);
        var written = written(wanted, current);
        recurring.change(id, written);
        return get(id);
    }

    RecurringBroadcastView pause(long id) {
        var current = living(id, null);
        if (current.pausedAt() == null) {
            recurring.pause(current, clock.instant());
        }
        return get(id);
    }

    RecurringBroadcastView resume(long id) {
        var current = living(id, null);
        if (current.pausedAt() != null) {
            recurring.resume(current, clock.instant());
        }
        return get(id);
    }

    RecurringBroadcastView end(long id) {
        var current = locked(id);
        if (current.endedAt() == null) {
            recurring.end(id, clock.instant());
        }
        return get(id);
    }

    private RecurringBroadcast living(long id, @Nullable String ifMatch) {
        var current = locked(id);
        EntityVersion.require(ifMatch, current.version());
        if (current.endedAt() != null) {
            throw new RecurringEnded();
        }
        return current;
    }

    private RecurringBroadcast locked(long id) {
        return recurring.lock(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private RecurringBroadcasts.Written written(NewRecurringBroadcast wanted, @Nullable RecurringBroadcast current) {
        List<Violation> wrong = new ArrayList<>(wanted.rule().violations());
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        var content = sending.checked(wanted.broadcast());
        var now = clock.instant();
        if (wanted.endsOn() != null && isFar(wanted.endsOn())) {
            throw new InvalidInput(
                    "endsOn",
                    "lies more than ten years ahead; choose a day until " + last() + ", or leave it out for no end");
        }
        var planned = RecurringBroadcast.plan(wanted, access.zone(), current == null ? null : current.madeMonth(), now);
        if (planned.isEmpty()) {
            throw new InvalidInput("endsOn", "must leave time for at least one more");
        }
        return new RecurringBroadcasts.Written(
                wanted, content, planned.get(), access.actor().toString(), now);
    }

    private LocalDate last() {
        return LocalDate.ofInstant(clock.instant(), access.zone()).plusYears(LONGEST_YEARS);
    }

    /** Whether nobody can mean it as the last day on which one may go out. */
    boolean isFar(LocalDate endsOn) {
        return endsOn.isAfter(last());
    }

    private static RecurringBroadcastView view(RecurringBroadcast stored, List<RecurringBroadcastView.Month> latest) {
        var content = stored.content();
        return new RecurringBroadcastView(
                stored.id(),
                content.title(),
                content.channel(),
                content.purpose(),
                content.sender(),
                content.segment(),
                content.filter(),
                content.subject(),
                content.text(),
                content.personal(),
                stored.rule(),
                stored.leadHours(),
                stored.byItself(),
                stored.endsOn(),
                stored.next(),
                latest,
                stored.pausedAt(),
                stored.endedAt(),
                stored.createdAt(),
                stored.createdBy(),
                stored.changedBy(),
                stored.version());
    }
}
