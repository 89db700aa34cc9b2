package se.ringstuga.messaging;

import se.ringstuga.preferences.PersonalLinks;
import se.ringstuga.surveys.SentLinks;

/** Texts that were sent, as staff and tools may see them: the personal links in them lead nowhere. */
public final class HiddenLinks {

    private HiddenLinks() {}

    /** The same text without the codes by which somebody else could act in the recipient's name. */
    public static String in(String text) {
        return SentLinks.hidden(PersonalLinks.hidden(text));
    }
}
