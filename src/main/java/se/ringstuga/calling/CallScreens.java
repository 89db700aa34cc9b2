package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.calling.CallScreen.CallBackTime;
import se.ringstuga.calling.CallScreen.Kind;
import se.ringstuga.calling.CallScreen.Note;
import se.ringstuga.events.OfferedEvents;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.messaging.SurveyMessages;
import se.ringstuga.organizations.ClosedDays;
import se.ringstuga.surveys.SurveyForm;

/** Says a claim in the caller's language. */
@RequestScoped
class CallScreens {

    private final PageContext page;
    private final SurveyMessages surveys;
    private final ClosedDays closedDays;
    private final Clock clock;

    CallScreens(PageContext page, SurveyMessages surveys, ClosedDays closedDays, Clock clock) {
        this.page = page;
        this.surveys = surveys;
        this.closedDays = closedDays;
        this.clock = clock;
    }

    /** The page of one claim. */
    CallScreen of(ClaimView claim, CallerHome home, Kind kind) {
        SpokenTime time = page.time(ZoneId.of(home.zone()));
        PersonOnLine person = claim.person();
        return new CallScreen(
                kind,
                claim.id(),
                address(claim.id(), kind),
                claim.secret(),
                person.name(),
                person.givenName(),
                about(claim, time),
                membership(claim, time),
                kind == Kind.CALL || kind == Kind.PRACTICE
                        ? ShownNumber.of(person.phone(), person.altPhone())
                        : List.of(),
                person.altPhone() != null,
                lease(claim, time),
                kind == Kind.UNREPORTED ? unreported(claim, time) : null,
                claim.alsoReported(),
                ScriptText.spoken(home, person),
                claim.notes().stream()
                        .map(note -> new Note(note.text(), time.moment(note.writtenAt())))
                        .toList(),
                questions(claim.survey()),
                surveyBy(claim, home, kind),
                home.tags(),
                home.events().stream().map(this::event).toList(),
                callBackTimes(home, time),
                clockOf(home.callingHoursFrom()),
                clockOf(home.callingHoursTo()),
                home.zone());
    }

    /** Until when the person is this caller's. */
    String lease(ClaimView claim, SpokenTime time) {
        String until = time.clock(claim.leaseUntil());
        String name = claim.person().givenName();
        return claim.dialledAt() == null ? words().yoursShort(name, until) : words().yours(name, until);
    }

    SpokenTime time(ZoneId zone) {
        return page.time(zone);
    }

    CallMessages words() {
        return MessageBundles.get(
                CallMessages.class, Localized.Literal.of(page.language().tag()));
    }

    CallerMessages callerWords() {
        return MessageBundles.get(
                CallerMessages.class, Localized.Literal.of(page.language().tag()));
    }

    /** A time of day as it is written in this language: 9.00, in English 9:00. */
    String clockOf(String time) {
        return page.language().locale().equals(Locale.of("sv")) ? time.replace(':', '.') : time;
    }

    static List<SurveyForm.Question> questions(@Nullable SurveyForm survey) {
        return survey == null ? List.of() : survey.questions();
    }

    private OfferedEvent event(OfferedEvents.Offer offer) {
        var when = words().event(offer.title(), page.time(offer.zone()).moment(offer.startsAt()));
        return new OfferedEvent(offer.id(), offer.full() ? words().eventFull(when) : when);
    }

    /** The practised person has whatever the organization sends by. */
    private List<String> surveyBy(ClaimView claim, CallerHome home, Kind kind) {
        if (claim.survey() == null) {
            return List.of();
        }
        var channels = kind == Kind.PRACTICE
                ? surveys.channels(home.organizationId())
                : surveys.channels(home.organizationId(), claim.person().id());
        return Stream.of(SurveyChannel.values())
                .filter(by -> channels.contains(by.channel()))
                .map(SurveyChannel::name)
                .toList();
    }

    private static String address(long id, Kind kind) {
        return switch (kind) {
            case CALL, UNREPORTED -> "/ring/call/" + id;
            case INCOMING -> "/ring/rang-back/" + id;
            case PRACTICE -> "/ring/practice";
        };
    }

    private String unreported(ClaimView claim, SpokenTime time) {
        return callerWords()
                .unreportedLead(
                        claim.person().givenName(),
                        time.moment(Objects.requireNonNullElse(claim.dialledAt(), claim.claimedAt())));
    }

    private String about(ClaimView claim, SpokenTime time) {
        Stream<String> shown = fields(claim, time, false);
        Stream<String> calls = Stream.of(attempts(claim.attempts()));
        Stream<String> askedFor = Stream.ofNullable(claim.callBackAt()).map(at -> words().askedFor(time.moment(at)));
        Stream<String> promised = claim.promised() ? Stream.of(words().promised()) : Stream.empty();
        String line = Stream.of(promised, shown, calls, askedFor)
                .flatMap(part -> part)
                .collect(Collectors.joining(" · "));
        return sentence(line);
    }

    private String membership(ClaimView claim, SpokenTime time) {
        return sentence(fields(claim, time, true).collect(Collectors.joining(" · ")));
    }

    private Stream<String> fields(ClaimView claim, SpokenTime time, boolean tellingMembership) {
        return claim.person().fields().entrySet().stream()
                .filter(field -> ShownField.valueOf(field.getKey()).tellsMembership() == tellingMembership)
                .map(field -> field(field, time));
    }

    private String sentence(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(page.language().locale()) + words.substring(1);
    }

    private String field(Map.Entry<String, String> field, SpokenTime time) {
        String value = field.getValue();
        return switch (field.getKey()) {
            case "JOINED" -> words().joined(time.ago(LocalDate.parse(value)));
            case "BIRTH_YEAR" -> words().born(value);
            case "LANGUAGE" ->
                words().language(Locale.of(value)
                        .getDisplayLanguage(page.language().locale()));
            case "EXTERNAL_ID" -> words().member(value);
            default -> value;
        };
    }

    private String attempts(int attempts) {
        return switch (attempts) {
            case 0 -> words().neverCalled();
            case 1 -> words().calledOnce();
            default -> words().calledTimes(attempts);
        };
    }

    private List<CallBackTime> callBackTimes(CallerHome home, SpokenTime time) {
        var times = new CallBackTimes(
                LocalTime.parse(home.callingHoursFrom()),
                lastTime(home.callingHoursTo()),
                closedDays.calendar(home.organizationId()));
        return times.suggestions(clock.instant()).stream()
                .map(at -> new CallBackTime(at.toString(), sentence(time.day(at) + " " + time.clock(at))))
                .toList();
    }

    /** "24:00" and "00:00" end the day. */
    private static LocalTime lastTime(String to) {
        return to.startsWith("24") || to.equals("00:00") ? LocalTime.MAX : LocalTime.parse(to);
    }
}
