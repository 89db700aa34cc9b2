package se.ringstuga.surveys;

/**
 * Somebody's answers were stored; fired in the same transaction.
 *
 * @param organizationId the person's organization, which may lie below the survey's
 * @param complete false for a partial submission
 */
public record SurveyAnswered(long organizationId, long personId, long surveyId, boolean complete) {}
