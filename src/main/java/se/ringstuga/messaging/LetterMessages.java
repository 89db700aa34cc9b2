package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the product itself adds to what is written to a person, in that person's language; English in {@code messages/letter_en.properties}. */
@MessageBundle("letter")
public interface LetterMessages {

    @Message("Du får det här från {organization}.")
    String from(String organization);

    @Message("Svara på det här brevet eller skriv till {contact}.")
    String answer(String contact);

    /** Before the link at the end of an SMS; equally long in all languages, since it is paid for by the letter. */
    @Message("Avanmäl")
    String unsubscribe();
}
