package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What to say where an assignment has no text of its own. To somebody else on the line, and on an answering machine, neither
 * organization, party, membership nor survey is named (rule 9): whoever listens must not learn what the person belongs to.
 */
@MessageBundle("callscript")
public interface DefaultTexts {

    @Message("Tack, då försöker jag en annan gång. Det var inget viktigt. Hej då.")
    String otherPerson();

    @Message("Lämna inget meddelande. Lägg på och välj ”Inget svar”.")
    String voicemail();

    @Message(
            "Vi ringer runt för att lära känna varandra och höra vad du tycker. Du bestämmer själv vad du vill svara på.")
    String why();
}
