package se.ringstuga.messaging;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageForm;

/** The choices about messages as they are typed: empty for what follows others, decimals with a comma or a point. */
final class ChoiceForm {

    private final PageForm form;
    private final SettingsMessages say;
    private final Map<String, String> faults = new LinkedHashMap<>();

    ChoiceForm(PageForm form, SettingsMessages say) {
        this.form = form;
        this.say = say;
    }

    /** What was typed; where it could not be read it is left open, and {@link #faults} says so. */
    MessagingChoices read() {
        return new MessagingChoices(
                value("quietFrom", ChoiceForm::time, say.timeWrong()),
                value("quietUntil", ChoiceForm::time, say.timeWrong()),
                value("weeklyCap", Integer::valueOf, say.numberWrong()),
                value("hoursAfterCall", Integer::valueOf, say.numberWrong()),
                value("approvalLimit", Integer::valueOf, say.numberWrong()),
                value("smsMonthlyBudget", ChoiceForm::decimal, say.numberWrong()),
                value("smsDailyBudget", ChoiceForm::decimal, say.numberWrong()),
                value("smsPartPrice", ChoiceForm::decimal, say.numberWrong()),
                value("smsMostParts", Integer::valueOf, say.numberWrong()),
                value("smsCountries", ChoiceForm::countries, say.countryWrong()),
                value("surveyText", Function.identity(), ""),
                value("contactEmail", Function.identity(), say.emailWrong()));
    }

    Map<String, String> faults() {
        return faults;
    }

    /** As they would be typed. */
    static Map<String, String> typed(MessagingChoices choices, Locale language) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("quietFrom", text(choices.quietFrom()));
        typed.put("quietUntil", text(choices.quietUntil()));
        typed.put("weeklyCap", text(choices.weeklyCap()));
        typed.put("hoursAfterCall", text(choices.hoursAfterCall()));
        typed.put("approvalLimit", text(choices.approvalLimit()));
        typed.put("smsMonthlyBudget", amount(choices.smsMonthlyBudget(), language));
        typed.put("smsDailyBudget", amount(choices.smsDailyBudget(), language));
        typed.put("smsPartPrice", amount(choices.smsPartPrice(), language));
        typed.put("smsMostParts", text(choices.smsMostParts()));
        typed.put("smsCountries", String.join(" ", Objects.requireNonNullElse(choices.smsCountries(), List.of())));
        typed.put("surveyText", text(choices.surveyText()));
        typed.put("contactEmail", text(choices.contactEmail()));
        return typed;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String amount(@Nullable BigDecimal value, Locale language) {
        var plain = value == null ? "" : value.toPlainString();
        return language.getLanguage().equals("sv") ? plain.replace('.', ',') : plain;
    }

    private <T> @Nullable T value(String name, Function<String, T> reader, String wrong) {
        var typed = form.value(name).strip();
        try {
            return typed.isEmpty() ? null : reader.apply(typed);
        } catch (NumberFormatException | DateTimeException _) {
            faults.put(name, wrong);
            return null;
        }
    }

    private static LocalTime time(String typed) {
        var written = typed.replace('.', ':');
        return LocalTime.parse(written.length() == 4 ? "0" + written : written);
    }

    private static BigDecimal decimal(String typed) {
        return new BigDecimal(typed.replace(" ", "").replace(',', '.'));
    }

    private static List<String> countries(String typed) {
        return Arrays.stream(typed.toUpperCase(Locale.ROOT).split("[\\s,]+"))
                .filter(country -> !country.isEmpty())
                .toList();
    }
}
