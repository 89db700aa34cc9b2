package se.ringstuga.segments;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on which a filter is built. English in {@code messages/builder_en.properties}. */
@MessageBundle("builder")
public interface BuilderMessages {

    @Message("Nytt urval")
    String newTitle();

    @Message("Ändra urvalet")
    String editTitle();

    @Message("Lägg till villkor och se direkt vilka som är med.")
    String lead();

    @Message("Namn på urvalet")
    String name();

    @Message("Skriv ett namn med högst 200 tecken.")
    String titleMissing();

    @Message("Villkor")
    String conditions();

    @Message("Så hänger de ihop")
    String how();

    @Message("Grupp")
    String group();

    @Message("Ska stämma")
    String isSo();

    @Message("Ska inte stämma")
    String isNotSo();

    @Message("Ska det stämma?")
    String whether();

    @Message("Lägg till")
    String add();

    @Message("Nytt villkor")
    String addWhat();

    @Message("Nytt villkor i gruppen")
    String addInGroup();

    @Message("Ta bort")
    String remove();

    @Message("Flytta upp")
    String up();

    @Message("Flytta ned")
    String down();

    @Message("Visa svarsalternativ")
    String refresh();

    @Message("Uppdatera")
    String refreshField();

    @Message("Välj en fråga och visa dess svar.")
    String noOptions();

    @Message("Räkna")
    String count();

    @Message("Vilka är med?")
    String outcome();

    @Message("Fyll i villkoren, så visas vilka som är med.")
    String unfinished();

    @Message("Några av dem")
    String sample();

    @Message("Spara urvalet")
    String save();

    @Message("Avbryt")
    String cancel();

    @Message("Något villkor är inte ifyllt än.")
    String check();

    @Message("Urvalet är inte sparat än. Det som behöver fyllas i står vid sitt villkor.")
    String notSaved();

    @Message("Någon annan sparade urvalet under tiden. Ditt förslag är kvar nedanför; spara igen om det ska gälla.")
    String changed();

    @Message("Så sparade den andra det")
    String changedTo();

    @Message("Urvalet används. När du sparar ändras vilka det gäller här:")
    String usedBy();

    @Message("Fyll i villkoret, eller ta bort det.")
    String wrongCondition();

    @Message("Det ser ut som ett personnummer. Sådana sparas aldrig.")
    String wrongIdentity();

    @Message("Det som villkoret pekar på finns inte här längre. Välj något annat.")
    String wrongGone();

    @Message("Urvalet är för stort eller har för många grupper i varandra. Ta bort något.")
    String wrongTooMany();

    @Message("Välj antingen dagar bakåt eller datum, inte båda.")
    String wrongBoth();

    @Message("Den jämförelsen passar inte uppgiften. Välj en annan.")
    String wrongOperator();
}
