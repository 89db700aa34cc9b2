package se.ringstuga.calling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.surveys.SurveyForm.Question;

/**
 * The page with the person on the line, everything said as it is to be read.
 *
 * @param address where its forms post: {@code /ring/call/12}, or the practice's
 * @param about what the organizer chose to show, in one line
 * @param membership the part of it that tells membership: for after the question who is speaking (rule 9)
 * @param numbers empty until the number was asked for
 * @param twoNumbers whether a wrong number has to say which
 * @param leaseWords until when the person is this caller's
 * @param surveyBy by what the survey can be sent; empty without a survey
 * @param unreportedWords when the call was, if nobody has told how it went
 */
record CallScreen(
        Kind kind,
        long id,
        String address,
        String secret,
        String name,
        String givenName,
        String about,
        String membership,
        List<ShownNumber> numbers,
        boolean twoNumbers,
        String leaseWords,
        @Nullable String unreportedWords,
        boolean alsoReported,
        Script script,
        List<Note> notes,
        List<Question> questions,
        List<String> surveyBy,
        List<OfferedTag> tags,
        List<OfferedEvent> events,
        List<CallBackTime> callBackTimes,
        String hoursFrom,
        String hoursTo,
        String zone) {

    /** Why the page is open. */
    enum Kind {
        CALL,
        PRACTICE,
        UNREPORTED,
        INCOMING
    }

    record Note(String text, String when) {}

    record CallBackTime(String at, String words) {}

    public boolean practice() {
        return kind == Kind.PRACTICE;
    }

    public boolean unreported() {
        return kind == Kind.UNREPORTED;
    }

    public boolean incoming() {
        return kind == Kind.INCOMING;
    }

    /** Whether there is somebody to dial now, with words to begin with. */
    public boolean callsNow() {
        return kind == Kind.CALL || kind == Kind.PRACTICE;
    }

    /** Once the number was shown the caller tells how it went instead. */
    public boolean maySkip() {
        return callsNow() && numbers.isEmpty();
    }
}
