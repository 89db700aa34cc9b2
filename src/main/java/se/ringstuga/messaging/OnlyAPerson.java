package se.ringstuga.messaging;

import se.ringstuga.http.Problem;

/** 403: whether somebody may be written to twice is for a person to decide, not for a tool. */
final class OnlyAPerson extends Problem {

    OnlyAPerson() {
        super(
                403,
                "only-a-person",
                "Only a person may send a message again",
                "It may have arrived. Somebody of the staff has to look at it and send it again themselves.");
    }
}
