package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of closed days; English in {@code messages/closed_en.properties}. */
@MessageBundle("closed")
public interface ClosedMessages {

    @Message("Stängda dagar")
    String title();

    @Message(
            "När ni har stängt rings ingen, inga utskick går till många, och flöden väntar. Påminnelser, kallelser och svar går som vanligt.")
    String lead();

    @Message("Vi har stängt i dag och öppnar igen {day}.")
    String closedNow(String day);

    @Message("Förslag")
    String proposals();

    @Message("Stäng då")
    String accept();

    @Message("Ha öppet")
    String decline();

    @Message("Bestämt")
    String decided();

    @Message("Inget är bestämt än.")
    String nothingDecided();

    @Message("öppet")
    String open();

    @Message("stängt")
    String shut();

    @Message("bestämt av organisationen ovanför")
    String inherited();

    @Message("Ha öppet ändå")
    String openAnyway();

    @Message("Ta bort")
    String remove();

    @Message("Stängt härnäst")
    String next();

    @Message("Inga stängda dagar det närmaste året.")
    String nothingNext();

    @Message("{first} till och med {last}")
    String span(String first, String last);

    @Message("Varje år")
    String everyYear();

    @Message("Lägg till")
    String add();

    @Message("Vad heter det?")
    String name();

    @Message("Till exempel sportlov eller kongress.")
    String nameHint();

    @Message("Första dagen")
    String firstOn();

    @Message("Sista dagen")
    String lastOn();

    @Message("Lämna tomt för en enda dag.")
    String lastOnHint();

    @Message("Varje år samma dagar")
    String yearly();

    @Message("Vi har öppet då, fast det annars är stängt")
    String openThen();

    @Message("Skriv ett namn, högst 100 tecken.")
    String nameWrong();

    @Message("Välj en dag mellan för ett år sedan och om fem år.")
    String firstOnWrong();

    @Message("Välj en dag från den första dagen till ett år efter den.")
    String lastOnWrong();

    @Message("Det finns redan hundra. Ta bort några som har varit.")
    String tooMany();

    @Message("Röda dagar")
    String publicHolidays();

    @Message("Aftnar")
    String eves();

    @Message("Sommaren")
    String summer();

    @Message("Jul och nyår")
    String christmas();

    @Message("Alla svenska helgdagar.")
    String publicHolidaysHint();

    @Message("Trettondagsafton, påskafton, valborg, midsommarafton, julafton och nyårsafton.")
    String evesHint();

    @Message("Från midsommarafton till och med 10 augusti.")
    String summerHint();

    @Message("Från julafton till och med 6 januari.")
    String christmasHint();
}
