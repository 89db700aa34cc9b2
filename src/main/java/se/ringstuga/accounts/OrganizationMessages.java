package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of an organization's settings; English in {@code messages/organization_en.properties}. */
@MessageBundle("organization")
public interface OrganizationMessages {

    @Message("Föreningen")
    String title();

    @Message("Vad ni heter, var klockan går och när det rings.")
    String lead();

    @Message("Sparat.")
    String saved();

    @Message("Någon annan sparade medan du skrev")
    String changedTitle();

    @Message("Nu gäller: {what}. Spara igen, så gäller det du har skrivit.")
    String changedText(String what);

    @Message("Namn")
    String name();

    @Message("Skriv ett namn på högst 200 tecken.")
    String nameWrong();

    @Message("Tidszon")
    String zone();

    @Message("Till exempel Europe/Stockholm")
    String zoneHint();

    @Message("Det är ingen tidszon. Skriv till exempel Europe/Stockholm.")
    String zoneWrong();

    @Message("Ringer tidigast")
    String from();

    @Message("Ringer senast")
    String to();

    @Message("Lämna båda tomma för att göra som nivån ovanför; annars 09.00 till 20.30.")
    String hoursHint();

    @Message("Skriv båda tiderna som 09:00, den senare sist.")
    String hoursWrong();

    @Message("tider som nivån ovanför")
    String hoursInherited();

    @Message("Den som kan vara under 16 får stå i ringlistor")
    String young();

    @Message("under 16 rings")
    String youngOn();

    @Message("under 16 rings inte")
    String youngOff();

    @Message("Sammandrag om det som väntar")
    String digest();

    @Message("inga sammandrag")
    String digestOff();

    @Message("sammandrag varje dag")
    String digestDaily();

    @Message("sammandrag varje vecka")
    String digestWeekly();

    @Message("Publika möten har egna sidor som alla kan öppna")
    String calendar();

    @Message("publik kalender")
    String calendarOn();

    @Message("ingen publik kalender")
    String calendarOff();

    @Message("Spara")
    String save();

    @Message("Medarbetare")
    String staff();

    @Message("API-nycklar")
    String tokens();

    @Message("Åtkomstlogg")
    String log();

    @Message("Stängda dagar")
    String closed();

    @Message("Utskick och sms")
    String sending();
}
