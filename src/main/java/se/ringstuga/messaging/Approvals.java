package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.TokenMakers;

/** Whether the one who asks may approve a broadcast (rule 23). */
@ApplicationScoped
class Approvals {

    private static final Duration COUNTED = Duration.ofHours(24);

    private final Broadcasts broadcasts;
    private final MessagingSettings settings;
    private final TokenMakers makers;
    private final Access access;
    private final Clock clock;

    Approvals(Broadcasts broadcasts, MessagingSettings settings, TokenMakers makers, Access access, Clock clock) {
        this.broadcasts = broadcasts;
        this.settings = settings;
        this.makers = makers;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Refuses whoever wrote it, by themselves or through a token, when more are written to in 24 hours than one may decide.
     *
     * @param author who wrote it, as actors are stored
     * @param people who would get it
     * @throws SecondApprovalNeeded when somebody else must agree
     */
    void require(String author, long people) {
        var limit = settings.of(access.organizationId()).approvalLimit();
        var before = broadcasts.targetedSince(
                access.organizationId(), clock.instant().minus(COUNTED));
        if (before + people > limit
                && makers.behind(author).equals(makers.behind(access.actor().toString()))) {
            throw new SecondApprovalNeeded(limit);
        }
    }
}
