package se.ringstuga.surveys;

import se.ringstuga.people.VisiblePeople;

/**
 * Whose answers an organization may read (decision 031): those to its own surveys, and to surveys from above of whoever
 * stands in its register or in one below it. Who is only connected to it told the association, not the local group.
 */
public final class SeenAnswers {

    private SeenAnswers() {}

    /**
     * Besides whether the person is seen and the survey may be used.
     *
     * @param organization the statement's parameter with the id of the organization, such as {@code :organization}
     * @return over {@code s}, a row of {@code submission}, and {@code p}, its person
     */
    public static String from(String organization) {
        return "(s.survey_organization = " + organization + " or " + VisiblePeople.inRegister(organization) + ")";
    }
}
