package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around the calls: coming in, waiting, thanks, stopping. English stands in {@code messages/caller_en.properties}. */
@MessageBundle("caller")
public interface CallerMessages {

    @Message("Sluta för i kväll")
    String stop();

    @Message("Välkommen till ringstugan")
    String joinTitle();

    @Message("Här ringer du för din förening, en person i taget, på din egen telefon.")
    String joinLead();

    @Message("Länken är din egen. När du går med fungerar den i den här telefonens webbläsare.")
    String joinBound();

    @Message("Gå med")
    String joinButton();

    @Message("Länken används redan i en annan webbläsare")
    String waitTitle();

    @Message(
            "Säg till organisatören att det är du. När du har fått ja öppnas sidan av sig själv, och samtalen flyttas hit.")
    String waitLead();

    @Message("Titta igen")
    String waitButton();

    @Message("Vi har frågat organisatören.")
    String waitAsked();

    @Message("Det blev ett nej den här gången")
    String refusedTitle();

    @Message(
            "Organisatören släppte inte in den här webbläsaren, eller så gick tiden ut. Prata med organisatören och öppna länken igen.")
    String refusedLead();

    @Message("Innan du börjar: ett löfte")
    String promiseTitle();

    @Message(
            "Du får veta att människor är medlemmar i {organization}. Det är uppgifter om politisk åsikt, och de är deras.")
    String promiseLead(String organization);

    @Message("Det jag får veta i samtalen stannar mellan mig, personen och föreningen.")
    String promiseOne();

    @Message("Jag skriver inte av, sparar inte och visar ingen namn eller nummer.")
    String promiseTwo();

    @Message("Jag ringer bara dem jag får här, och bara i det här ärendet.")
    String promiseThree();

    @Message("När kvällen är slut tar jag bort numren ur telefonens samtalslista.")
    String promiseFour();

    @Message("Jag lovar")
    String promiseButton();

    @Message("Hej {name}")
    String hello(String name);

    @Message("Du ringer för {organization}. Du får en person i taget och ser vad du kan säga.")
    String homeLead(String organization);

    @Message("Ring mellan {from} och {to}.")
    String homeHours(String from, String to);

    @Message("Det här säger du")
    String scriptTitle();

    @Message("Läs igenom det en gång. Det står kvar bredvid frågorna när du ringer.")
    String scriptNote();

    @Message("Öva först på en påhittad person")
    String practise();

    @Message("Börja ringa")
    String begin();

    @Message("Nästa person")
    String next();

    @Message("Någon ringde upp mig")
    String rangBack();

    @Message("Fortsätt samtalet")
    String resume();

    @Message("Du har redan {name} framför dig.")
    String resumeLead(String name);

    @Message("Hur gick samtalet?")
    String howDidItGo();

    @Message(
            "Du ringde {name} {when}, men vi fick aldrig veta hur det gick. Berätta det först, så blir ingen uppringd i onödan.")
    String unreportedLead(String name, String when);

    @Message("Berätta om {name}")
    String tell(String name);

    @Message("i allt")
    String numbersCalls();

    @Message("svarade")
    String numbersReached();

    @Message("samtal i kväll")
    String numbersTonight();

    @Message("Tack")
    String thanksTitle();

    @Message("Det första är gjort. Nu vet du hur det går till.")
    String thanksFirst();

    @Message("Ett samtal till som någon kommer att minnas.")
    String thanksReached();

    @Message("Ett försök är också ett jobb. Vi provar igen vid ett bättre tillfälle.")
    String thanksTried();

    @Message("Vi ringer igen {when}.")
    String thanksCallBack(String when);

    @Message("Det är noterat. Ingen ringer igen i onödan.")
    String thanksNotAgain();

    @Message("Rapporten kom efter att tiden gått ut, men den är sparad och räknas.")
    String thanksLate();

    @Message("En annan ringare hann också prata med personen. Båda samtalen är sparade, och organisatören ser det.")
    String thanksConflict();

    @Message("Ångra")
    String undo();

    @Message("Blev det fel? Du kan ångra i 30 sekunder.")
    String undoLead();

