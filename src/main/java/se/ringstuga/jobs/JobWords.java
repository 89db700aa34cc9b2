package se.ringstuga.jobs;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.organizations.Organizations;

/** Says how jobs stand, in the reader's language. */
@ApplicationScoped
class JobWords {

    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;

    private final JobOverview jobs;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    JobWords(JobOverview jobs, Organizations organizations, Access access, PageContext page) {
        this.jobs = jobs;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
    }

    JobMessages say() {
        return MessageBundles.get(
                JobMessages.class, Localized.Literal.of(page.language().tag()));
    }

    JobScreen screen(@Nullable String said) {
        var time = page.time(access.zone());
        return new JobScreen(
                access.slug(),
                jobs.all().stream().map(job -> line(job, time)).toList(),
                !organizations.onlyOneTree(),
                said);
    }

    RunsScreen runs(JobView job) {
        var time = page.time(access.zone());
        var runs = job.runs() == null ? List.<JobView.Run>of() : job.runs();
        return new RunsScreen(
                access.slug(),
                job.name(),
                name(job.name()),
                every(job.everySeconds()),
                runs.stream().map(run -> past(run, time)).toList());
    }

    private RunsScreen.Past past(JobView.Run run, SpokenTime time) {
        return new RunsScreen.Past(
                lasted(run.startedAt(), run.seconds(), time),
                run.done() == null ? null : say().done(String.valueOf(run.done())),
                run.failure() == null ? null : say().failed(run.failure()),
                run.node(),
                run.asked());
    }

    private String lasted(Instant started, double seconds, SpokenTime time) {
        return say().lasted(time.moment(started), String.format(page.language().locale(), "%.1f", seconds));
    }

    private JobScreen.Line line(JobView job, SpokenTime time) {
        var failed = job.failure() != null;
        var each = job.everyInstance()
                ? every(job.everySeconds()) + ", " + say().everyInstance()
                : every(job.everySeconds());
        return new JobScreen.Line(
                job.name(),
                name(job.name()),
                each,
                latest(job, time),
                failed ? "warn" : "",
                job.done() == null ? null : say().done(String.valueOf(job.done())),
                trouble(job, time),
                job.nextAt() == null ? null : time.moment(job.nextAt()),
                job.node());
    }

    private String latest(JobView job, SpokenTime time) {
        if (job.running()) {
            return say().running();
        }
        var started = job.startedAt();
        if (started == null) {
            return say().never();
        }
        return job.seconds() == null ? time.moment(started) : lasted(started, job.seconds(), time);
    }

    private @Nullable String trouble(JobView job, SpokenTime time) {
        if (job.failure() != null) {
            return say().failed(job.failure());
        }
        return job.failedAt() == null ? null : say().failedBefore(time.moment(job.failedAt()));
    }

    private String every(long seconds) {
        if (seconds >= DAY) {
            return say().everyDay();
        } else if (seconds >= HOUR) {
            return seconds == HOUR ? say().everyHour() : say().everyHours(seconds / HOUR);
        } else if (seconds >= MINUTE) {
            return seconds == MINUTE ? say().everyMinute() : say().everyMinutes(seconds / MINUTE);
        }
        return seconds == 1 ? say().everySecond() : say().everySeconds(seconds);
    }

    /** A job without words of its own is called by its name. */
    String name(String job) {
        return switch (job) {
            case "lease-sweeper" -> say().leaseSweeper();
            case "queue-wake" -> say().queueWake();
            case "queue-refresh" -> say().queueRefresh();
            case "ringstugor" -> say().ringstugor();
            case "message-sweeper" -> say().messageSweeper();
            case "sms-budgets" -> say().smsBudgets();
            case "monthly-broadcasts" -> say().monthlyBroadcasts();
            case "message-reconciliation" -> say().messageReconciliation();
            case "message-reconciliation-daily" -> say().messageReconciliationDaily();
            case "email-bounces" -> say().emailBounces();
            case "inbox-waiting" -> say().inboxWaiting();
            case "provider-hooks" -> say().providerHooks();
            case "provider-hooks-upkeep" -> say().providerHooksUpkeep();
            case "webhooks" -> say().webhooks();
            case "webhooks-upkeep" -> say().webhooksUpkeep();
            case "access-log-partitions" -> say().accessLogPartitions();
            case "closed-days" -> say().closedDays();
            case "automations" -> say().automations();
            case "accounts-upkeep" -> say().accountsUpkeep();
            case "event-series" -> say().eventSeries();
            case "event-waiting-lists" -> say().eventWaitingLists();
            case "reminders" -> say().reminders();
            case "codes" -> say().codes();
            case "codes-upkeep" -> say().codesUpkeep();
            case "loops" -> say().loops();
            case "digests" -> say().digests();
            case "fence" -> say().fence();
            case "clock-drift" -> say().clockDrift();
            default -> job;
        };
    }
}
