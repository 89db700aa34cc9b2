package se.ringstuga.surveys;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on which a member fills in a survey. English stands in {@code messages/survey_en.properties}. */
@MessageBundle("survey")
public interface SurveyPageMessages {

    @Message("Hej {name}")
    String hello(String name);

    @Message("Svara på det du vill. Frågor med stjärna behöver ett svar.")
    String lead();

    @Message("Svara på det du vill, resten kan du lämna tomt.")
    String leadFree();

    @Message("behöver ett svar")
    String required();

    @Message("Den här frågan behöver ett svar.")
    String missing();

    @Message("Det svaret gick inte att läsa. Kontrollera det gärna.")
    String wrong();

    @Message("Något behöver rättas. Det du har skrivit är kvar.")
    String check();

    @Message("Du kan välja flera.")
    String choose();

    @Message("Ja")
    String yes();

    @Message("Nej")
    String no();

    @Message("Skriv inte om hälsa, etnicitet eller annat känsligt.")
    String sensitive();

    @Message("Skicka svaren")
    String send();

    @Message("Tack för dina svar")
    String thanksTitle();

    @Message("De är sparade hos föreningen. Vill du ändra något öppnar du länken igen så länge den gäller.")
    String thanksLead();

    @Message("Enkäten är stängd och tar inte emot fler svar. Tack för att du ville svara.")
    String closed();

    @Message("Enkäten är stängd")
    String closedTitle();

    @Message("Svaren läses av föreningen och används för att höra av sig om rätt saker.")
    String privacy();
}
