package se.ringstuga.messaging;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a sender; what is left out stays. Its address is what it is: another one is another sender.
 *
 * @param perSecond messages a second
 * @param chosen true: used here and below where nobody names another, instead of the one that was; false: the oldest is again
 */
record SmsSenderChanges(
        @Nullable @DecimalMin("0.01") @DecimalMax("100000") BigDecimal perSecond,
        @Nullable Boolean chosen) {}
