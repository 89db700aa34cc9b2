package se.ringstuga.messaging;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sender to be added.
 *
 * @param address a number in E.164, or up to eleven letters, digits and spaces
 * @param perSecond messages a second; 10 when absent
 */
record NewSmsSender(
        @NotNull
        @Pattern(
                regexp = "\\+[1-9][0-9]{6,14}|(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 ]{0,10}",
                message = "must be a number such as +46701740605, or 1 to 11 letters and digits")
        String address,

        @Nullable @DecimalMin("0.01") @DecimalMax("100000") BigDecimal perSecond) {

    private static final BigDecimal USUAL = BigDecimal.TEN;

    BigDecimal rate() {
        return perSecond == null ? USUAL : perSecond;
    }
}
