package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of one event, for those who come; English stands in {@code messages/eventpage_en.properties}. */
@MessageBundle("eventpage")
public interface EventPageMessages {

    @Message("Hej {name}!")
    String hello(String name);

    @Message("Var")
    String where();

    @Message("När")
    String when();

    @Message("Vem du kan fråga")
    String contact();

    @Message("På nätet")
    String online();

    @Message("Länken får du här när du har anmält dig.")
    String onlineLater();

    @Message("Inställt")
    String cancelledTitle();

    @Message("Det blir tyvärr inte av.")
    String cancelledText();

    @Message("Flyttat")
    String movedTitle();

    @Message("Det var först tänkt till {when}.")
    String movedText(String when);

    @Message("Det här är redan över.")
    String over();

    @Message("Anmälan har stängt.")
    String closed();

    @Message("Anmälan öppnar {when}.")
    String opens(String when);

    @Message("Alla platser är tagna.")
    String full();

    @Message("Alla platser är tagna. Anmäl dig så står du på väntelistan och får plats om någon lämnar återbud.")
    String fullWaiting();

    @Message("{count} platser kvar.")
    String placesLeft(long count);

    @Message("En plats kvar.")
    String onePlaceLeft();

    @Message("Anmäl dig senast {when}.")
    String closesAt(String when);

    @Message("Behöver du något?")
    String needs();

    @Message("Barnpassning")
    String childcare();

    @Message("Specialkost")
    String food();

    @Message("Tillgänglighet, till exempel ramp eller hörslinga")
    String access();

    @Message("Jag kommer")
    String yes();

    @Message("Ställ mig på väntelistan")
    String yesWaiting();

    @Message("Jag kan inte")
    String no();

    @Message("Spara")
    String save();

    @Message("Du är anmäld")
    String signedUp();

    @Message("Välkommen {when}.")
    String welcome(String when);

    @Message("Du står på väntelistan")
    String waiting();

    @Message("Du har plats {place} i kön. Blir det en plats ledig får du den av dig själv, och vi hör av oss.")
    String waitingText(int place);

    @Message("Du har svarat att du inte kan")
    String declined();

    @Message("Ändrar du dig är det bara att anmäla dig igen.")
    String declinedText();

    @Message("Tack för att du kom")
    String attended();

    @Message("Vi vill gärna veta om du kommer.")
    String invited();

    @Message("Det här är till för andra den här gången.")
    String notInvited();

    @Message("Visa koden i dörren")
    String doorCode();

    @Message("Den som tar emot dig läser av den, så är du avprickad.")
    String doorCodeText();

    @Message("Alla dina aktiviteter i kalendern")
    String ownCalendar();

    @Message("En kalender med det du är bjuden till och anmäld till. Adressen är din egen: dela den inte.")
    String ownCalendarText();

    @Message("Byt adress")
    String replaceFeed();

    @Message("Har någon annan fått adressen? Byt den, så slutar den gamla att gälla.")
    String replaceFeedText();

    @Message("Adressen är bytt. Lägg till den nya i kalendern.")
    String feedReplaced();

    @Message("Länken hit är din egen: skicka den inte vidare.")
    String own();

    @Message("Anmäl dig")
    String signUp();

    @Message("Ditt namn")
    String name();

    @Message("E-post eller mobilnummer")
    String address();

    @Message("Vi skickar en kod dit, så att ingen annan kan anmäla dig. Högst tre om dagen.")
    String addressHint();

    @Message("Skicka kod")
    String sendCode();

    @Message("Skriv vad du heter.")
    String nameMissing();

    @Message("Skriv en e-postadress eller ett svenskt mobilnummer.")
    String addressWrong();

    @Message("Skriv koden")
    String codeTitle();

    @Message(
            "Vi har skickat en kod till {address}. Skriv den här så är du anmäld. Kommer den inte inom några minuter, kontrollera adressen och skräpposten.")
    String codeText(String address);

    @Message("Koden")
    String code();

    @Message("Bekräfta anmälan")
    String confirm();

    @Message("Koden stämmer inte. Kontrollera den och försök igen.")
    String codeWrong();

    @Message("Börja om")
    String again();

    @Message("Koden gäller inte längre. Börja om så skickar vi en ny.")
    String codeExpired();

    @Message("{organization}: koden för din anmälan är {code}. Den gäller i två timmar.")
    String codeSms(String organization, String code);

    @Message("Bekräfta din anmälan: {title}")
    String codeSubject(String title);

    @Message(
            "Koden för din anmälan till {title} är **{code}**. Skriv den på sidan där du anmälde dig, eller öppna länken och tryck på knappen:\n\n{link}\n\nKoden gäller i två timmar. Har du inte anmält dig kan du strunta i det här brevet.")
    String codeEmail(String title, String code, String link);

    @Message("Det hann bli fullt. Ingen plats finns kvar.")
    String becameFull();

    @Message("Anmälan hann stänga.")
    String becameClosed();

    @Message("Lägg i kalendern")
    String toCalendar();

    @Message("Hela kalendern")
    String wholeCalendar();
}
