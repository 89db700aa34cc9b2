package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form for events; English stands in {@code messages/eventform_en.properties}. */
@MessageBundle("eventform")
public interface EventFormMessages {

    @Message("Ny aktivitet")
    String titleNew();

    @Message("Ändra aktiviteten")
    String titleEdit();

    @Message("Vad är det?")
    String kind();

    @Message("Rubrik")
    String title();

    @Message("Beskrivning")
    String text();

    @Message("Vad händer, för vem, och vad ska man ta med? Markdown går bra.")
    String textHint();

    @Message("Datum")
    String date();

    @Message("Börjar")
    String from();

    @Message("Slutar")
    String to();

    @Message("Slutar en annan dag")
    String lastDate();

    @Message("Lämna tomt om det slutar samma dag.")
    String lastDateHint();

    @Message("Plats")
    String place();

    @Message("Adress")
    String address();

    @Message("Länk, om det är på nätet")
    String onlineLink();

    @Message("Visas bara för dem som har anmält sig.")
    String onlineHint();

    @Message("Vem kan man fråga?")
    String contact();

    @Message("Den som skriver in aktiviteten")
    String contactNobody();

    @Message("För vem?")
    String visibility();

    @Message("Alla")
    String everybody();

    @Message("Syns i den öppna kalendern, och vem som helst kan anmäla sig.")
    String everybodyHint();

    @Message("Medlemmarna")
    String members();

    @Message("De inbjudna")
    String invited();

    @Message("Urval")
    String segment();

    @Message("Bara de som bjuds in för hand")
    String segmentNobody();

    @Message("Antal platser")
    String capacity();

    @Message("Lämna tomt om alla får plats.")
    String capacityHint();

    @Message("Väntelista när det är fullt")
    String waitingList();

    @Message("Anmälan stänger")
    String closes();

    @Message("När det börjar")
    String closesAtStart();

    @Message("En timme innan")
    String closesHour();

    @Message("Ett dygn innan")
    String closesDay();

    @Message("Tre dygn innan")
    String closesThreeDays();

    @Message("En vecka innan")
    String closesWeek();

    @Message("Fråga vid anmälan")
    String needs();

    @Message("Barnpassning")
    String childcare();

    @Message("Specialkost")
    String food();

    @Message("Tillgänglighet")
    String access();

    @Message("Spara")
    String save();

    @Message("Spara som utkast")
    String saveDraft();

    @Message("Rätta det som är markerat. Det du skrev är kvar.")
    String faulty();

    @Message("Någon annan har ändrat under tiden.")
    String changedSince();

    @Message("Så här står det nu. Sparar du en gång till gäller det du har skrivit.")
    String standsNow();

    @Message("Ja")
    String yes();

    @Message("Nej")
    String no();

    @Message("Ingenting")
    String nothing();

    @Message("Ge aktiviteten en rubrik.")
    String titleMissing();

    @Message("Texten är för lång.")
    String tooLong();

    @Message("Välj vilken sorts aktivitet det är.")
    String kindMissing();

    @Message("Skriv ett datum.")
    String dateWrong();

    @Message("Skriv klockslaget som 18.30.")
    String timeWrong();

    @Message("Slutet måste komma efter början.")
    String endWrong();

    @Message("Det här har redan varit. Gör en ny likadan i stället för att flytta det.")
    String alreadyHeld();

    @Message("Länken ska börja med https://.")
    String linkWrong();

    @Message("Skriv ett antal mellan 1 och 100 000.")
    String capacityWrong();

    @Message("Välj ett urval som finns.")
    String segmentWrong();

    @Message("Det här gick inte att spara så som det är ifyllt.")
    String otherWrong();

    @Message("Upprepas det?")
    String repeat();

    @Message("Nej, bara en gång")
    String repeatNever();

    @Message("Varje vecka, samma veckodag")
    String repeatWeekly();

    @Message("Varannan vecka, samma veckodag")
    String repeatSecondWeek();

    @Message("Varje månad, samma veckodag (till exempel andra tisdagen)")
    String repeatMonthlyWeekday();

    @Message("Varje månad, samma datum")
    String repeatMonthlyDay();

    @Message("Inte i")
    String without();

    @Message("Till och med")
    String until();

    @Message("Lämna tomt om det ska fortsätta tills vidare.")
    String untilHint();

    @Message("Visa datumen")
    String preview();

    @Message("Så här blir det")
    String previewTitle();

    @Message("Det blir inga datum. Kontrollera början, slutet och månaderna.")
    String previewNothing();

    @Message("Serie")
    String series();

    @Message("Alla tillfällen är utkast tills serien publiceras. Sedan publiceras nya tillfällen av sig själva.")
    String seriesDraft();

    @Message("Publicera serien")
    String seriesPublish();

    @Message("Serien är avslutad.")
    String seriesEnded();

    @Message("Tillfällen framöver")
    String seriesOccurrences();

    @Message("Varje tillfälle kan flyttas, ändras eller ställas in för sig på sin egen sida.")
    String seriesOwn();

    @Message("Ändra serien")
    String titleSeries();

    @Message("Det får vara högst två veckor från början till slut.")
    String lengthWrong();

    @Message("Det måste vara minst fem minuter.")
    String tooShort();

    @Message("Välj en dag inom ett år bakåt eller fem år framåt.")
    String dateFar();

    @Message("Anmälan måste öppna innan den stänger, och högst ett år innan det börjar.")
    String opensWrong();

    @Message("Anmälan måste stänga senast när det slutar.")
    String closesWrong();

    @Message("Välj någon som finns.")
    String contactWrong();

    @Message("Kontaktpersonens telefon")
    String contactPhone();

    @Message("Kontaktpersonens e-post")
    String contactEmail();

    @Message("Syns vid namnet för alla som ser aktiviteten, och i kalendern. Lämna tomt om det inte ska synas.")
    String contactHint();

    @Message("Skriv ett telefonnummer som 070-174 06 05, eller lämna tomt.")
    String phoneWrong();

    @Message("Skriv en e-postadress som namn@exempel.se, eller lämna tomt.")
    String emailWrong();

    @Message("Så kan det inte upprepas: det blir inga datum.")
    String repeatWrong();

    @Message("Anmälan öppnar")
    String opens();

    @Message("Genast")
    String opensAtOnce();

    @Message("En viss dag")
    String opensOnADay();

    @Message("Vilken dag öppnar anmälan?")
    String opensWhichDay();

    @Message("Öppnar den")
    String opensDate();

    @Message("Klockan")
    String opensTime();

    @Message("Två veckor innan")
    String twoWeeks();

    @Message("En månad innan")
    String aMonth();

    @Message("Två månader innan")
    String twoMonths();

    @Message("{amount} innan")
    String beforeStart(String amount);

    @Message("{amount} efter att det börjat")
    String afterStart(String amount);

    @Message("{count} dygn")
    String days(long count);

    @Message("{count} timmar")
    String hours(long count);

    @Message("En timme")
    String oneHour();

    @Message("{count} minuter")
    String minutes(long count);

    @Message("Den som är vald nu")
    String contactStored();

    @Message("Det urval som är valt nu")
    String segmentStored();

    @Message("Som det är nu")
    String repeatStored();

    @Message("Första datum")
    String firstDate();

    @Message("Det avgör veckodagen och vilken vecka eller dag i månaden det är.")
    String firstDateHint();
}
