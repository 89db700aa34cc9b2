package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.database.NamedSql;
import se.ringstuga.database.Sql;
import se.ringstuga.http.PageContext;

/** How far a broadcast has come, and what may be done about it now. */
@ApplicationScoped
class BroadcastProgress {

    private static final long WHOLE = 1000;
    private static final int SOON = 3;
    private static final int LATER = 20;
    private static final Duration WORTH_TELLING = Duration.ofMinutes(1);

    private static final NamedSql NEXT = NamedSql.of("""
            select broadcast_id, min(next_at) as next_at from send_lane
            where organization_id = :organization and broadcast_id = any(cast(:broadcasts as bigint[]))
            group by broadcast_id having min(next_at) > :now""");

    private final Sql sql;
    private final BroadcastTerms terms;
    private final MessageWords words;
    private final Access access;
    private final PageContext page;
    private final Clock clock;

    BroadcastProgress(Sql sql, BroadcastTerms terms, MessageWords words, Access access, PageContext page, Clock clock) {
        this.sql = sql;
        this.terms = terms;
        this.words = words;
        this.access = access;
        this.page = page;
        this.clock = clock;
    }

    BroadcastScreen.Progress of(BroadcastView broadcast) {
        var account = Objects.requireNonNull(broadcast.account());
        var people = "/o/" + access.slug() + "/broadcasts/" + broadcast.id() + "/people";
        var next = Optional.ofNullable(next(List.of(broadcast)).get(broadcast.id()));
        var begins = next.filter(_ -> nothingIsGone(account));
        var said = said(broadcast, account, next);
        var actions = actions(broadcast, begins.isPresent());
        var equation = terms.equation(account, people);
        return new BroadcastScreen.Progress(
                mark(account, said) + "." + actions.mark(),
                state(broadcast, begins),
                colour(broadcast),
                said,
                equation,
                bar(equation),
                terms.failed(account, broadcast.channel(), people),
                terms.skipped(account, broadcast.channel(), people),
                account.unknown() > 0,
                account.byEmail() == 0 ? null : terms.say().byEmail(account.byEmail()),
                actions,
                every(broadcast, account));
    }

    private static String mark(BroadcastAccount account, String said) {
        return Integer.toHexString(Objects.hash(account, said));
    }

    /** As soon as anything of it may have been sent it has begun. */
    private static boolean nothingIsGone(BroadcastAccount account) {
        return account.waiting() + BroadcastTerms.sum(account.skipped()) >= account.targeted();
    }

    /** When the next of each is to go; without those of which that is now, or nothing is being sent. */
    private Map<Long, Instant> next(List<BroadcastView> broadcasts) {
        var sending = broadcasts.stream()
                .filter(broadcast -> broadcast.state() == BroadcastView.State.SENDING)
                .map(BroadcastView::id)
                .toList();
        if (sending.isEmpty()) {
            return Map.of();
        }
        var where = Map.of("organization", access.organizationId(), "broadcasts", sending, "now", clock.instant());
        return sql.list(NEXT, where, row -> Map.entry(row.number("broadcast_id"), row.instant("next_at"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Each one's state in the words that its own page has for it, by its id. */
    Map<Long, String> states(List<BroadcastView> broadcasts) {
        var next = next(broadcasts);
        return broadcasts.stream().collect(Collectors.toMap(BroadcastView::id, broadcast -> {
            var account = broadcast.account();
            return state(
                    broadcast,
                    Optional.ofNullable(next.get(broadcast.id()))
                            .filter(_ -> account != null && nothingIsGone(account)));
        }));
    }

    private String state(BroadcastView broadcast, Optional<Instant> begins) {
        return begins.map(at -> words.say().begins(page.time(access.zone()).moment(at)))
                .orElseGet(() -> words.state(broadcast.state()));
    }

    static String colour(BroadcastView broadcast) {
        return switch (broadcast.state()) {
            case DONE -> "good";
            case DRAFT, PAUSED, CANCELLED -> "warn";
            case SENDING -> "";
        };
    }

    private String said(BroadcastView broadcast, BroadcastAccount account, Optional<Instant> next) {
        var say = terms.say();
        return switch (broadcast.state()) {
            case DRAFT -> say.notApproved();
            case PAUSED -> say.pausedText(account.waiting());
            case CANCELLED -> say.cancelledText();
            case DONE -> account.targeted() == 1 ? say.doneTextOne() : say.doneText(account.targeted());
            case SENDING -> sending(account, next);
        };
    }

    /** What waits for the night to pass, or for others of a household, is told when: nothing seems to move meanwhile. */
    private String sending(BroadcastAccount account, Optional<Instant> next) {
        var say = terms.say();
        var time = page.time(access.zone());
        if (nothingIsGone(account) && next.isPresent()) {
            return say.beginsText(time.moment(next.get()));
        }
        var meant = account.targeted() - BroadcastTerms.sum(account.skipped());
        var done = meant - account.waiting();
        var soon = clock.instant().plus(WORTH_TELLING);
        return next.filter(at -> at.isAfter(soon))
                .map(at -> say.sendingLaterText(done, meant, time.moment(at)))
                .orElseGet(() -> say.sendingText(done, meant));
    }

    private static List<BroadcastScreen.Part> bar(List<BroadcastTerm> equation) {
        var all = Math.max(1, equation.getFirst().count());
        var parts = new ArrayList<BroadcastScreen.Part>();
        long before = 0;
        for (var term : equation.subList(1, equation.size())) {
            var from = before * WHOLE / all;
            before += term.count();
            parts.add(new BroadcastScreen.Part(from, before * WHOLE / all - from, term.colour()));
        }
        return parts;
    }

    private BroadcastScreen.Actions actions(BroadcastView broadcast, boolean notBegun) {
        if (!access.has(Permission.MESSAGES_SEND)) {
            return new BroadcastScreen.Actions("none", false, false, false, false);
        }
        var sending = broadcast.state() == BroadcastView.State.SENDING;
        var paused = broadcast.state() == BroadcastView.State.PAUSED;
        return new BroadcastScreen.Actions(
                broadcast.state() + (notBegun ? "1" : "0"),
                sending && notBegun,
                sending && !notBegun,
                paused,
                paused || (sending && !notBegun));
    }

    /** What is done may still be told to have arrived. */
    private static int every(BroadcastView broadcast, BroadcastAccount account) {
        return switch (broadcast.state()) {
            case SENDING -> SOON;
            case PAUSED -> LATER;
            case DRAFT -> 0;
            case DONE, CANCELLED -> account.sent() + account.unknown() > 0 ? LATER : 0;
        };
    }
}
