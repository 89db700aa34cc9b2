package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.contact.Channel;
import se.ringstuga.fence.HoldReason;
import se.ringstuga.fence.SendingStops;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.SpokenTime;

/** Says in the reader's words what the queue counts. */
@ApplicationScoped
class QueueWords {

    private final SendingQueue queue;
    private final HoldRelease holds;
    private final Carriers carriers;
    private final PageContext page;
    private final Access access;

    QueueWords(SendingQueue queue, HoldRelease holds, Carriers carriers, PageContext page, Access access) {
        this.queue = queue;
        this.holds = holds;
        this.carriers = carriers;
        this.page = page;
        this.access = access;
    }

    QueuePage page() {
        var view = queue.view(access.organizationId());
        var say = say();
        var time = page.time(access.zone());
        var own = view.stops().stream().anyMatch(stop -> stop.organization().equals(access.slug()));
        return new QueuePage(
                access.slug(),
                view.waiting(),
                view.underWay(),
                view.unknown().values().stream().mapToLong(Long::longValue).sum(),
                state(view, say, time),
                view.hold().isEmpty() ? List.of() : hold(holds.view(), say, time),
                carriers(view, say),
                view.oldestDue() == null ? "" : say.oldest(time.moment(view.oldestDue())),
                view.lanes().stream().map(lane -> lane(lane, say, time)).toList(),
                counted(view.unknown(), say),
                counted(view.failed(), say),
                !own && access.has(Permission.MESSAGES_SEND),
                own && access.has(Permission.ORGANIZATION_WRITE),
                access.has(Permission.ORGANIZATION_WRITE) && access.organizationId() == access.rootId());
    }

    private QueueMessages say() {
        return MessageBundles.get(
                QueueMessages.class, Localized.Literal.of(page.language().tag()));
    }

    /** Of the sandbox the page says enough in its own words. */
    private static List<String> carriers(QueueView view, QueueMessages say) {
        return view.simulated()
                ? List.of()
                : view.gateways().values().stream()
                        .distinct()
                        .map(say::carriedBy)
                        .toList();
    }

    private List<String> state(QueueView view, QueueMessages say, SpokenTime time) {
        var state = new ArrayList<String>();
        if (view.switchedOff()) {
            state.add(say.switchedOff());
        }
        for (var stop : view.stops()) {
            state.add(stopped(stop, say, time));
        }
        state.addAll(nobody(view, say));
        return state;
    }

    /** Of a channel that nobody carries while another is carried, as soon as something waits for it. */
    private List<String> nobody(QueueView view, QueueMessages say) {
        if (!carriers.carries(Channel.SMS) && !carriers.carries(Channel.EMAIL)) {
            return List.of(say.nobodyCarries());
        }
        return view.lanes().stream()
                .map(QueueView.Lane::channel)
                .distinct()
                .filter(channel -> !carriers.carries(channel))
                .map(channel -> channel == Channel.SMS ? say.nobodyCarriesSms() : say.nobodyCarriesEmail())
                .toList();
    }

    private static String stopped(SendingStops.Stop stop, QueueMessages say, SpokenTime time) {
        var sentence = say.stopped(stop.stoppedBy(), stop.organizationName(), time.moment(stop.since()));
        return stop.why() == null ? sentence : sentence + " " + stop.why();
    }

    private static List<String> hold(HoldView hold, QueueMessages say, SpokenTime time) {
        if (!hold.onHold()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        hold.reasons().forEach(reason -> lines.add(reason(reason, say)));
        lines.add(say.holdGap(time.moment(Objects.requireNonNull(hold.from()))));
        lines.add(hold.due() == 1 ? say.holdDueOne() : say.holdDue(hold.due()));
        lines.add(hold.journal() ? journal(hold.decisions(), say) : say.holdNoJournal());
        lines.add(hold.texts() ? say.holdTexts() : say.holdNoTexts());
        return lines;
    }

    private static String journal(int decisions, QueueMessages say) {
        return decisions == 1 ? say.holdJournalOne() : say.holdJournal(decisions);
    }

    private static String reason(HoldReason reason, QueueMessages say) {
        return switch (reason) {
            case RESTORED -> say.restored();
            case WITHOUT_FENCE -> say.withoutFence();
            case OLDER -> say.older();
            case OTHER_CLUSTER -> say.otherCluster();
            case OTHER_TIMELINE -> say.otherTimeline();
            case OTHER_DATABASE -> say.otherDatabase();
            case OTHER_ADDRESS -> say.otherAddress();
            case OTHER_DIRECTORY -> say.otherDirectory();
            case OTHER_MACHINE -> say.otherMachine();
        };
    }

    private QueuePage.Lane lane(QueueView.Lane lane, QueueMessages say, SpokenTime time) {
        var title = lane.broadcast() == null ? alone(lane, say) : lane.broadcast();
        var elsewhere = !lane.organization().equals(access.slug());
        return new QueuePage.Lane(
                elsewhere ? title + " " + say.of(lane.organization()) : title,
                lane.broadcastId() == null ? "" : "/o/" + lane.organization() + "/broadcasts/" + lane.broadcastId(),
                say.laneWaits(lane.waiting(), time.moment(lane.nextAt())),
                lane.sender() == null || lane.perSecond() == null
                        ? ""
                        : say.sender(
                                SenderNames.shown(lane.sender()),
                                BigDecimal.valueOf(lane.perSecond())
                                        .stripTrailingZeros()
                                        .toPlainString()),
                lane.paused());
    }

    private static String alone(QueueView.Lane lane, QueueMessages say) {
        return lane.urgent() ? say.urgent() : say.many();
    }

    private List<String> counted(Map<String, Long> counted, QueueMessages say) {
        return counted.entrySet().stream()
                .map(why -> say.countedWhy(why.getValue(), Reason.said(why.getKey(), page.language())))
                .toList();
    }
}
