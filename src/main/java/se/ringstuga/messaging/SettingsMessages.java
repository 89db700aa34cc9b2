package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page where an organization chooses how it sends; English in {@code messages/sendsettings_en.properties}. */
@MessageBundle("sendsettings")
public interface SettingsMessages {

    @Message("Inställningar för utskick")
    String title();

    @Message("Avsändare av SMS")
    String senders();

    @Message(
            "Ett mobilnummer kan besvaras. Ett namn på högst elva bokstäver syns tydligare men kan inte besvaras, och får därför en länk för avanmälan på slutet.")
    String sendersText();

    @Message("Ingen avsändare än. Lägg till ett nummer eller ett namn, så kan ni skicka SMS.")
    String noSenders();

    @Message("kan besvaras")
    String answerable();

    @Message("kan inte besvaras")
    String notAnswerable();

    @Message("från en förening ovanför")
    String inherited();

    @Message("högst {rate} i sekunden")
    String rate(String rate);

    @Message("används om inget annat väljs")
    String chosen();

    @Message("används också av en förening under er")
    String usedBelowOne();

    @Message("används också av {count} föreningar under er")
    String usedBelow(int count);

    @Message("Ändra eller ta bort")
    String change();

    @Message("Spara takten")
    String savePace();

    @Message("Använd om inget annat väljs")
    String choose();

    @Message("Ta bort")
    String remove();

    @Message(
            "Det som redan har skickats behåller sin avsändare, och svar till numret läses fortfarande. Ni kan lägga till den igen.")
    String removeText();

    @Message("Den går inte att ta bort än: {what}. Låt det gå ut, eller välj en annan avsändare där.")
    String inUse(String what);

    @Message("ett meddelande väntar på att skickas")
    String waitingOne();

    @Message("{count} meddelanden väntar på att skickas")
    String waiting(long count);

    @Message("ett utkast använder den")
    String draftsOne();

    @Message("{count} utkast använder den")
    String drafts(long count);

    @Message("ett månadsutskick använder den")
    String recurringOne();

    @Message("{count} månadsutskick använder den")
    String recurring(long count);

    @Message("någon i inkorgen väntar på svar från den")
    String talksOne();

    @Message("{count} i inkorgen väntar på svar från den")
    String talks(long count);

    @Message("Nummer eller namn")
    String address();

    @Message("070-174 06 05 eller Solna")
    String addressHint();

    @Message("SMS i sekunden")
    String perSecond();

    @Message("Det som den som förmedlar tillåter; 10 räcker för de flesta")
    String perSecondHint();

    @Message("Lägg till")
    String addSender();

    @Message("Skriv ett telefonnummer, eller högst elva bokstäver och siffror utan å, ä och ö.")
    String addressWrong();

    @Message("Den finns redan här.")
    String addressTaken();

    @Message("Skriv ett tal mellan 0,01 och 100 000.")
    String rateWrong();

    @Message("Tider och gränser")
    String limits();

    @Message("Det som lämnas tomt följer föreningen ovanför, eller det som är vanligt.")
    String limitsText();

    @Message("Tyst från")
    String quietFrom();

    @Message("Från den tiden skickas inga SMS")
    String quietFromHint();

    @Message("Tyst till")
    String quietUntil();

    @Message("Det som skulle ha kommit på natten kommer då")
    String quietUntilHint();

    @Message("Högst så många i veckan")
    String weeklyCap();

    @Message(
            "Så många samtal och meddelanden med information eller välkomnande får en person på sju dagar, oavsett vem av er som ringer eller skickar")
    String weeklyCapHint();

    @Message("Timmar efter ett samtal")
    String hoursAfterCall();

    @Message("Så länge lämnas den som ni nyss ringde i fred")
    String hoursAfterCallHint();

    @Message("Fler än så godkänner två")
    String approvalLimit();

    @Message("Skulle fler få något inom ett dygn behöver någon annan än den som skrev godkänna")
    String approvalLimitHint();

    @Message("Månadens budget för SMS (kr)")
    String monthly();

    @Message("När den är slut skickas bara det som inte kan vänta")
    String monthlyHint();

    @Message("Dagens budget för SMS (kr)")
    String daily();

    @Message("Så att ett misstag inte kostar hela månaden")
    String dailyHint();

    @Message("Pris för en del av ett SMS (kr)")
    String partPrice();

    @Message("Räknas med tills den som förmedlar berättar vad det kostade")
    String partPriceHint();

    @Message("Högst så många delar")
    String mostParts();

    @Message("Ett längre SMS går inte att spara")
    String mostPartsHint();

    @Message("Andra länder")
    String countries();

    @Message("Svenska mobilnummer får alltid SMS. Två bokstäver för varje land till, till exempel NO DK")
    String countriesHint();

    @Message("När en ringare skickar enkäten")
    String surveyText();

    @Message("Till den som i ett samtal ber om den. Länken ska stå med, skriven som i förslaget")
    String surveyTextHint();

    @Message("Skriv länken och andra fält som i förslaget, högst 300 tecken.")
    String surveyTextWrong();

    @Message("E-post för svar")
    String contactEmail();

    @Message("Dit kommer svar på e-post; utan den kan ingen svara")
    String contactEmailHint();

    @Message("Adressen ser inte rätt ut. Kontrollera den gärna.")
    String emailWrong();

    @Message("annars {value}")
    String otherwise(String value);

    @Message("bara Sverige")
    String onlySweden();

    @Message("ingen")
    String noAddress();

    @Message("ingen gräns")
    String none();

    @Message("Spara")
    String save();

    @Message("Sparat.")
    String saved();

    @Message("Vad det har kostat")
    String used();

    @Message("I dag")
    String today();

    @Message("Den här månaden")
    String month();

    @Message("{spent} kr använt, {reserved} kr avsatt för det som väntar")
    String spent(String spent, String reserved);

    @Message("{left} kr kvar av {limit} kr")
    String left(String left, String limit);

    @Message("Budgeten hör till en förening ovanför och delas med andra.")
    String shared();

    @Message("Skriv ett tal.")
    String numberWrong();

    @Message("Värdet ligger utanför det som går. Välj ett annat.")
    String outOfRange();

    @Message("Skriv klockslaget som 21.00.")
    String timeWrong();

    @Message("Fyll i båda eller ingen av dem.")
    String both();

    @Message("Dagens budget får inte vara större än månadens.")
    String dailyTooLarge();

    @Message("Det landet finns inte. Skriv två bokstäver, till exempel NO.")
    String countryWrong();

    @Message("Någon annan har ändrat medan du skrev")
    String changedTitle();

    @Message("Så här står det nu: {theirs}. Dina egna värden står kvar nedanför; spara igen om de ska gälla.")
    String changedText(String theirs);

    @Message("Stängda dagar")
    String closedDays();

    @Message("Webhooks till andra verktyg")
    String webhooks();
}
