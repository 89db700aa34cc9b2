package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.FormerHolders;
import se.ringstuga.accounts.TokenMakers;

/** Whether the one who asks may decide that so many are written to (rule 23). */
@ApplicationScoped
class Approvals {

    private static final Duration COUNTED = Duration.ofHours(24);

    private static final String SYSTEM = "system:";

    private final Broadcasts broadcasts;
    private final Instance<BegunForMany> others;
    private final MessagingSettings settings;
    private final TokenMakers makers;
    private final FormerHolders formers;
    private final Access access;
    private final Clock clock;

    Approvals(
            Broadcasts broadcasts,
            @Any Instance<BegunForMany> others,
            MessagingSettings settings,
            TokenMakers makers,
            FormerHolders formers,
            Access access,
            Clock clock) {
        this.broadcasts = broadcasts;
        this.others = others;
        this.settings = settings;
        this.makers = makers;
        this.formers = formers;
        this.access = access;
        this.clock = clock;
    }

    /** Who may decide. */
    enum Standing {
        /** It is their own, and few enough get it. */
        OWN,
        ANOTHERS,
        /** It is their own, and so many get it that somebody else must agree. */
        NEEDS_ANOTHER
    }

    /** @param people who would get it */
    Standing of(BroadcastView draft, long people) {
        if (!isTheirOwn(draft)) {
            return Standing.ANOTHERS;
        }
        return tooManyForOne(access.organizationId(), people) ? Standing.NEEDS_ANOTHER : Standing.OWN;
    }

    /** Whether with so many more it would be more within 24 hours than one may decide, by broadcasts and whatever else sends to many. */
    boolean tooManyForOne(long organization, long people) {
        var since = clock.instant().minus(COUNTED);
        var begun = others.stream()
                .mapToLong(feature -> feature.people(organization, since))
                .sum();
        return broadcasts.targetedSince(organization, since) + begun + people > limit(organization);
    }

    /** Whether somebody else than the one who asks, by themselves or through a token, is behind an actor as it is stored. */
    boolean isAnother(String actor) {
        var behind = makers.behind(actor);
        return !behind.startsWith(SYSTEM)
                && !behind.equals(makers.behind(access.actor().toString()));
    }

    /** How many people one organizer may have written to within 24 hours. */
    long limit() {
        return limit(access.organizationId());
    }

    long limit(long organization) {
        return settings.of(organization).approvalLimit();
    }

    /**
     * Refuses whoever wrote it, had it before it was handed over or changed it last, by themselves or through a token, when more are written to in 24 hours
     * than one may decide. Approvals of one organization come one after the other: two at the same moment would each see the
     * sum without the other.
     *
     * @param people who would get it
     * @throws SecondApprovalNeeded when somebody else must agree
     */
    void require(BroadcastView draft, long people) {
        lock(access.organizationId());
        if (of(draft, people) == Standing.NEEDS_ANOTHER) {
            throw new SecondApprovalNeeded(limit());
        }
    }

    /** Until the end of the transaction nobody else decides anything of the kind there. */
    void lock(long organization) {
        broadcasts.lockApprovals(organization);
    }

    private boolean isTheirOwn(BroadcastView draft) {
        var approver = makers.behind(access.actor().toString());
        return Stream.concat(Stream.of(draft.createdBy(), draft.changedBy()), formers.ofBroadcast(draft.id()).stream())
                .filter(Objects::nonNull)
                .anyMatch(writer -> makers.behind(writer).equals(approver));
    }
}
