package se.ringstuga.surveys;

import java.util.List;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Violation;

/**
 * What remains of the answers once they are held against the form.
 *
 * @param complete every required question that the audience sees has an answer; otherwise the submission is partial
 * @param violations what is wrong with them, each naming its field; rows may only be stored when there are none
 */
record CheckedAnswers(List<AnswerRow> rows, boolean complete, List<Violation> violations) {

    CheckedAnswers orThrow() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return this;
    }
}
