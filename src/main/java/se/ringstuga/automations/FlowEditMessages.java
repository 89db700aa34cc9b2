package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages on which flows are written; English in {@code messages/flowedit_en.properties}. */
@MessageBundle("flowedit")
public interface FlowEditMessages {

    @Message("Nytt flöde")
    String newFlow();

    @Message("Här finns inget flöde än. Börja med välkomsten, eller skriv ett eget från början.")
    String none();

    @Message("Utkast")
    String drafts();

    @Message("Utkast")
    String draft();

    @Message("ändrat {when}")
    String begunAt(String when);

    @Message("Namn")
    String name();

    @Message("Bara ni ser det.")
    String nameHint();

    @Message("Börja med")
    String beginning();

    @Message("Ingenting")
    String nothing();

    @Message("Du väljer själv vad som sätter igång det, och alla steg.")
    String nothingHint();

    @Message("Välkomsten för nya medlemmar")
    String welcome();

    @Message("En kopia av stegen, att göra om som du vill.")
    String welcomeHint();

    @Message("Börja")
    String begin();

    @Message("Ni har så många utkast som får plats. Gör klart eller släng något först.")
    String tooMany();

    @Message("Ingen är med i ett utkast, och ingenting skickas.")
    String draftLead();

    @Message("Som det är nu")
    String asItIs();

    @Message("Så börjar det")
    String begins();

    @Message("Ändra namn och början")
    String changeStart();

    @Message("Steg för steg")
    String steps();

    @Message("För den som har flyttat hit från en annan förening")
    String moved();

    @Message("Utan steg här händer ingenting med dem.")
    String movedHint();

    @Message("Ändra")
    String change();

    @Message("Nytt efter")
    String after();

    @Message("Flytta upp")
    String up();

    @Message("Flytta ner")
    String down();

    @Message("Ta bort")
    String remove();

    @Message("Ta bort steget")
    String removeStep();

    @Message("Stegen under det följer med.")
    String removeAll();

    @Message("Lägg till steg")
    String add();

    @Message("Använd ändringarna")
    String use();

    @Message("Spara flödet")
    String create();

    @Message("Det sparas avslaget. Du slår på det när du vill.")
    String createHint();

    @Message("Något är inte klart än. Det står vid varje steg.")
    String notReady();

    @Message(
            "Så många är med i flödet att någon annan än den som skrev utkastet behöver använda det. Eller låt dem gå klart i den gamla versionen.")
    String forAnother();

    @Message("Något i flödet är inte klart än, så det går inte att provköra. Det står vid varje steg.")
    String rehearsedLater();

    @Message("Släng utkastet")
    String discard();

    @Message("Det du har skrivit här försvinner.")
    String discardText();

    @Message("Släng det")
    String discardYes();

    @Message("Någon har ändrat flödet sedan utkastet började")
    String overtaken();

    @Message("Så här står det nu. Använder du ditt utkast ersätter det allt.")
    String overtakenText();

    @Message("Jag har läst det. Ersätt det med mitt utkast.")
    String over();

    @Message("Vad gäller för dem som redan är med?")
    String forWhomIn();

    @Message("De går vidare som det var")
    String keep();

    @Message("De går vidare på det nya sättet")
    String move();

    @Message("Från steget där de är, eller det första därefter som finns kvar. Inget steg görs om.")
    String moveHint();

    @Message("Nytt steg")
    String newStep();

    @Message("Vad ska hända?")
    String whatStep();

    @Message("Skicka")
    String tell();

    @Message("Gör")
    String act();

    @Message("Vänta och välj")
    String waitAndChoose();

    @Message("Spara steget")
    String saveStep();

    @Message("Lägg till")
    String addStep();

    @Message("Inget sparades. Det som behöver ändras står vid fältet.")
    String faulty();

    @Message("Någon annan ändrade steget medan du skrev")
    String changedStep();

    @Message("Någon annan ändrade det här medan du skrev")
    String changedStart();

    @Message("Så här står det nu. Sparar du en gång till gäller det du har skrivit.")
    String standsNow();

    @Message("Namn och början")
    String startTitle();

    @Message("Spara")
    String save();

    @Message("Välj …")
    String choose();

    @Message("Versioner")
    String versions();

    @Message("Versioner av ”{title}”")
    String versionsTitle(String title);

    @Message(
            "Varje ändring blir en ny version när någon är eller har varit med. Den som är med går klart i sin version, om ni inte har valt annat.")
    String versionsLead();

    @Message("Version {number}")
    String version(int number);

    @Message("gäller nu")
    String holdsNow();

    @Message("sedan {when}")
    String since(String when);

    @Message("En person är kvar i en äldre version")
    String olderOne();

    @Message("{count} är kvar i äldre versioner")
    String olderMany(long count);

    @Message("Ändra flödet")
    String edit();

    @Message("Det finns ett utkast med ändringar.")
    String hasDraft();

    @Message("Öppna utkastet")
    String openDraft();

    @Message("Ta bort flödet")
    String delete();

    @Message("Ingen har varit med i det, så inget annat försvinner.")
    String deleteText();

    @Message("Ta bort det")
    String deleteYes();
}
