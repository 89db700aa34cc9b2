package se.ringstuga.phonebanks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages around an evening: coming in, planning, closing; English in {@code messages/roompage_en.properties}. */
@MessageBundle("roompage")
public interface RoomPageMessages {

    @Message("Gå med i en ringstuga")
    String joinTitle();

    @Message("Skriv koden från väggen och vad du heter. Den som håller i kvällen släpper in dig.")
    String joinLead();

    @Message("Skriv vad du heter. Den som håller i kvällen släpper in dig.")
    String joinNameLead();

    @Message("Kod")
    String code();

    @Message("Vad heter du?")
    String yourName();

    @Message("Det räcker med förnamnet.")
    String nameHint();

    @Message("Be att få komma in")
    String ask();

    @Message("Skriv vad du heter, högst 100 tecken.")
    String nameWrong();

    @Message("Det gick inte. Kontrollera koden och fråga om ringstugan är öppen.")
    String unknown();

    @Message("Många väntar redan. Försök igen om en stund.")
    String full();

    @Message("Visa din siffra")
    String waitTitle();

    @Message("Hej {name}. Säg siffran till den som håller i kvällen, så öppnas sidan av sig själv.")
    String waitLead(String name);

    @Message("Din siffra är")
    String waitNumber();

    @Message("Vi väntar på svar.")
    String waitAsked();

    @Message("Titta igen")
    String look();

    @Message("Det blev inget den här gången")
    String refusedTitle();

    @Message("Du blev inte insläppt, eller så har kvällen stängt. Prata med den som håller i ringstugan.")
    String refusedLead();

    @Message("Be igen")
    String again();

    @Message("Led ringstugan")
    String leadTitle();

    @Message(
            "Med den här länken håller du i en ringstuga från din telefon. Den fungerar i den webbläsare som öppnar den först.")
    String leadLead();

    @Message("Börja leda")
    String leadButton();

    @Message("Länken är redan öppnad")
    String usedTitle();

    @Message("En annan webbläsare använder den. Be organisatören om en ny länk.")
    String usedLead();

    @Message("Du håller i kvällen, {name}")
    String youLead(String name);

    @Message("Inga ringstugor än")
    String emptyTitle();

    @Message(
            "En ringstuga är en kväll när flera ringer ur samma lista. Du öppnar den, läser upp koden och släpper in dem som kommer.")
    String emptyText();

    @Message("Ny ringstuga")
    String add();

    @Message("Äldre")
    String older();

    @Message("Vilka ska ringas?")
    String assignment();

    @Message("Det finns ingen öppen ringlista. Gör en först.")
    String noAssignment();

    @Message("Gör en ringlista")
    String makeAssignment();

    @Message("Vad ska kvällen heta?")
    String roomTitle();

    @Message("Lämna tomt så heter den som ringlistan.")
    String titleHint();

    @Message("Hur många hoppas ni nå?")
    String goal();

    @Message("Frivilligt. Väggen visar hur långt ni har kommit.")
    String goalHint();

    @Message("Öppnar")
    String opens();

    @Message("Lämna tomt för att öppna nu. Annars öppnar den av sig själv.")
    String opensHint();

    @Message("Stänger")
    String closes();

    @Message("Högst tolv timmar. Du kan ge mer tid under kvällen.")
    String closesHint();

    @Message("Öppna ringstugan")
    String create();

    @Message("Välj en ringlista som är öppen.")
    String assignmentWrong();

    @Message("Tiden måste ligga framåt, högst tolv timmar efter att den öppnar.")
    String timeWrong();

    @Message("Skriv ett tal mellan 1 och 100 000.")
    String goalWrong();

    @Message("Ringlistan har redan en ringstuga då. Välj en annan tid eller stäng den andra.")
    String overlaps();

    @Message("Stänga ringstugan?")
    String closeTitle();

    @Message("Ingen får fler att ringa. {onThePhone} ringer just nu och kan berätta hur det gick i en timme till.")
    String closeLead(long onThePhone);

    @Message("Stäng för i kväll")
    String closeYes();

    @Message("Tillbaka")
    String back();

    @Message("Ta bort {name}?")
    String removeTitle(String name);

    @Message("{name} är ute direkt. Ett samtal som pågår räknas som ej redovisat.")
    String removeLead(String name);

    @Message("Ta bort {name}")
    String removeYes(String name);

    @Message("{name} är borttagen")
    String removedTitle(String name);

    @Message("Det här är alla som {name} har sett:")
    String removedSeen(String name);

    @Message("{name} hade inte sett någon.")
    String removedNobody(String name);

    @Message("Tack för i kväll")
    String resultTitle();

    @Message("samtal")
    String resultCalls();

    @Message("svarade")
    String resultReached();

    @Message("fyllde i enkäten")
    String resultAnswered();

    @Message("ringde")
    String resultCallers();

    @Message("Bild att dela")
    String picture();

    @Message("Bilden visar inga namn och inget tal som gäller färre än fem.")
    String pictureHint();

    @Message("Ladda ner bilden")
    String download();

    @Message("Kvällen är slut. Siffrorna kommer när det finns minst fem att räkna.")
    String fewTonight();

    @Message("Jag behöver hjälp")
    String needHelp();

    @Message("Hjälp är på väg.")
    String helpAsked();

    @Message("Från den som håller i kvällen:")
    String told();

    @Message("Ingen väntade med den siffran längre.")
    String notThere();

    @Message("Det gick inte nu: ringstugan är inte öppen.")
    String notNow();

    @Message("Skriv ett meddelande på högst 500 tecken.")
    String messageWrong();

    @Message("Skriv två klockslag, som 17:00 och 20:30.")
    String hoursWrong();
}
