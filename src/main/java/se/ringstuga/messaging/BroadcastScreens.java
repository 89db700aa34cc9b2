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
    private final Authors authors;
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
            Authors authors,
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
            case NOTICE -> terms.say().notice();
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
            history.add(
                    terms.say().approvedBy(author(String.valueOf(broadcast.approvedBy())), time.moment(approvedAt)));
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
        var time = page.time(access.zone());
        var content = Sending.content(broadcast);
        var when = when(broadcast.sendAt(), time);
        var key = UUID.randomUUID().toString();
        try {
            var run = sending.dryRun(content);
            return new BroadcastScreen.Draft(
                    numbers.who(content, run),
                    run.account().waiting(),
                    when,
                    run.closedUntil() == null ? goesOut(broadcast, time) : time.moment(run.beginsAt()),
                    null,
                    key);
        } catch (TextTooLong tooLong) {
            return new BroadcastScreen.Draft(
                    null, 0, when, goesOut(broadcast, time), terms.say().tooLong(numbers.mostParts()), key);
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
