package se.ringstuga.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Locale;
import se.ringstuga.http.Language;

/** Says a timeline's entries in the reader's language. */
@ApplicationScoped
class TimelineWords {

    private final ObjectMapper json;

    TimelineWords(ObjectMapper json) {
        this.json = json;
    }

    String of(Timelines.Entry entry, Language language) {
        var say = MessageBundles.get(TimelineMessages.class, Localized.Literal.of(language.tag()));
        var details = tree(entry.details());
        var channels = new ContactWords(language);
        return switch (entry.kind()) {
            case "CREATED" -> say.created();
            case "IMPORTED" -> say.imported();
            case "IMPORT_UNDONE" -> say.importUndone();
            case "EDITED" -> say.edited();
            case "MEMBERSHIP_ENDED" -> say.membershipEnded();
            case "MEMBERSHIP_RESUMED" -> say.membershipResumed();
            case "RESTRICTED" -> say.restricted();
            case "RESTRICTION_LIFTED" -> say.restrictionLifted();
            case "STOPPED" -> say.stopped();
            case "STOP_LIFTED" -> say.stopLifted();
            case "TAGGED" -> say.tagged(text(details, "title"));
            case "CONNECTED" -> say.connected(text(details, "organization"));
            case "CONSENT" -> consent(say, details, channels);
            case "SURVEY" ->
                details.path("complete").asBoolean()
                        ? say.survey(text(details, "title"))
                        : say.surveyPartly(text(details, "title"));
            case "CALL" -> say.call(text(details, "assignment"), outcome(say, text(details, "outcome")));
            case "MESSAGE" -> message(say, details, channels);
            case "INVITED" -> say.invited(text(details, "title"));
            case "SIGNED_UP" -> say.signedUp(text(details, "title"));
            case "WAITING" -> say.waiting(text(details, "title"));
            case "MOVED_UP" -> say.movedUp(text(details, "title"));
            case "SIGN_UP_CANCELLED" -> say.signUpCancelled(text(details, "title"));
            case "ATTENDED" -> say.attended(text(details, "title"));
            case "ABSENT" -> say.absent(text(details, "title"));
            case "AUTOMATION_ENTERED" -> say.automationEntered(text(details, "title"));
            case "AUTOMATION_ENDED" -> automationEnded(say, text(details, "title"), text(details, "state"));
            case "AUTOMATION_STEP" -> automationStep(say, details);
            default -> say.other(entry.kind().toLowerCase(Locale.ROOT).replace('_', ' '));
        };
    }

    private static String automationEnded(TimelineMessages say, String title, String state) {
        return switch (state) {
            case "FINISHED" -> say.automationFinished(title);
            case "FAILED" -> say.automationFailed(title);
            default -> say.automationLeft(title);
        };
    }

    private static String automationStep(TimelineMessages say, JsonNode details) {
        var what = switch (text(details, "stepKind")) {
            case "send" -> say.automationSend();
            case "call" -> say.automationCall();
            case "tag" -> say.automationTag();
            case "invite" -> say.automationInvite();
            case "tell" -> say.automationTell();
            default -> say.automationHook();
        };
        return text(details, "outcome").equals("SKIPPED")
                ? say.automationSkipped(text(details, "title"), what)
                : say.automationStep(text(details, "title"), what);
    }

    private static String consent(TimelineMessages say, JsonNode details, ContactWords channels) {
        var what = channels.what(text(details, "channel"), text(details, "purpose"));
        var said = switch (text(details, "decision")) {
            case "GRANTED" -> say.granted(what);
            case "WITHDRAWN" -> say.withdrawn(what);
            default -> say.corrected(what);
        };
        var where = where(say, text(details, "source").replaceAll(":.*", ""));
        return where.isEmpty() ? said : say.where(said, where);
    }

    /** Empty for sources that say nothing to people. */
    private static String where(TimelineMessages say, String source) {
        return switch (source) {
            case "sms" -> say.bySms();
            case "provider" -> say.atProvider();
            case "personal link" -> say.onOwnPage();
            case "one-click" -> say.inMailProgram();
            case "call" -> say.inCall();
            case "staff" -> say.notedByStaff();
            case "token" -> say.notedByTool();
            default -> "";
        };
    }

    private static String message(TimelineMessages say, JsonNode details, ContactWords channels) {
        var channel = channels.heading(text(details, "channel"));
        var broadcast = text(details, "title");
        var message = broadcast.isEmpty() ? alone(say, details, channel) : say.broadcast(channel, broadcast);
        var state = details.path("replacedBy").isNumber() ? say.messageReplaced() : state(say, text(details, "state"));
        return state.isEmpty() ? message : say.messageState(message, state);
    }

    private static String alone(TimelineMessages say, JsonNode details, String channel) {
        var event = text(details, "event");
        return switch (text(details, "source")) {
            case "TEST" -> say.test(channel);
            case "REMINDER" -> say.reminder(channel, event);
            case "EVENT" -> say.aboutEvent(channel, event);
            case "AUTOMATION" -> say.byItself(channel);
            default -> say.alone(channel);
        };
    }

    private static String state(TimelineMessages say, String state) {
        return switch (state) {
            case "QUEUED", "DISPATCHING" -> say.messageWaiting();
            case "ACCEPTED", "SENT" -> say.messageSent();
            case "DELIVERED" -> say.messageDelivered();
            case "FAILED" -> say.messageFailed();
            case "SKIPPED", "EXPIRED", "CANCELLED" -> say.messageNotSent();
            case "UNKNOWN" -> say.messageUnknown();
            default -> "";
        };
    }

    private static String outcome(TimelineMessages say, String outcome) {
        return switch (outcome) {
            case "REACHED" -> say.reached();
            case "NO_ANSWER" -> say.noAnswer();
            case "BUSY" -> say.busy();
            case "LEFT_MESSAGE" -> say.leftMessage();
            case "CALL_BACK" -> say.callBack();
            case "NOT_AVAILABLE" -> say.notAvailable();
            case "WRONG_NUMBER" -> say.wrongNumber();
            case "DECLINED" -> say.declined();
            case "DO_NOT_CALL" -> say.doNotCall();
            default -> say.callUnreported();
        };
    }

    private static String text(JsonNode details, String name) {
        return details.path(name).isTextual() ? details.path(name).asText() : "";
    }

    private JsonNode tree(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
