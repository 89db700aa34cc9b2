package se.ringstuga.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Language;
import se.ringstuga.http.SpokenTime;
import se.ringstuga.messaging.TemplateField;
import se.ringstuga.messaging.TemplateFields;

/**
 * What a text may say of an event. The words are made when the message leaves: {@code {dag}} is "i morgon" on the day before,
 * whenever the text was written (rule 31).
 */
public final class EventTexts {

    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final int MOST_DAYS = 13;

    public static final TemplateField LINK =
            TemplateField.personalLink("event_sign_up", "länk till anmälan", "sign-up link", "sign_up_link");

    static final TemplateField ANSWERED = TemplateField.ofOrganization("event_answer", "besked", "answer");

    static final TemplateField STANDING = TemplateField.ofOrganization("event_standing", "din anmälan", "your sign-up");

    /** The other days of a series that one notice tells of; put behind its text, never written in one. */
    static final TemplateField OTHERS = TemplateField.ofOrganization("event_others", "övriga dagar", "other days");

    public static final List<TemplateField> FIELDS = List.of(
            TemplateField.ofOrganization("event_title", "möte", "event"),
            TemplateField.ofOrganization("event_day", "dag", "day"),
            TemplateField.ofOrganization("event_date", "datum", "date"),
            TemplateField.ofOrganization("event_time", "tid", "time"),
            TemplateField.ofOrganization("event_end", "sluttid", "end"),
            TemplateField.ofOrganization("event_place", "plats", "place"),
            TemplateField.ofOrganization("event_address", "adress", "address"),
            new TemplateField("event_online", List.of("nätlänk", "online_link"), TemplateField.Origin.LINK, false),
            TemplateField.ofOrganization("event_contact", "kontakt", "contact"),
            TemplateField.ofOrganization("event_why", "orsak", "reason"),
            LINK,
            ANSWERED,
            STANDING);

    /** What a text may name once it is in line. */
    static final List<TemplateField> LEAVING =
            Stream.concat(FIELDS.stream(), Stream.of(OTHERS)).toList();

    static final TemplateFields KNOWN = TemplateFields.standard().with(FIELDS.toArray(TemplateField[]::new));

    /** Long enough for texts that are counted before there is an event. */
    private static final Map<String, String> INVENTED = Map.of(
            "event_title", "Medlemsmöte",
            "event_day", "onsdag 25 november",
            "event_date", "onsdag 25 november",
            "event_time", "18.30",
            "event_end", "20.30",
            "event_place", "Folkets hus",
            "event_address", "Storgatan 12",
            "event_online", "https://example.org/mote",
            "event_contact", "Annika Lindström, 070-174 06 10",
            "event_answer", "Tack, du är anmäld.");

    private EventTexts() {}

    /**
     * An event as texts tell of it.
     *
     * @param contact whom to ask and how; the association where there is nobody in particular
     */
    public record Told(
            String title,
            Instant startsAt,
            Instant endsAt,
            ZoneId zone,
            @Nullable String place,
            @Nullable String address,
            @Nullable String onlineLink,
            String contact,
            @Nullable String cancelledWhy) {

        boolean isNowhere() {
            return place == null && address == null && onlineLink == null;
        }
    }

    /** The day without the hour always as a date, for what is read at another time than it is sent. */
    public static Map<String, String> of(Told event, Instant now) {
        var time = new SpokenTime(Language.SWEDISH, event.zone(), now);
        var elsewhen =
                new SpokenTime(Language.SWEDISH, event.zone(), event.startsAt().minus(A_WEEK));
        var fields = new HashMap<String, String>();
        fields.put("event_title", event.title());
        fields.put("event_day", time.day(event.startsAt()));
        fields.put("event_date", elsewhen.day(event.startsAt()));
        fields.put("event_time", time.clock(event.startsAt()));
        fields.put("event_end", time.clock(event.endsAt()));
        fields.put("event_place", Objects.requireNonNullElse(event.place(), ""));
        fields.put("event_address", Objects.requireNonNullElse(event.address(), ""));
        fields.put("event_online", Objects.requireNonNullElse(event.onlineLink(), ""));
        fields.put("event_contact", event.contact());
        fields.put("event_why", Objects.requireNonNullElse(event.cancelledWhy(), ""));
        return fields;
    }

    /**
     * What is said to whoever has answered JA or NEJ: what stands now, since the last place may have gone meanwhile.
     *
     * @param fields of the event
     * @param signUp the state of the person's sign-up; null without any
     */
    static String answered(Map<String, String> fields, @Nullable String signUp) {
        var event =
                "%s %s kl %s".formatted(fields.get("event_title"), fields.get("event_day"), fields.get("event_time"));
        return switch (signUp == null ? "" : signUp) {
            case "SIGNED_UP", "ATTENDED" -> "Tack! Du är anmäld till " + event + ".";
            case "WAITING" ->
                "Tack! Det är fullt just nu, så du står på väntelistan till " + event
                        + ". Vi hör av oss om du får en plats.";
            case "CANCELLED" -> "Tack för beskedet! Då räknar vi inte med dig på " + event + ".";
            default -> "Tack för svaret! Tyvärr går det inte att anmäla sig till " + event + ".";
        };
    }

    /** What the move of an event leaves somebody with. */
    static String standing(@Nullable String signUp) {
        return "WAITING".equals(signUp) ? "Du står kvar på väntelistan." : "Du står kvar som anmäld.";
    }

    /** "22/12, 26/1 och 23/2"; empty for none. */
    static String days(List<Instant> starts, ZoneId zone) {
        var days = starts.stream()
                .sorted()
                .map(start -> start.atZone(zone).toLocalDate())
                .map(day -> day.getDayOfMonth() + "/" + day.getMonthValue())
                .toList();
        if (days.size() <= 1) {
            return String.join("", days);
        }
        return days.size() <= MOST_DAYS
                ? String.join(", ", days.subList(0, days.size() - 1)) + " och " + days.getLast()
                : String.join(", ", days.subList(0, MOST_DAYS)) + " och " + (days.size() - MOST_DAYS) + " till";
    }

    /** Of an event that does not exist. */
    public static Map<String, String> invented(String link) {
        var fields = new HashMap<>(INVENTED);
        fields.put(LINK.key(), link);
        fields.put(STANDING.key(), standing("SIGNED_UP"));
        return fields;
    }

    /**
     * What is known of a guest besides, whose own page of the event is also where they end what comes of it.
     *
     * @param name as they wrote it
     */
    static Map<String, String> ofGuest(String name, String link) {
        return Map.of(
                LINK.key(),
                link,
                "preferences",
                link,
                "name",
                name,
                "given_name",
                name.strip().split("\\s+", 2)[0]);
    }
}
