package se.ringstuga.events;

import java.time.ZoneId;
import se.ringstuga.contact.Consents;
import se.ringstuga.http.Language;

/**
 * Whose personal link it is, as far as its pages need to know (rule 28).
 *
 * @param member whether what is for members is for this person now
 */
record LinkOwner(Consents.Person person, String firstName, boolean member, Language language, ZoneId zone) {}
