package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.contact.Channel;
import se.ringstuga.contact.MessagePolicy;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.segments.FilterReader;
import se.ringstuga.segments.UsableSegments;

/** What staff and tools do with broadcasts. Each method is part of the request's transaction. */
@ApplicationScoped
class Sending {

    /** So that whoever sees the mistake as soon as it is approved can still stop it (rule 23). */
    private static final Duration SECOND_THOUGHTS = Duration.ofMinutes(2);

    private final Broadcasts broadcasts;
    private final Freezing freezing;
    private final NoticeByEmail notices;
    private final Lanes lanes;
    private final BroadcastTimes times;
    private final SmsSenders senders;
    private final MessagingSettings settings;
    private final TextRules texts;
    private final Estimates estimates;
    private final RecentCounts recent;
    private final Approvals approvals;
    private final SmsBudgets budgets;
    private final Carriers carriers;
    private final FilterReader filters;
    private final UsableSegments segments;
    private final Access access;
    private final Clock clock;

    Sending(
            Broadcasts broadcasts,
            Freezing freezing,
            NoticeByEmail notices,
            Lanes lanes,
            BroadcastTimes times,
            SmsSenders senders,
            MessagingSettings settings,
            TextRules texts,
            Estimates estimates,
            RecentCounts recent,
            Approvals approvals,
            SmsBudgets budgets,
            Carriers carriers,
            FilterReader filters,
            UsableSegments segments,
            Access access,
            Clock clock) {
        this.broadcasts = broadcasts;
        this.freezing = freezing;
        this.notices = notices;
        this.lanes = lanes;
        this.times = times;
        this.senders = senders;
        this.settings = settings;
        this.texts = texts;
        this.estimates = estimates;
        this.recent = recent;
        this.approvals = approvals;
        this.budgets = budgets;
        this.carriers = carriers;
        this.filters = filters;
        this.segments = segments;
        this.access = access;
        this.clock = clock;
    }

    Broadcasts.Content checked(NewBroadcast wanted) {
        return checked(wanted, null);
    }

    /** @param planned when it was to be sent before; whoever leaves that alone need not choose anew because it has passed */
    Broadcasts.Content checked(NewBroadcast wanted, @Nullable Instant planned) {
        var purpose = wanted.purpose() == null ? Purpose.INFORMATION : wanted.purpose();
        if (purpose == Purpose.REMINDER || purpose == Purpose.REQUESTED || purpose == Purpose.CALL) {
            throw new InvalidInput("purpose", "must be NOTICE, WELCOME or INFORMATION");
        }
        if ((wanted.segmentId() == null) == (wanted.filter() == null)) {
            throw new InvalidInput("filter", "give either `segmentId` or `filter`");
        }
        var filter = wanted.segmentId() == null
                ? Objects.requireNonNull(wanted.filter())
                : segments.filter(access.organizationId(), wanted.segmentId())
                        .orElseThrow(() ->
                                new InvalidInput("segmentId", "there is no segment " + wanted.segmentId() + " here"));
        filters.read(filter, "filter", access.organizationId());
        var sendAt = sendAt(wanted, planned);
        return new Broadcasts.Content(
                wanted.title().strip(),
                wanted.channel(),
                purpose,
                sender(wanted.channel(), wanted.senderId()),
                wanted.segmentId(),
                filter,
                wanted.subject(),
                wanted.text(),
                texts.personal(new TextRules.Written(
                        wanted.channel(), wanted.senderId(), wanted.text(), wanted.subject(), null)),
                sendAt,
                notAfter(wanted, sendAt),
                wanted.beyondBudget(purpose));
    }

