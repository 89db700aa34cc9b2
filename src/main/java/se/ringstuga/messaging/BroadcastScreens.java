package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.ActorNames;
import se.ringstuga.accounts.Permission;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.segments.UsableSegments;

/** Puts a broadcast into the words of its page. */
@ApplicationScoped
class BroadcastScreens {

    private final Sending sending;
    private final BroadcastProgress progress;
    private final BroadcastTerms terms;
    private final ComposeNumbers numbers;
    private final PreviewLetters letters;
    private final MessageWords words;
    private final UsableSegments segments;
    private final ActorNames actors;
    private final Access access;
    private final PageContext page;
    private final Clock clock;

    BroadcastScreens(
            Sending sending,
            BroadcastProgress progress,
            BroadcastTerms terms,
            ComposeNumbers numbers,
            PreviewLetters letters,
            MessageWords words,
            UsableSegments segments,
            ActorNames actors,
            Access access,
            PageContext page,
            Clock clock) {
        this.sending = sending;
        this.progress = progress;
        this.terms = terms;
        this.numbers = numbers;
        this.letters = letters;
        this.words = words;
        this.segments = segments;
        this.actors = actors;
        this.access = access;
        this.page = page;
        this.clock = clock;
    }

    BroadcastScreen of(BroadcastView broadcast) {
        var draft = broadcast.state() == BroadcastView.State.DRAFT;
        return new BroadcastScreen(
                access.slug(),
                broadcast.id(),
                broadcast.title(),
                broadcast.channel() == Channel.SMS,
                lead(broadcast),
                history(broadcast),
                letter(broadcast),
                access.has(Permission.MESSAGES_SEND),
                draft ? draft(broadcast) : null,
                draft ? null : progress.of(broadcast));
    }

    /** How, what and to whom. */
    String lead(BroadcastView broadcast) {
        var channel = words.channel(broadcast.channel());
        return Stream.of(
                        channel.substring(0, 1).toUpperCase(page.language().locale()) + channel.substring(1),
                        purpose(broadcast),
                        to(broadcast))
                .collect(Collectors.joining(" · "));
    }

    private String purpose(BroadcastView broadcast) {
        return switch (broadcast.purpose()) {
            case NOTICE -> terms.say().notice();
            case WELCOME -> terms.say().welcome();
            case INFORMATION, REMINDER, REQUESTED, CALL -> terms.say().information();
        };
    }

    private String to(BroadcastView broadcast) {
        var segment = broadcast.segmentId();
        return switch (ComposeForm.to(broadcast)) {
            case SEGMENT ->
                segments.titles(access.organizationId()).stream()
                        .filter(known -> segment != null && known.id() == segment)
                        .map(known -> terms.say().toSegment(known.title()))
                        .findFirst()
                        .orElseGet(() -> terms.say().toFilter());
            case ALL -> terms.say().toAll();
            case JOINED ->
                terms.say().toJoined(broadcast.filter().path("withinDays").asInt());
            case TAG -> terms.say().toTagged();
            case OTHER -> terms.say().toFilter();
        };
    }

    private List<String> history(BroadcastView broadcast) {
        var time = page.time(access.zone());
        var history = new ArrayList<String>();
        history.add(terms.say().writtenBy(actors.of(broadcast.createdBy()), time.moment(broadcast.createdAt())));
        var approvedAt = broadcast.approvedAt();
        if (approvedAt != null) {
            history.add(
                    terms.say().approvedBy(actors.of(String.valueOf(broadcast.approvedBy())), time.moment(approvedAt)));
        }
        return history;
    }

    /** Shown for somebody invented: a page that many open is no place for a real name. */
    private ComposePreview.Letter letter(BroadcastView broadcast) {
        var written = new PreviewLetters.Written(broadcast.text(), broadcast.subject(), broadcast.senderId());
        return letters.of(broadcast.channel(), written, Optional.empty());
    }

    private BroadcastScreen.Draft draft(BroadcastView broadcast) {
        var time = page.time(access.zone());
        var account = account(broadcast);
        var who = numbers.who(Sending.content(broadcast), account);
        return new BroadcastScreen.Draft(
                who, account.waiting(), when(broadcast.sendAt(), time), goesOut(broadcast, time));
    }

    /** A time that has passed since it was written is said, not refused. */
    private BroadcastAccount account(BroadcastView broadcast) {
        try {
            return sending.dryRun(Sending.content(broadcast));
        } catch (InvalidInput passed) {
            return BroadcastAccount.NOBODY;
        }
    }

    private String when(@Nullable Instant sendAt, SpokenTime time) {
        if (sendAt == null) {
            return terms.say().whenNow();
        }
        return sendAt.isAfter(clock.instant())
                ? sentence(terms.say().whenLater(time.moment(sendAt)))
                : terms.say().whenPassed();
    }

    private String goesOut(BroadcastView broadcast, SpokenTime time) {
        var sendAt = broadcast.sendAt();
        return sendAt == null || !sendAt.isAfter(clock.instant()) ? terms.say().sureSoon() : time.moment(sendAt);
    }

    private String sentence(String said) {
        return said.substring(0, 1).toUpperCase(page.language().locale()) + said.substring(1);
    }
}
