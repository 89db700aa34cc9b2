package se.ringstuga.people;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import se.ringstuga.http.Language;

/** Channels and purposes by the names under which they are stored, in the reader's language. */
final class ContactWords {

    private static final String EVERY_PURPOSE = "ANY";

    private final PeopleMessages say;
    private final Language language;

    ContactWords(Language language) {
        this.language = language;
        this.say = MessageBundles.get(PeopleMessages.class, Localized.Literal.of(language.tag()));
    }

    /** A channel, narrowed to a purpose where the choice is: "SMS (information)". */
    String what(String channel, String purpose) {
        return purpose.equals(EVERY_PURPOSE) ? channel(channel) : say.forPurpose(channel(channel), purpose(purpose));
    }

    /** The channel at the beginning of a line. */
    String heading(String channel) {
        var word = channel(channel);
        return word.substring(0, 1).toUpperCase(language.locale()) + word.substring(1);
    }

    private String channel(String channel) {
        return switch (channel) {
            case "SMS" -> say.channelSms();
            case "EMAIL" -> say.channelEmail();
            default -> say.channelCall();
        };
    }

    private String purpose(String purpose) {
        return switch (purpose) {
            case "NOTICE" -> say.purposeNotice();
            case "REMINDER" -> say.purposeReminder();
            case "REQUESTED" -> say.purposeRequested();
            case "WELCOME" -> say.purposeWelcome();
            case "CALL" -> say.purposeCall();
            default -> say.purposeInformation();
        };
    }
}
