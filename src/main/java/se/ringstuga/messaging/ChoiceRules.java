package se.ringstuga.messaging;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;
import se.ringstuga.people.EmailAddress;
import se.ringstuga.people.MobileNumbers;

/** What must hold between the choices about messages, and what was changed of them. */
final class ChoiceRules {

    private ChoiceRules() {}

    /** @throws InvalidInput naming every field that does not fit the others */
    static void check(MessagingChoices wanted) {
        var violations = new ArrayList<Violation>();
        if ((wanted.quietFrom() == null) != (wanted.quietUntil() == null)) {
            violations.add(Violation.body(
                    "quietUntil",
                    "give both `quietFrom` and `quietUntil`, or neither to follow the organization above"));
        }
        budget(wanted, violations);
        surveyText(wanted, violations);
        for (var country : Objects.requireNonNullElse(wanted.smsCountries(), List.<String>of())) {
            if (!MobileNumbers.known(country)) {
                violations.add(Violation.body(
                        "smsCountries", "there is no country " + country + "; two capital letters, such as NO"));
            }
        }
        var contact = wanted.contactEmail();
        if (contact != null && EmailAddress.parse(contact).isEmpty()) {
            violations.add(Violation.body("contactEmail", "is no e-mail address"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    private static void surveyText(MessagingChoices wanted, List<Violation> violations) {
        var text = wanted.surveyText();
        if (text == null) {
            return;
        }
        try {
            var fields = Template.parse(text, TemplateFields.standard().with(TemplateFields.SURVEY_LINK))
                    .fields();
            if (!fields.contains(MessageFields.SURVEY_LINK)) {
                violations.add(Violation.body("surveyText", "must hold the link: {länk}"));
            }
        } catch (TemplateMistake mistake) {
            violations.add(Violation.body("surveyText", String.valueOf(mistake.getMessage())));
        }
    }

    private static void budget(MessagingChoices wanted, List<Violation> violations) {
        var monthly = wanted.smsMonthlyBudget();
        var daily = wanted.smsDailyBudget();
        if ((monthly == null) != (daily == null)) {
            violations.add(Violation.body(
                    "smsDailyBudget", "give both budgets, or neither to share that of the organization above"));
        } else if (monthly != null && daily != null && daily.compareTo(monthly) > 0) {
            violations.add(Violation.body("smsDailyBudget", "is more than `smsMonthlyBudget`"));
        }
    }

    /** Such as {@code weeklyCap: 3 -> 5, approvalLimit: inherited -> 200}. */
    static String difference(MessagingChoices before, MessagingChoices after) {
        return Arrays.stream(MessagingChoices.class.getRecordComponents())
                .filter(field -> !same(value(field, before), value(field, after)))
                .map(field ->
                        field.getName() + ": " + shown(value(field, before)) + " -> " + shown(value(field, after)))
                .collect(Collectors.joining(", "));
    }

    /** 500 and 500.00 are the same amount. */
    private static boolean same(@Nullable Object before, @Nullable Object after) {
        if (before instanceof BigDecimal amount && after instanceof BigDecimal other) {
            return amount.compareTo(other) == 0;
        }
        return Objects.equals(before, after);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "inherited" : value.toString();
    }

    private static @Nullable Object value(RecordComponent field, MessagingChoices of) {
        try {
            return field.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
