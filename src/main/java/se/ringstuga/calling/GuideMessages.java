package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around the steps in which a call assignment is made or changed; English in {@code messages/guide_en.properties}. */
@MessageBundle("guide")
public interface GuideMessages {

    @Message("Ny ringlista")
    String title();

    @Message("Steg")
    String steps();

    @Message("Vilka")
    String whom();

    @Message("Varför")
    String why();

    @Message("När")
    String until();

    @Message("Vad ni säger")
    String script();

    @Message("Enkät")
    String survey();

    @Message("Titta igenom")
    String check();

    @Message("Du kan gå härifrån när du vill. Det du har skrivit finns kvar bland ringlistorna.")
    String kept();

    @Message("Inget sparades. Rätta det som är markerat.")
    String faulty();

    @Message("Räkna")
    String count();

    @Message("Vidare")
    String next();

    @Message("Tillbaka")
    String back();

    @Message("{count} personer i urvalet")
    String people(long count);

    @Message("En person i urvalet")
    String onePerson();

    @Message("{count} kan ringas")
    String callable(long count);

    @Message("{count} har blivit kontaktade nyligen och kommer senare")
    String waiting(long count);

    @Message("Varför några inte rings")
    String notCalled();

    @Message("{count} saknar nummer som går att ringa")
    String noNumber(long count);

    @Message("{count} har redan nått målet")
    String goal(long count);

    @Message("{count} har skyddade uppgifter")
    String restricted(long count);

    @Message("{count} väntar på att en organisatör bestämmer vad som gäller")
    String stopped(long count);

    @Message("{count} kan vara under 16 år")
    String mayBeUnder16(long count);

    @Message("{count} vill inte bli uppringda")
    String optedOut(long count);

    @Message("{count} är inte medlemmar och har inte sagt ja till samtal")
    String noConsent(long count);

    @Message("{count} ska inte ringas av andra skäl")
    String otherReason(long count);

    @Message("Vad ni har valt")
    String chosen();

    @Message("Ändra")
    String change();

    @Message("inget")
    String nothing();

    @Message("Först i kön")
    String queue();

    @Message("Ingen kan ringas just nu. Listan fylls på när någon kommer till urvalet.")
    String queueEmpty();

    @Message("Det här ser ringaren")
    String seen();

    @Message("Kim är påhittad. Så ser sidan ut för den som ringer.")
    String seenText();

    @Message("Robin")
    String aCaller();

    @Message("Öppna ringlistan")
    String create();

    @Message("Listan öppnas genast. Sedan bjuder du in dem som ringer.")
    String createText();

    @Message("Något saknas innan listan kan öppnas.")
    String notReady();

    @Message("Påbörjade ringlistor")
    String drafts();

    @Message("utan namn")
    String untitled();

    @Message("Ändrad {when}")
    String changedAt(String when);

    @Message("Släng")
    String discard();

    @Message("Ja, släng {title}")
    String discardYes(String title);

    @Message("Ändra ringlistan")
    String editTitle();

    @Message("Visa vad som händer")
    String look();

    @Message("Det här ändras")
    String changes();

    @Message("Ingenting ändras.")
    String noChanges();

    @Message("Förut")
    String before();

    @Message("Nu")
    String after();

    @Message("Det här händer i listan")
    String effect();

    @Message("Listan får samma personer som förut.")
    String effectNone();

    @Message("{count} kommer till")
    String added(long count);

    @Message("{count} rings inte längre")
    String leaving(long count);

    @Message("{count} är klara med det nya målet")
    String reachingGoal(long count);

    @Message("{count} som var klara rings igen")
    String returning(long count);

    @Message("{count} har redan ringts så många gånger")
    String attemptsOver(long count);

    @Message("{count} är hos en ringare nu och behåller det som gällde när samtalet började")
    String withCallers(long count);

    @Message("Spara ändringarna")
    String save();

    @Message("Någon annan har ändrat")
    String conflictTitle();

    @Message("Någon hann spara medan du skrev. Här är båda versionerna; inget av ditt är sparat än.")
    String conflictText();

    @Message("Sparat nu")
    String theirs();

    @Message("Ditt")
    String mine();

    @Message("Behåll det som är sparat")
    String keepTheirs();

    @Message("Fortsätt med mitt")
    String takeMine();
}
