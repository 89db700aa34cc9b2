package se.ringstuga.inbox;

import se.ringstuga.http.Conflict;

/** 409: nobody in the register has the number, so there is nobody to write to. */
final class NobodyKnown extends Conflict {

    NobodyKnown() {
        super(
                "nobody-known",
                "Nobody in the register has this number",
                "A message is sent to a person. Give the number to the person who has it, and answer then.");
    }
}
