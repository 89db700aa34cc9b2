package se.ringstuga.inbox;

import se.ringstuga.contact.Consents;

/**
 * Somebody has answered JA or NEJ by SMS; told in the transaction that reads it. The number can be forged: it may decide no
 * more than the question that was asked.
 *
 * @param organizationId that asked
 * @param subject what it is about, as whoever asked wrote it
 */
public record QuestionAnswered(
        long questionId, long organizationId, Consents.Person person, String subject, boolean yes) {}
