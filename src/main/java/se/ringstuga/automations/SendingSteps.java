package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Actor;
import se.ringstuga.accounts.Notice;
import se.ringstuga.automations.Turnout.For;
import se.ringstuga.automations.Turnout.Outcome;
import se.ringstuga.automations.Turnout.Trace;
import se.ringstuga.messaging.PersonalMessages;
import se.ringstuga.messaging.PersonalMessages.Put;
import se.ringstuga.surveys.SentLinks;

/** Puts messages in line. What is past its time is skipped with the reason, and the flow goes on (nothing goes out stale). */
@ApplicationScoped
class SendingSteps {

    static final String SOURCE = "AUTOMATION";

    /** More at a time go behind whatever is for one person. */
    private static final int FEW = 50;

    /** Whoever was contacted a moment ago is asked for again, as long as the message makes sense. */
    private static final Duration LATER = Duration.ofHours(3);

    private static final String RECENTLY = "CONTACTED_RECENTLY";

    private final PersonalMessages messages;
    private final SentLinks links;
    private final OwnSurveys surveys;
    private final ClosedSurveys closedSurveys;
    private final OtherSteps others;
    private final Turns turns;

    SendingSteps(
            PersonalMessages messages,
            SentLinks links,
            OwnSurveys surveys,
            ClosedSurveys closedSurveys,
            OtherSteps others,
            Turns turns) {
        this.messages = messages;
        this.links = links;
        this.surveys = surveys;
        this.closedSurveys = closedSurveys;
        this.others = others;
        this.turns = turns;
    }

    List<Turnout> send(Batch batch, Step.Send step) {
        var letter = step.letter();
        var survey = letter.survey() == null ? null : surveys.asked(batch.automation(), step.key(), letter.survey());
        if (survey != null && survey.closed()) {
            return closed(batch, step, survey);
        }
        var fresh = batch.of(batch.people().stream()
                .filter(who -> !batch.stale(who, letter.withinHours()))
                .toList());
        var sent = new HashMap<Long, Turnout>();
        if (!fresh.people().isEmpty()) {
            send(fresh, letter, survey, sent);
        }
        return batch.people().stream()
                .map(who -> Optional.ofNullable(sent.get(who.id()))
                        .orElseGet(() -> batch.goesOn(who, Trace.skipped(who.begun() ? RECENTLY : "TOO_LATE"))))
                .toList();
    }

    /** A link to it would show that it is over; the organizers may open another, and are told of it once. */
    private List<Turnout> closed(Batch batch, Step.Send step, OwnSurveys.Asked survey) {
        if (closedSurveys.isNews(batch.automation().id(), step.key(), survey.id(), batch.now())) {
            others.tell(batch, Notice.Kind.AUTOMATION_SURVEY_CLOSED, Map.of());
        }
        return batch.people().stream()
                .map(who -> batch.goesOn(who, Trace.skipped("SURVEY_CLOSED")))
                .toList();
    }

    private void send(Batch batch, Letter letter, OwnSurveys.@Nullable Asked survey, Map<Long, Turnout> sent) {
        var wanted = posted(
                batch, who -> batch.calendar().after(who.arrivedAt(), new Span(letter.withinHours(), Span.Unit.HOURS)));
        var puts = put(batch, letter, wanted);
        var surveyLinks = survey == null ? Map.<Long, Long>of() : links(batch, survey.id(), inLine(wanted, puts));
        for (var posted : wanted) {
            var who = posted.who();
            var link = surveyLinks.getOrDefault(who.person(), 0L);
            sent.put(who.id(), turnout(batch, posted, puts.get(posted.run()), link));
        }
    }

    /** Each person's own link to the survey, by person: a link is made for nobody who is not sent it. */
    private Map<Long, Long> links(Batch batch, long survey, List<Long> people) {
        return people.isEmpty() ? Map.of() : links.addAll(batch.organizationId(), people, survey, Actor.SYSTEM);
    }

    static List<Long> inLine(List<Posted> posted, Map<Long, Put> puts) {
        return posted.stream()
                .filter(one -> refusal(puts.get(one.run())) == null)
                .map(one -> one.who().person())
                .toList();
    }

    private Turnout turnout(Batch batch, Posted posted, @Nullable Put put, long link) {
        var refusal = refusal(put);
        if (refusal == null) {
            return batch.goesOn(posted.who(), new Trace(posted.run(), Outcome.DONE, null, null, link));
        }
        return refusal.startsWith(RECENTLY)
                ? new Turnout.Waits(For.TIME, batch.now().plus(LATER), posted.until())
                : batch.goesOn(posted.who(), Trace.skipped(refusal));
    }

    /**
     * Somebody to whom a message is put in line.
     *
     * @param run the number of the trace that it refers to
     * @param until it is not sent later
     */
    record Posted(Due who, long run, Instant until) {}

    /** Everybody of a batch, each with the number of a trace drawn for it. */
    List<Posted> posted(Batch batch, Function<Due, Instant> until) {
        var runs = turns.draw(batch.people().size());
        var posted = new ArrayList<Posted>();
        for (int i = 0; i < runs.size(); i++) {
            var who = batch.people().get(i);
            posted.add(new Posted(who, runs.get(i), until.apply(who)));
        }
        return posted;
    }

    /** What came of each, by the number of its trace. */
    Map<Long, Put> put(Batch batch, Letter letter, List<Posted> posted) {
        var by = batch.automation().state().by();
        var subject = letter.subject();
        var words = new PersonalMessages.Words(
                letter.text(),
                subject == null ? "" : subject,
                letter.text(),
                by == null ? Actor.SYSTEM.toString() : by);
        var from = new PersonalMessages.From(batch.organizationId(), SOURCE, posted.size() > FEW);
        var puts = new HashMap<Long, Put>();
        messages.put(
                        from,
                        posted.stream()
                                .map(one -> new PersonalMessages.Wanted(
                                        one.who().person(),
                                        one.run(),
                                        "",
                                        letter.purpose(),
                                        by(letter),
                                        words,
                                        batch.now(),
                                        one.until(),
                                        false))
                                .toList())
                .forEach(put -> puts.put(put.sourceId(), put));
        return puts;
    }

    /** As much longer as it was paused. */
    void prolong(Automation automation, Duration paused) {
        var inLine = messages.inLine(automation.home().organizationId(), SOURCE);
        messages.prolong(SOURCE, turns.ofAutomation(automation.id(), inLine), paused);
    }

    static PersonalMessages.By by(Letter letter) {
        return switch (letter.by()) {
            case SMS -> PersonalMessages.By.SMS;
            case EMAIL -> PersonalMessages.By.EMAIL;
            case FIRST -> PersonalMessages.By.FIRST_ALLOWED;
        };
    }

    /** Null for what is in line; of several reasons the one that says more than that there is no address. */
    static @Nullable String refusal(@Nullable Put put) {
        return switch (put) {
            case null -> "NOT_HERE";
            case Put.InLine _, Put.AlreadyThere _ -> null;
            case Put.Refused refused -> {
                var reasons = Stream.of(Optional.ofNullable(refused.sms()), Optional.ofNullable(refused.email()))
                        .flatMap(Optional::stream)
                        .toList();
                yield reasons.stream()
                        .filter(reason -> !reason.equals("NO_ADDRESS"))
                        .findFirst()
                        .orElse("NO_ADDRESS");
            }
        };
    }
}