    @Message("Det gick inte att ångra längre. Säg till organisatören om något blev fel.")
    String undoLate();

    @Message("Personen är tillbaka i kön.")
    String skipped();

    @Message("Det finns ingen att ringa just nu")
    String emptyTitle();

    @Message("Titta igen {when}.")
    String emptyNext(String when);

    @Message("Alla är klara för den här gången. Tack för att du ringde.")
    String emptyNever();

    @Message("Titta igen")
    String emptyLook();

    @Message("Nu kan det finnas någon att ringa.")
    String emptyReady();

    @Message("{count} vilar efter ett försök eller ett samtal")
    String emptyCooling(long count);

    @Message("{count} har vi redan hört av oss till så ofta vi får den här veckan; den första går att ringa {when}")
    String emptyWeeklyCap(long count, String when);

    @Message("{count} blir uppringda just nu")
    String emptyBeingCalled(long count);

    @Message("{count} saknar telefonnummer")
    String emptyWithoutNumber(long count);

    @Message("{count} väntar på ringtiden")
    String emptyOutsideHours(long count);

    @Message("Ingen rings i dag, för föreningen har stängt. Den öppnar igen {day}.")
    String emptyClosed(String day);

    @Message("{count} väntar på organisatören")
    String emptyWaitingForOrganizer(long count);

    @Message("{count} är klara")
    String emptyDone(long count);

    @Message("Ringstugan har paus")
    String pausedTitle();

    @Message("Organisatören har pausat utdelningen. Ta en kopp kaffe så länge; det du redan har ringt är sparat.")
    String pausedLead();

    @Message("Ringstugan är stängd")
    String closedTitle();

    @Message("Det finns inga fler att ringa här. Tack för alla samtal.")
    String closedLead();

    @Message("Nu behöver organisatören titta till dig")
    String limitTitle();

    @Message(
            "Du har fått ovanligt många personer på en timme. Organisatören har fått veta det och kan släppa fram dig direkt.")
    String limitClaims();

    @Message(
            "Du har hoppat över flera personer. Är det något som är svårt? Organisatören har fått veta det och kan släppa fram dig direkt.")
    String limitSkips();

    @Message("Någon ringde upp mig")
    String rangBackTitle();

    @Message(
            "Skriv de fyra sista siffrorna i numret som ringde. Vi letar bland dem du själv har ringt det senaste dygnet.")
    String rangBackLead();

    @Message("Fyra sista siffrorna")
    String rangBackDigits();

    @Message("Leta")
    String rangBackFind();

    @Message(
            "Det är ingen av dem du har ringt det senaste dygnet. Säg vänligt att du kan ha ringt fel och tacka för samtalet.")
    String rangBackNobody();

    @Message("Är det den här personen?")
    String rangBackFound();

    @Message("Skriv fyra siffror.")
    String rangBackWrong();

    @Message("du ringde {when}")
    String rangBackCalled(String when);

    @Message("Sluta för i kväll?")
    String stopTitle();

    @Message(
            "Har du någon framme som du inte har ringt går den personen tillbaka i kön. Du loggas ut från den här telefonen.")
    String stopLead();

    @Message("Något ligger kvar i telefonen och väntar på nätet. Vänta gärna tills det har skickats.")
    String stopUnsent();

    @Message("Allt är skickat.")
    String stopSent();

    @Message("Ja, sluta")
    String stopNow();

    @Message("Fortsätt ringa")
    String stopOn();

    @Message("Tack för i kväll")
    String byeTitle();

    @Message("Du ringde {calls} samtal i kväll. Sammanlagt har {reached} svarat dig.")
    String byeNumbers(long calls, long reached);

    @Message("Det betyder något att någon ringer.")
    String byeLead();

    @Message("En sak till: ta bort kvällens nummer ur telefonens samtalslista.")
    String byeDelete();

    @Message("Öppna appen Telefon, håll fingret på samtalet och välj att ta bort det.")
    String byeHow();

    @Message("Vill du ringa mer, i kväll eller en annan kväll? Öppna din länk igen i samma telefon.")
    String byeBack();
}
