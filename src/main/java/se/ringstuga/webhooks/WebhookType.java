package se.ringstuga.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What can be told, by the name that stands in the payload. */
public enum WebhookType {
    PERSON_CREATED("person.created"),
    PERSON_UPDATED("person.updated"),
    MEMBERSHIP_ENDED("membership.ended"),
    /** Also when a report is corrected. */
    CALL_REPORTED("call.reported"),
    SURVEY_ANSWERED("survey.answered"),
    MESSAGE_DELIVERED("message.delivered"),
    MESSAGE_FAILED("message.failed"),
    OPT_OUT("opt_out"),
    EVENT_PUBLISHED("event.published"),
    EVENT_MOVED("event.moved"),
    EVENT_CANCELLED("event.cancelled"),
    SIGN_UP_CHANGED("sign_up.changed"),
    ATTENDANCE_CONFIRMED("attendance.confirmed"),
    AUTOMATION_STEP("automation.step");

    /** A try that somebody asked for; goes to the endpoint whatever it has chosen. */
    static final String PING = "ping";

    private final String written;

    WebhookType(String written) {
        this.written = written;
    }

    @JsonValue
    public String written() {
        return written;
    }

    static Optional<WebhookType> of(String written) {
        return Arrays.stream(values())
                .filter(type -> type.written.equals(written))
                .findFirst();
    }

    @JsonCreator
    static WebhookType read(String written) {
        return of(written).orElseThrow(() -> new IllegalArgumentException("there is no type " + written));
    }
}