    private @Nullable Instant sendAt(NewBroadcast wanted, @Nullable Instant planned) {
        var local = wanted.sendAtLocal();
        if (local != null && wanted.sendAt() != null) {
            throw new InvalidInput("sendAtLocal", "give either `sendAt` or `sendAtLocal`");
        }
        var at = local == null ? wanted.sendAt() : WallClock.instant(local, access.zone());
        if (!Objects.equals(at, planned)) {
            SendTimes.requireSoon(local == null ? "sendAt" : "sendAtLocal", at, clock.instant());
        }
        return at;
    }

    private @Nullable Instant notAfter(NewBroadcast wanted, @Nullable Instant sendAt) {
        var now = clock.instant();
        var until = wanted.notAfter();
        if (until != null && (!until.isAfter(now) || (sendAt != null && !until.isAfter(sendAt)))) {
            throw new InvalidInput("notAfter", "must be later than now and than sendAt");
        }
        SendTimes.requireNotFar("notAfter", until, now);
        return until;
    }

    private Wording.Draft draft(Broadcasts.Content content, String author) {
        var written =
                new TextRules.Written(content.channel(), content.sender(), content.text(), content.subject(), null);
        return texts.draft(written, author);
    }

    private @Nullable Long sender(Channel channel, @Nullable Long wanted) {
        return switch (channel) {
            case EMAIL -> null;
            case CALL -> throw new InvalidInput("channel", "must be SMS or EMAIL");
            case SMS ->
                senders.usable(access.organizationId(), wanted)
                        .orElseThrow(() -> new InvalidInput("senderId", "there is no such sender here; add one first"))
                        .id();
        };
    }

    /** Who would get it now, who not and why, and what it would cost; nothing is written. */
    DryRun dryRun(Broadcasts.Content content) {
        var now = circumstances();
        var rules = settings.of(access.organizationId());
        var estimate = estimate(content, access.actor().toString(), rules, now);
        return DryRun.of(
                estimate,
                left(content, rules, now.at()),
                wanted(content, content.channel(), now.at()).when());
    }

    /** The same while it is still being written: the people may have been counted a moment ago. */
    DryRun.Glance dryRunLately(Broadcasts.Content content) {
        var now = circumstances();
        var rules = settings.of(access.organizationId());
        var wanted = wanted(content, content.channel(), now.at());
        var draft = draft(content, access.actor().toString());
        var estimate = shortEnough(estimates.lately(wanted, draft, rules, now), rules);
        var whole = notices.standsIn(content.channel(), content.purpose())
                ? estimate.with(estimate.account().with(recent.instead(wanted(content, Channel.EMAIL, now.at()), now)))
                : estimate;
        return new DryRun.Glance(DryRun.of(whole, left(content, rules, now.at()), wanted.when()), whole.exact());
    }

    /** @throws TextTooLong when somebody's text has more parts than the association allows */
    private Estimate estimate(
            Broadcasts.Content content, String author, SendingRules rules, MessagePolicy.Circumstances now) {
        var wanted = wanted(content, content.channel(), now.at());
        var estimate = shortEnough(estimates.of(wanted, draft(content, author), rules, now), rules);
        return notices.standsIn(content.channel(), content.purpose())
                ? estimate.with(estimate.account().with(notices.instead(wanted(content, Channel.EMAIL, now.at()), now)))
                : estimate;
    }

    private static Estimate shortEnough(Estimate estimate, SendingRules rules) {
        if (estimate.longest() > rules.tariff().mostParts()) {
            throw new TextTooLong(estimate, rules.tariff().mostParts());
        }
        return estimate;
    }

    private @Nullable BigDecimal left(Broadcasts.Content content, SendingRules rules, Instant now) {
        if (content.channel() == Channel.EMAIL) {
            return null;
        }
        var from = wanted(content, Channel.SMS, now).notBefore();
        return budgets.left(
                        rules.budget(),
                        LocalDate.ofInstant(from, rules.budget().payer().zone()))
                .orElse(null);
    }

    BroadcastView add(Broadcasts.Content content) {
        return get(
                broadcasts.add(access.organizationId(), content, access.actor().toString()));
    }

