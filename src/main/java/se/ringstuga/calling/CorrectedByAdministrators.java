package se.ringstuga.calling;

import se.ringstuga.http.Problem;

/** 403: what was reported here only administrators read, and so only they replace it. */
final class CorrectedByAdministrators extends Problem {

    CorrectedByAdministrators() {
        super(
                403,
                "corrected-by-administrators",
                "Not allowed",
                "Only administrators correct this report; a token needs every scope for it.");
    }
}
