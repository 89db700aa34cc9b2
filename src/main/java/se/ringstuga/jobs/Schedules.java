package se.ringstuga.jobs;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.ringstuga.accounts.AccessLogPartitions;
import se.ringstuga.accounts.Upkeep;
import se.ringstuga.automations.AutomationTick;
import se.ringstuga.calling.Leases;
import se.ringstuga.calling.QueueRefreshes;
import se.ringstuga.calling.QueueUpkeep;
import se.ringstuga.database.ClockDrift;
import se.ringstuga.events.EventUpkeep;
import se.ringstuga.events.SignUpRequests;
import se.ringstuga.events.WaitingLists;
import se.ringstuga.fence.Fence;
import se.ringstuga.inbox.WaitingConversations;
import se.ringstuga.messaging.Bounces;
import se.ringstuga.messaging.CodeSending;
import se.ringstuga.messaging.HookReader;
import se.ringstuga.messaging.HookUpkeep;
import se.ringstuga.messaging.Loops;
import se.ringstuga.messaging.MonthlyBroadcasts;
import se.ringstuga.messaging.OverdueMessages;
import se.ringstuga.messaging.Reconciliation;
import se.ringstuga.messaging.SmsBudgets;
import se.ringstuga.messaging.UnsureMessages;
import se.ringstuga.organizations.ClosedDecisions;
import se.ringstuga.phonebanks.Punctuality;
import se.ringstuga.reminders.ReminderRounds;
import se.ringstuga.webhooks.WebhookDeliveries;
import se.ringstuga.webhooks.WebhookDispatch;

/**
 * Every recurring job, in groups. Quartz fires each somewhere in the cluster, unless it says that every instance does it for
 * itself; {@link RecordedRuns} lets it run once at a time and writes down what came of it, with what the {@link Tally} counted.
 * Fields are injected here and in {@link Counted} alone: the constructors would be longer than the schedules.
 */
final class Schedules {

    private Schedules() {}

    @Recorded
    @ApplicationScoped
    static class OfCalls extends Counted {

        @Inject
        Leases leases;

        @Inject
        QueueUpkeep queueUpkeep;

        @Inject
        QueueRefreshes queueRefreshes;

        @Inject
        Punctuality punctuality;

        /** Claims close what has lapsed by themselves; this is for assignments that nobody is calling. */
        @Scheduled(identity = "lease-sweeper", every = "20s")
        void sweepLeases() {
            tally.add(leases.sweep());
        }

        @Scheduled(identity = "queue-wake", every = "15s")
        void wakeQueues() {
            tally.add(queueUpkeep.wake());
        }

        @Scheduled(identity = "queue-refresh", every = "15s")
        void refreshQueues() {
            tally.add(queueRefreshes.run());
        }

        @Scheduled(identity = "ringstugor", every = "10s")
        void openAndCloseRingstugor() {
            tally.add(punctuality.keep());
        }
    }

    @Recorded
    @ApplicationScoped
    static class OfMessages extends Counted {

        @Inject
        UnsureMessages unsure;

        @Inject
        OverdueMessages overdue;

        @Inject
        SmsBudgets budgets;

        @Inject
        MonthlyBroadcasts monthly;

        @Inject
        Reconciliation reconciliation;

        @Inject
        Bounces bounces;

        @Inject
        WaitingConversations waiting;

        @Inject
        DigestJob digests;

        @Scheduled(identity = "message-sweeper", every = "${ringstuga.messaging.sweep-every:20s}")
        void sweep() {
            tally.add(unsure.sweep());
            tally.add(unsure.giveUp());
            tally.add(overdue.expire());
        }

        /** Approvals and sends add up what they need to know; this is for prices that come when nobody sends. */
        @Rarely("1m")
        @Scheduled(identity = "sms-budgets", every = "20s")
        void addUpBudgets() {
            budgets.addUp();
        }

        @Rarely("1m")
        @Scheduled(identity = "monthly-broadcasts", every = "20s")
        void makeMonthly() {
            monthly.make();
        }

        @Rarely("${ringstuga.messaging.settle-every:3m}")
        @Scheduled(
                identity = "message-reconciliation",
                every = "${ringstuga.messaging.settle-look:20s}",
                delayed = "${ringstuga.messaging.settle-first:1m}")
        void settleUnknown() {
            reconciliation.settleUnknown();
        }

        @Rarely("${ringstuga.messaging.compare-every:24h}")
        @Scheduled(
                identity = "message-reconciliation-daily",
                every = "20s",
                delayed = "${ringstuga.messaging.compare-first:1m}")
        void compare() {
            reconciliation.compareAll();
        }

        /** A mailbox is read by one instance at a time. */
        @Rarely("2m")
        @Scheduled(identity = "email-bounces", every = "20s", delayed = "1m")
        void readBounces() {
            tally.add(bounces.read());
        }