    BroadcastView get(long id) {
        return broadcasts.find(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    /** For a page that asks again and again. */
    BroadcastView watch(long id) {
        return broadcasts.watch(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    /**
     * Freezes who gets it. Approved twice it is approved once.
     *
     * @param ifMatch the tag of the version that the approver saw; null approves whatever is there
     * @throws SecondApprovalNeeded when so many are written to in a day that somebody else must agree
     * @throws TextTooLong when somebody's text has more parts than the association allows
     * @throws BudgetExceeded when it would cost more than is left
     */
    BroadcastView approve(long id, @Nullable String ifMatch) {
        var draft = locked(id);
        EntityVersion.require(ifMatch, draft.version());
        if (draft.state() != BroadcastView.State.DRAFT) {
            return draft;
        }
        carriers.require(draft.channel());
        var now = circumstances();
        requireTime(draft, now.at());
        sender(draft.channel(), draft.senderId());
        var content = content(draft);
        var wanted = wanted(content, draft.channel(), now.at());
        var rules = settings.of(access.organizationId());
        var estimate = estimate(content, draft.createdBy(), rules, now);
        approvals.require(draft, estimate.account().waiting());
        var lane = lanes.at(
                new Lanes.Place(access.organizationId(), draft.channel(), draft.senderId(), Lanes.BULK, id), now.at());
        var actor = access.actor().toString();
        var place = new Freezing.Place(id, lane, actor, draft.aboutChange());
        var costs = freezing.freeze(wanted, now, place, estimate.costs());
        if (notices.standsIn(draft.channel(), draft.purpose())) {
            notices.freeze(
                    wanted(content, Channel.EMAIL, now.at()), now, new NoticeByEmail.Place(id, actor, draft.title()));
        }
        broadcasts.approve(draft, lane, actor);
        lanes.expect(lane, wanted.notBefore());
        budgets.keep(rules.budget(), costs, draft.aboutChange());
        return get(id);
    }

    private static void requireTime(BroadcastView draft, Instant now) {
        var until = draft.notAfter();
        if (until != null && !until.isAfter(now.plus(SECOND_THOUGHTS))) {
            throw new BroadcastTooLate(until);
        }
    }

    BroadcastView pause(long id) {
        if (locked(id).state() == BroadcastView.State.SENDING) {
            broadcasts.pause(id);
        }
        return get(id);
    }

    BroadcastView resume(long id) {
        var paused = locked(id);
        if (paused.state() == BroadcastView.State.PAUSED) {
            broadcasts.resume(id);
        }
        return get(id);
    }

    BroadcastView cancel(long id) {
        var state = locked(id).state();
        if (state != BroadcastView.State.CANCELLED && state != BroadcastView.State.DONE) {
            broadcasts.cancel(id, access.actor().toString());
        }
        return get(id);
    }

    private BroadcastView locked(long id) {
        return broadcasts.lock(access.organizationId(), id).orElseThrow(NotFound::new);
    }

    private MessagePolicy.Circumstances circumstances() {
        return settings.of(access.organizationId()).circumstances(access.rootId(), clock.instant());
    }

    private Freezing.Wanted wanted(Broadcasts.Content content, Channel channel, Instant now) {
        var rules = settings.of(access.organizationId());
        var when = times.of(content, channel, rules, now.plus(SECOND_THOUGHTS));
        return new Freezing.Wanted(
                access.organizationId(),
                filters.stored(content.filter()),
                channel,
                content.purpose(),
                content.personal(),
                when);
    }

    /** What is to be sent, of what is shown. */
    static Broadcasts.Content content(BroadcastView view) {
        return new Broadcasts.Content(
                view.title(),
                view.channel(),
                view.purpose(),
                view.senderId(),
                view.segmentId(),
                view.filter(),
                view.subject(),
                view.text(),
                view.personal(),
                view.sendAt(),
                view.notAfter(),
                view.aboutChange());
    }
}
