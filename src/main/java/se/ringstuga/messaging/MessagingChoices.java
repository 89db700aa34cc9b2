package se.ringstuga.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.contact.QuietHours;
import se.ringstuga.contact.WeeklyCap;

/**
 * What an organization may choose about its messages; null follows the organization above, in the end {@link #USUAL}.
 *
 * @param quietFrom local time of day; from then on no SMS, both times or neither
 * @param quietUntil until then; the same as {@code quietFrom} for no quiet hours at all
 * @param weeklyCap how many news, welcomes and calls a person gets within seven days
 * @param hoursAfterCall for so long after a call no such message is sent
 * @param approvalLimit how many people one organizer may have written to within 24 hours
 * @param smsMonthlyBudget what SMS may cost in a calendar month, in SEK; both budgets or neither
 * @param smsDailyBudget the same for a day
 * @param smsPartPrice what one part of an SMS is reckoned to cost until the provider tells, in SEK
 * @param smsMostParts no SMS is longer than so many parts
 * @param smsCountries whose mobile numbers are sent SMS besides Swedish ones: two letters each, such as NO
 * @param surveyText what somebody is sent who asks for the survey in a call; with {@code {länk}}, in an SMS and in an e-mail
 * @param contactEmail where answers to e-mails go; without one they go nowhere
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MessagingChoices(
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,

        @Nullable @Min(1) @Max(50) Integer weeklyCap,

        @Nullable @Min(0) @Max(720) Integer hoursAfterCall,

        @Nullable @Min(0) @Max(1_000_000) Integer approvalLimit,

        @Nullable @DecimalMin("0") @Digits(integer = 8, fraction = 2)
        BigDecimal smsMonthlyBudget,

        @Nullable @DecimalMin("0") @Digits(integer = 8, fraction = 2)
        BigDecimal smsDailyBudget,

        @Nullable @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 4)
        BigDecimal smsPartPrice,

        @Nullable @Min(1) @Max(10) Integer smsMostParts,

        @Nullable @Size(max = 50) List<String> smsCountries,
        @Nullable @Size(max = 300) String surveyText,
        @Nullable @Size(max = 254) String contactEmail) {

    /**
     * What holds where nobody has chosen. The price lies above what 46elks asks for an SMS within Sweden and about where Twilio
     * does: a budget that reckons with too little is exceeded before anybody is told, one that reckons with too much is put
     * right when the provider tells the price. Four parts are as long as a text is read. There is no budget, since nobody
     * but the association knows what it can pay.
     */
    static final MessagingChoices USUAL = new MessagingChoices(
            QuietHours.DEFAULT_FROM,
            QuietHours.DEFAULT_UNTIL,
            WeeklyCap.USUAL,
            24,
            500,
            null,
            null,
            new BigDecimal("0.50"),
            4,
            List.of(),
            "Hej {förnamn|du}! Här är enkäten vi pratade om: {länk}",
            null);

    /** The names under which they stand among the organization's settings. */
    static final List<String> KEYS = Arrays.stream(MessagingChoices.class.getRecordComponents())
            .map(component -> component.getName())
            .toList();

    MessagingChoices {
        smsCountries = smsCountries == null
                ? null
                : smsCountries.stream().distinct().sorted().toList();
    }

    /** These, and what they leave open from others. */
    MessagingChoices or(MessagingChoices others) {
        return new MessagingChoices(
                first(quietFrom, others.quietFrom),
                first(quietUntil, others.quietUntil),
                first(weeklyCap, others.weeklyCap),
                first(hoursAfterCall, others.hoursAfterCall),
                first(approvalLimit, others.approvalLimit),
                first(smsMonthlyBudget, others.smsMonthlyBudget),
                first(smsDailyBudget, others.smsDailyBudget),
                first(smsPartPrice, others.smsPartPrice),
                first(smsMostParts, others.smsMostParts),
                first(smsCountries, others.smsCountries),
                first(surveyText, others.surveyText),
                first(contactEmail, others.contactEmail));
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T other) {
        return Optional.ofNullable(own).orElse(other);
    }
}