        /** From the morning on, each organization once a day or week. */
        @Rarely("5m")
        @Scheduled(identity = "digests", every = "20s")
        void tellWhatWaits() {
            tally.add(digests.run());
        }

        @Rarely("10m")
        @Scheduled(identity = "inbox-waiting", every = "20s")
        void tellOfWaitingConversations() {
            tally.all(waiting::tell);
        }
    }

    @Recorded
    @ApplicationScoped
    static class OfEvents extends Counted {

        @Inject
        EventUpkeep events;

        @Inject
        WaitingLists waitingLists;

        @Inject
        ReminderRounds reminders;

        @Inject
        AutomationTick automations;

        /** Series thirteen months ahead, and invitations of those who fit by now. */
        @Rarely("6h")
        @Scheduled(identity = "event-series", every = "20s", delayed = "1m")
        void prepareEvents() {
            tally.add(events.run());
        }

        /** Places are given away when they become free; this is for those of which nobody was told. */
        @Rarely("1m")
        @Scheduled(identity = "event-waiting-lists", every = "20s")
        void moveUpWaitingLists() {
            tally.all(waitingLists::catchUp);
        }

        @Scheduled(identity = "reminders", every = "10s")
        void remind() {
            tally.add(reminders.run());
        }

        @Scheduled(identity = "automations", every = "10s")
        void goOnWithAutomations() {
            tally.add(automations.run());
        }
    }

    /** What keeps the database small, and ready for the days to come. */
    @Recorded
    @ApplicationScoped
    static class OfUpkeep extends Counted {

        @Inject
        HookUpkeep hooks;

        @Inject
        WebhookDeliveries deliveries;

        @Inject
        AccessLogPartitions accessLog;

        @Inject
        ClosedDecisions closedDays;

        @Inject
        Upkeep accounts;

        @Inject
        CodeSending codes;

        @Inject
        SignUpRequests signUpRequests;

        @Rarely("1h")
        @Scheduled(identity = "provider-hooks-upkeep", every = "20s", delayed = "1m")
        void removeOldProviderHooks() {
            tally.all(hooks::removeOld);
        }

        @Rarely("1h")
        @Scheduled(identity = "webhooks-upkeep", every = "20s", delayed = "1m")
        void forgetDeliveries() {
            tally.all(deliveries::forget);
        }

        /** Two months ahead, so that a few missed days do not matter; the first time as soon as the first instance is up. */
        @Rarely("24h")
        @Scheduled(identity = "access-log-partitions", every = "20s")
        void prepareAccessLog() {
            accessLog.ensure();
        }

        /** Two years ahead. */
        @Rarely("24h")
        @Scheduled(identity = "closed-days", every = "20s", delayed = "1m")
        void layOutClosedDays() {
            tally.all(closedDays::keepUp);
        }

        @Rarely("1h")
        @Scheduled(identity = "accounts-upkeep", every = "20s", delayed = "1m")
        void forgetPassedTries() {
            accounts.forget();
        }

        @Rarely("1h")
        @Scheduled(identity = "codes-upkeep", every = "20s", delayed = "1m")
        void forgetCodes() {
            codes.tidy();
            tally.all(signUpRequests::forget);
        }
    }

    @Recorded
    @ApplicationScoped
    static class OfEveryInstance extends Counted {

        @Inject
        HookReader hooks;

        @Inject
        WebhookDispatch webhooks;

        @Inject
        Fence fence;

        @Inject
        ClockDrift clockDrift;

        @Inject
        Loops loops;

        @Inject
        CodeSending codes;

        /** What one instance has in hand the others pass by. */
        @Scheduled(identity = "provider-hooks", every = "1s", executeWith = Scheduled.SIMPLE)
        void readProviderHooks() {
            tally.all(hooks::read);
        }

        /** Likewise. */
        @Scheduled(
                identity = "webhooks",
                every = "1s",
                executeWith = Scheduled.SIMPLE,
                concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
        void sendWebhooks() {
            tally.add(webhooks.run());
        }

        /** Each instance may have a witness of its own. */
        @Scheduled(identity = "fence", every = "1m", executeWith = Scheduled.SIMPLE)
        void noteHowFarTheDatabaseHasCome() {
            fence.tick();
        }

        /** Each instance has a clock of its own. */
        @Scheduled(identity = "clock-drift", every = "1m", executeWith = Scheduled.SIMPLE)
        void compareClocks() {
            clockDrift.measure();
        }

        /** Somebody stands with a phone in the hand and waits; each instance takes what no other has. */
        @Scheduled(identity = "codes", every = "${ringstuga.messaging.codes-every:2s}", executeWith = Scheduled.SIMPLE)
        void sendCodes() {
            tally.all(codes::send);
        }

        /** Loops of this instance that ended. */
        @Scheduled(identity = "loops", every = "30s", executeWith = Scheduled.SIMPLE)
        void startLoopsAgain() {
            loops.startAgain();
        }
    }
}
