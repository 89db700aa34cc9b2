package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** 409: this installation has nobody to carry such messages, and says so before anybody waits for them (rule 26). */
final class NoGateway extends Conflict {

    NoGateway() {
        super(
                "no-gateway",
                "No gateway is configured",
                "This installation cannot send SMS yet: whoever runs it chooses a gateway first, see RINGSTUGA_SMS_GATEWAY.");
    }
}
