package se.ringstuga.calling;

/**
 * What to say.
 *
 * @param main the assignment's own script; may be empty
 * @param otherPerson when somebody else answered; the default names neither organization, party, membership nor survey (rule 9)
 * @param voicemail what to leave on an answering machine; the same holds
 * @param why the answer to "Varför ringer ni?"
 */
public record Script(String main, String otherPerson, String voicemail, String why) {}
