package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.contact.Channel;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.PageContext;
import se.ringstuga.segments.UsableSegments;

/** Puts a broadcast into the words of its page. */
@ApplicationScoped
class BroadcastScreens {

    private final Sending sending;
    private final Approvals approvals;
    private final BroadcastProgress progress;
    private final BroadcastTerms terms;
    private final ComposeNumbers numbers;
    private final PreviewLetters letters;
    private final MessageWords words;
    private final UsableSegments segments;
    private final Authors authors;
    private final Access access;
    private final PageContext page;
    private final Clock clock;

    BroadcastScreens(
            Sending sending,
            Approvals approvals,
            BroadcastProgress progress,
            BroadcastTerms terms,
            ComposeNumbers numbers,
            PreviewLetters letters,
            MessageWords words,
            UsableSegments segments,
            Authors authors,
            Access access,
            PageContext page,
            Clock clock) {
        this.sending = sending;
        this.approvals = approvals;
        this.progress = progress;
        this.terms = terms;
        this.numbers = numbers;
        this.letters = letters;
        this.words = words;
        this.segments = segments;
        this.authors = authors;
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
                letter(Sending.content(broadcast), broadcast.createdBy()),
                access.has(Permission.MESSAGES_SEND),
                draft ? draft(broadcast) : null,
                draft ? null : progress.of(broadcast));
    }

    /** How, what and to whom. */
    String lead(BroadcastView broadcast) {
        return lead(Sending.content(broadcast));
    }

    String lead(Broadcasts.Content broadcast) {
        var channel = words.channel(broadcast.channel());
        return Stream.of(
                        channel.substring(0, 1).toUpperCase(page.language().locale()) + channel.substring(1),
                        purpose(broadcast),
                        to(broadcast))
                .collect(Collectors.joining(" · "));
    }

    private String purpose(Broadcasts.Content broadcast) {
        return switch (broadcast.purpose()) {
            case NOTICE ->
                broadcast.aboutChange()
                        ? terms.say().noticeOfChange()
                        : terms.say().notice();
            case WELCOME -> terms.say().welcome();
            case INFORMATION, REMINDER, REQUESTED, CALL -> terms.say().information();
        };
    }

    private String to(Broadcasts.Content broadcast) {
        var segment = broadcast.segment();
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
        history.add(terms.say().writtenBy(author(broadcast.createdBy()), time.moment(broadcast.createdAt())));
        var changedAt = broadcast.changedAt();
        if (changedAt != null) {
            history.add(terms.say().changedBy(author(String.valueOf(broadcast.changedBy())), time.moment(changedAt)));
        }
        var approvedAt = broadcast.approvedAt();
        if (approvedAt != null) {
            var by = String.valueOf(broadcast.approvedBy());
            var own = by.equals(broadcast.createdBy()) || by.equals(broadcast.changedBy());
            history.add(
                    own
                            ? terms.say().sentBy(author(by), time.moment(approvedAt))
                            : terms.say().approvedBy(author(by), time.moment(approvedAt)));
        }
        return history;
    }

    private String author(String actor) {
        return Objects.requireNonNullElseGet(
                authors.name(actor), () -> terms.say().tool());
    }

    /** Shown for somebody invented: a page that many open is no place for a real name. */
    ComposePreview.Letter letter(Broadcasts.Content broadcast, String author) {
        var written = new TextRules.Written(
                broadcast.channel(), broadcast.sender(), broadcast.text(), broadcast.subject(), null);
        try {
            return letters.of(written, letters.invented(), author);
        } catch (InvalidInput outdated) {
            return new ComposePreview.Letter(null, broadcast.subject(), null, broadcast.text());
        }
    }

    /** What can no longer be sent as it stands is said, not refused. */
    private BroadcastScreen.Draft draft(BroadcastView broadcast) {
        var content = Sending.content(broadcast);
        try {
            var run = sending.dryRun(content);
            return draft(broadcast, numbers.who(content, run), run, null);
        } catch (TextTooLong tooLong) {
            return draft(broadcast, null, null, terms.say().tooLong(numbers.mostParts()));
        }
    }

    private BroadcastScreen.Draft draft(
            BroadcastView broadcast, ComposePreview.@Nullable Who who, @Nullable DryRun run, @Nullable String trouble) {
        var people = run == null ? 0 : run.account().waiting();
        var standing = approvals.of(broadcast, people);
        var own = standing != Approvals.Standing.ANOTHERS;
        var when = when(broadcast.sendAt(), own);
        return new BroadcastScreen.Draft(
                who,
                people,
                when,
                run == null || run.closedUntil() == null
                        ? goesOut(broadcast.sendAt(), own)
                        : page.time(access.zone()).moment(run.beginsAt()),
                own,
                standing == Approvals.Standing.NEEDS_ANOTHER ? terms.say().secondText(approvals.limit()) : null,
                SeenDraft.of(broadcast, lead(broadcast), planned(broadcast.sendAt())),
                trouble,
                UUID.randomUUID().toString());
    }

    /** The same however long it is looked at. */
    private String planned(@Nullable Instant sendAt) {
        var time = page.time(access.zone());
        return sendAt == null ? terms.say().whenNow() : time.day(sendAt) + " " + time.clock(sendAt);
    }

    private String when(@Nullable Instant sendAt, boolean own) {
        if (sendAt == null) {
            return own ? terms.say().whenNowOwn() : terms.say().whenNow();
        }
        if (!sendAt.isAfter(clock.instant())) {
            return terms.say().whenPassed();
        }
        var moment = page.time(access.zone()).moment(sendAt);
        return sentence(own ? terms.say().whenLaterOwn(moment) : terms.say().whenLater(moment));
    }

    private String goesOut(@Nullable Instant sendAt, boolean own) {
        if (sendAt != null && sendAt.isAfter(clock.instant())) {
            return page.time(access.zone()).moment(sendAt);
        }
        return own ? terms.say().sureSoonOwn() : terms.say().sureSoon();
    }

    private String sentence(String said) {
        return said.substring(0, 1).toUpperCase(page.language().locale()) + said.substring(1);
    }
}
