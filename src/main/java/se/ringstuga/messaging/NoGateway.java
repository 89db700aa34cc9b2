package se.ringstuga.messaging;

import se.ringstuga.http.Conflict;

/** 409: this installation has nobody to carry such messages, and says so before anybody waits for them (rule 26). */
final class NoGateway extends Conflict {

    NoGateway() {
        super(
                "no-gateway",
                "No gateway is configured",
                "Nobody carries such messages here yet. Whoever runs this installation chooses"
                        + " RINGSTUGA_SMS_GATEWAY for SMS and RINGSTUGA_EMAIL_GATEWAY for e-mail.");
    }
}
