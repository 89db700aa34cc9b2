package se.ringstuga.messaging;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each recipient's text costs, as the freezing statement is told: most texts have the same parts, the others are named
 * by the hash of what makes them different.
 *
 * @param payer null for what costs nothing
 * @param used the columns of a person that make a difference to the text
 * @param parts of most texts
 * @param hashes of the other texts
 * @param partsOf these, in the same order
 */
record TextCosts(
        SendingRules.@Nullable Payer payer,
        BigDecimal partPrice,
        Set<String> used,
        int parts,
        List<Long> hashes,
        List<Long> partsOf) {

    static final TextCosts NONE = new TextCosts(null, BigDecimal.ZERO, Set.of(), 0, List.of(), List.of());

    boolean exceptional() {
        return !hashes.isEmpty();
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>(
                Map.of("part_price", partPrice, "parts", parts, "hashes", hashes, "parts_of", partsOf));
        parameters.put("payer", payer == null ? null : payer.organizationId());
        parameters.put("payer_zone", payer == null ? "UTC" : payer.zone().getId());
        return parameters;
    }
}
