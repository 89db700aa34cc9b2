package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How a call went, and what was learnt in it, as organizers read it; English in {@code messages/outcome_en.properties}. */
@MessageBundle("outcome")
public interface OutcomeMessages {

    @Message("Nådd")
    String reached();

    @Message("Samtalet bröts")
    String interrupted();

    @Message("Inget svar")
    String noAnswer();

    @Message("Upptaget")
    String busy();

    @Message("Lämnade meddelande")
    String leftMessage();

    @Message("Ring senare")
    String callBack();

    @Message("Kunde inte prata")
    String notAvailable();

    @Message("Fel nummer")
    String wrongNumber();

    @Message("Avböjde")
    String declined();

    @Message("Vill aldrig bli uppringd")
    String doNotCall();

    @Message("Inte rapporterat")
    String unreported();

    @Message("Har avlidit")
    String deceased();

    @Message("Har redan gått ur")
    String left();

    @Message("Vill gå ur")
    String wantsToLeave();

    @Message("Har aldrig varit medlem")
    String notAMember();

    @Message("Talar ett annat språk")
    String otherLanguage();

    @Message("Hot eller obehag")
    String threat();

    @Message("Vill veta vad som finns sparat")
    String wantsTheirData();
}
