package se.ringstuga.reminders;

import java.util.List;
import java.util.function.UnaryOperator;
import se.ringstuga.http.FormDifferences;
import se.ringstuga.http.PageForm;

/**
 * What of a rule that somebody else has changed stands there otherwise than it was typed (rule 38).
 *
 * @param now the rule as its form would be filled in
 */
record RuleDifferences(PageForm typed, PageForm now, RuleFormMessages say) {

    /** @param timing of the rule as it is now, in words */
    List<FormDifferences.Part> all(RuleScreens.Choices choices, String timing) {
        var differences = new FormDifferences(typed, now, say.nothing());
        differences.text(say.name(), "title");
        differences.chosen(say.aim(), "aim", of(choices.aims()));
        differences.chosen(say.segment(), "segment", of(choices.segments()));
        timing(differences, timing);
        differences.chosen(say.useful(), "useful", of(choices.useful()));
        differences.chosen(say.channel(), "channel", this::channel);
        differences.ticked(say.asks(), "asks", say.yes(), say.no());
        differences.ticked(say.summons(), "summons", say.yes(), say.no());
        differences.text(say.smsText(), "smsText");
        differences.text(say.subject(), "subject");
        differences.text(say.emailText(), "emailText");
        return differences.parts();
    }

    /** What is filled in for the other way of counting means nothing. */
    private void timing(FormDifferences differences, String timing) {
        if (now.chose("timing", RuleForm.DAYS)) {
            differences.said(say.timing(), timing, "timing", "days", "localTime");
        } else {
            differences.said(say.timing(), timing, "timing", "minutes", "unit");
        }
    }

    private static UnaryOperator<String> of(List<RuleScreens.Option> options) {
        return value -> options.stream()
                .filter(option -> option.value().equals(value))
                .map(RuleScreens.Option::words)
                .findFirst()
                .orElse("");
    }

    private String channel(String value) {
        return switch (value) {
            case "SMS" -> say.sms();
            case "EMAIL" -> say.email();
            default -> say.firstAllowed();
        };
    }
}
