package se.ringstuga.jobs;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import se.ringstuga.accounts.AccessLogPartitions;
import se.ringstuga.accounts.Upkeep;
import se.ringstuga.calling.Leases;
import se.ringstuga.calling.QueueRefreshes;
import se.ringstuga.calling.QueueUpkeep;
import se.ringstuga.database.ClockDrift;
import se.ringstuga.fence.Fence;
import se.ringstuga.inbox.WaitingConversations;
import se.ringstuga.messaging.Bounces;
import se.ringstuga.messaging.HookReader;
import se.ringstuga.messaging.HookUpkeep;
import se.ringstuga.messaging.Loops;
import se.ringstuga.messaging.MonthlyBroadcasts;
import se.ringstuga.messaging.OverdueMessages;
import se.ringstuga.messaging.Reconciliation;
import se.ringstuga.messaging.SmsBudgets;
import se.ringstuga.messaging.UnsureMessages;
import se.ringstuga.phonebanks.Punctuality;

/** Every recurring job. Quartz runs each once in the cluster, unless it says that every instance runs it for itself. */
@ApplicationScoped
class Schedules {

    private final ClockDrift clockDrift;
    private final AccessLogPartitions accessLogPartitions;
    private final Upkeep accountsUpkeep;
    private final Leases leases;
    private final QueueUpkeep queueUpkeep;
    private final QueueRefreshes queueRefreshes;
    private final UnsureMessages unsureMessages;
    private final Bounces bounces;
    private final HookReader hookReader;
    private final HookUpkeep hookUpkeep;
    private final WaitingConversations waitingConversations;
    private final SmsBudgets smsBudgets;
    private final MonthlyBroadcasts monthlyBroadcasts;
    private final OverdueMessages overdueMessages;
    private final Reconciliation reconciliation;
    private final Fence fence;
    private final Loops loops;
    private final Punctuality punctuality;

    Schedules(
            ClockDrift clockDrift,
            AccessLogPartitions accessLogPartitions,
            Upkeep accountsUpkeep,
            Leases leases,
            QueueUpkeep queueUpkeep,
            QueueRefreshes queueRefreshes,
            UnsureMessages unsureMessages,
            Bounces bounces,
            HookReader hookReader,
            HookUpkeep hookUpkeep,
            SmsBudgets smsBudgets,
            MonthlyBroadcasts monthlyBroadcasts,
            WaitingConversations waitingConversations,
            OverdueMessages overdueMessages,
            Reconciliation reconciliation,
            Fence fence,
            Loops loops,
            Punctuality punctuality) {
        this.clockDrift = clockDrift;
        this.accessLogPartitions = accessLogPartitions;
        this.accountsUpkeep = accountsUpkeep;
        this.leases = leases;
        this.queueUpkeep = queueUpkeep;
        this.queueRefreshes = queueRefreshes;
        this.unsureMessages = unsureMessages;
        this.bounces = bounces;
        this.hookReader = hookReader;
        this.hookUpkeep = hookUpkeep;
        this.waitingConversations = waitingConversations;
        this.smsBudgets = smsBudgets;
        this.monthlyBroadcasts = monthlyBroadcasts;
        this.overdueMessages = overdueMessages;
        this.reconciliation = reconciliation;
        this.fence = fence;
        this.loops = loops;
        this.punctuality = punctuality;
    }

    /** Claims close what has lapsed by themselves; this is for assignments that nobody is calling. */
    @Scheduled(identity = "lease-sweeper", every = "30s")
    void sweepLeases() {
        leases.sweep();
    }

    @Scheduled(identity = "queue-wake", every = "15s")
    void wakeQueues() {
        queueUpkeep.wake();
    }

    @Scheduled(identity = "queue-refresh", every = "15s")
    void refreshQueues() {
        queueRefreshes.run();
    }

    @Scheduled(identity = "ringstugor", every = "10s")
    void openAndCloseRingstugor() {
        punctuality.keep();
    }

    @Scheduled(identity = "message-sweeper", every = "${ringstuga.messaging.sweep-every:30s}")
    void sweepMessages() {
        unsureMessages.sweep();
        unsureMessages.giveUp();
        overdueMessages.expire();
    }

    /** Approvals and sends add up what they need to know; this is for prices that come when nobody sends. */
    @Scheduled(identity = "sms-budgets", every = "1m")
    void addUpSmsBudgets() {
        smsBudgets.addUp();
    }

    @Scheduled(identity = "monthly-broadcasts", every = "1m")
    void makeMonthlyBroadcasts() {
        monthlyBroadcasts.make();
    }

    /** Each instance reads; what one has in hand the others pass by. */
    @Scheduled(identity = "provider-hooks", every = "1s", executeWith = Scheduled.SIMPLE)
    void readProviderHooks() {
        while (hookReader.read() > 0) {
            // One batch after the other.
        }
    }

    @Scheduled(identity = "provider-hooks-upkeep", every = "1h", delayed = "10m")
    void removeOldProviderHooks() {
        while (hookUpkeep.removeOld() > 0) {
            // One batch after the other.
        }
    }

    @Scheduled(identity = "inbox-waiting", every = "10m")
    void tellOfWaitingConversations() {
        while (waitingConversations.tell() > 0) {
            // One batch after the other.
        }
    }

    @Scheduled(
            identity = "message-reconciliation",
            every = "${ringstuga.messaging.settle-every:3m}",
            delayed = "${ringstuga.messaging.settle-first:1m}")
    void settleUnknownMessages() {
        reconciliation.settleUnknown();
    }

    @Scheduled(
            identity = "message-reconciliation-daily",
            every = "${ringstuga.messaging.compare-every:24h}",
            delayed = "${ringstuga.messaging.compare-first:15m}")
    void compareMessages() {
        reconciliation.compareAll();
    }

    /** Each instance may have a witness of its own. */
    @Scheduled(identity = "fence", every = "1m", executeWith = Scheduled.SIMPLE)
    void noteHowFarTheDatabaseHasCome() {
        fence.tick();
    }

    /** Each instance has threads of its own that send. */
    @Scheduled(identity = "loops", every = "30s", executeWith = Scheduled.SIMPLE)
    void startEndedLoopsAgain() {
        loops.startAgain();
    }

    /** A mailbox is read by one instance at a time. */
    @Scheduled(identity = "email-bounces", every = "2m", delayed = "1m")
    void readBounces() {
        bounces.read();
    }

    /** Each instance has a clock of its own. */
    @Scheduled(identity = "clock-drift", every = "1m", executeWith = Scheduled.SIMPLE)
    void compareClocks() {
        clockDrift.measure();
    }

    /** Two months ahead, so that a few missed days do not matter; the first time as soon as the first instance is up. */
    @Scheduled(identity = "access-log-partitions", every = "24h")
    void prepareAccessLog() {
        accessLogPartitions.ensure();
    }

    @Scheduled(identity = "accounts-upkeep", every = "1h", delayed = "10m")
    void forgetPassedTries() {
        accountsUpkeep.forget();
    }
}
