package se.ringstuga.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** On what terms somebody is handed out; the parameters that every statement taking people has in common. */
@ApplicationScoped
class ClaimTerms {

    private final CallingConfig config;

    ClaimTerms(CallingConfig config) {
        this.config = config;
    }

    /** A page has not shown the number yet, so its claim is not dialled and lasts for a shorter time. */
    Map<String, Object> of(CallScope scope, long assignmentId, Instant now) {
        var parameters = new HashMap<String, Object>();
        parameters.put("now", now);
        parameters.put("assignment", assignmentId);
        parameters.put("organization", scope.organizationId());
        parameters.put("reserved_since", now.minus(config.callBackReserved()));
        parameters.put("lease", now.plus(scope.page() ? config.undialledLease() : config.dialledLease()));
        parameters.put("dialled", scope.page() ? null : now);
        return parameters;
    }
}
