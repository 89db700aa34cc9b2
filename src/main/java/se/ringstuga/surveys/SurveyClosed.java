package se.ringstuga.surveys;

import se.ringstuga.http.Conflict;

/** A closed survey takes answers from a caller who already talks to the person, and from nobody else. */
public final class SurveyClosed extends Conflict {

    SurveyClosed(long surveyId) {
        super("survey-closed", "The survey is closed", "Reopen survey " + surveyId + " to take more answers.");
        with("surveyId", surveyId);
    }
}
