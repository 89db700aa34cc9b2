package se.ringstuga.automations;

import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.FlowReading.Kind;
import se.ringstuga.automations.Letter.By;
import se.ringstuga.automations.Letter.SurveyToAnswer;
import se.ringstuga.contact.Purpose;

/** From JSON to what people are sent. */
final class LetterSyntax {

    private static final int LONGEST_SMS = 1_000;
    private static final int LONGEST_EMAIL = 20_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int MOST_HOURS = 24 * 30;

    /** An SMS of yesterday is odd, an e-mail of three days ago is not. */
    private static final int SMS_HOURS = 24;

    private static final int EMAIL_HOURS = 72;

    /** What an automation sends on its own is bound by all rules. */
    enum Why {
        WELCOME,
        INFORMATION
    }

    Letter sms(Members members) {
        members.allowOnly("text", "purpose", "survey", "withinHours", "relativeDayMeant");
        return new Letter(
                By.SMS,
                purpose(members),
                members.text("text", LONGEST_SMS),
                null,
                survey(members),
                hours(members, SMS_HOURS),
                members.flag("relativeDayMeant"));
    }

    Letter email(Members members) {
        members.allowOnly("subject", "text", "purpose", "survey", "withinHours", "relativeDayMeant");
        return new Letter(
                By.EMAIL,
                purpose(members),
                members.text("text", LONGEST_EMAIL),
                members.text("subject", LONGEST_SUBJECT),
                survey(members),
                hours(members, EMAIL_HOURS),
                members.flag("relativeDayMeant"));
    }

    Letter either(Members members) {
        members.allowOnly("subject", "text", "purpose", "survey", "withinHours", "relativeDayMeant");
        return first(members, survey(members));
    }

    Letter invitation(Members members) {
        members.allowOnly("kindId", "kind", "days", "subject", "text", "purpose", "withinHours", "relativeDayMeant");
        return first(members, null);
    }

    private static Letter first(Members members, @Nullable SurveyToAnswer survey) {
        return new Letter(
                By.FIRST,
                purpose(members),
                members.text("text", LONGEST_SMS),
                members.text("subject", LONGEST_SUBJECT),
                survey,
                hours(members, EMAIL_HOURS),
                members.flag("relativeDayMeant"));
    }

    private static Purpose purpose(Members members) {
        return switch (members.choice("purpose", Why.class, Why.INFORMATION)) {
            case WELCOME -> Purpose.WELCOME;
            case INFORMATION -> Purpose.INFORMATION;
        };
    }

    /** {@code {"id": 5}}, or {@code {}} for one that the automation makes. */
    private static @Nullable SurveyToAnswer survey(Members members) {
        return members.object("survey")
                .map(survey -> {
                    survey.allowOnly("id");
                    return new SurveyToAnswer(survey.id("id", Kind.SURVEY));
                })
                .orElse(null);
    }

    private static int hours(Members members, int usual) {
        return members.number("withinHours", 1, MOST_HOURS, usual);
    }
}
