package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of kinds of events; English stands in {@code messages/kinds_en.properties}. */
@MessageBundle("kinds")
public interface KindMessages {

    @Message("Sorters aktiviteter")
    String title();

    @Message("Sorten avgör vilka påminnelser som skickas och hur det ni ordnar sorteras i kalendern.")
    String lead();

    @Message("används inte längre")
    String retired();

    @Message("ringstuga")
    String ringstuga();

    @Message("ändras i organisationen ovanför")
    String above();

    @Message("Byt namn")
    String edit();

    @Message("Sluta använda")
    String retire();

    @Message("Använd igen")
    String restore();

    @Message("Lägg till en sort")
    String add();

    @Message("Namn")
    String name();

    @Message("Det är en ringstuga")
    String isRingstuga();

    @Message("De som anmäler sig hamnar på listan över dem som ska släppas in.")
    String isRingstugaHint();

    @Message("Lägg till")
    String addYes();

    @Message("Spara")
    String save();

    @Message("Tillbaka")
    String back();

    @Message("Skriv ett namn.")
    String missing();

    @Message("Skriv högst 100 tecken.")
    String tooLong();

    @Message("Det finns redan en sort som heter så.")
    String taken();

    @Message("Någon annan har ändrat under tiden, och nu heter den ”{now}”. Spara igen om ditt namn ska gälla.")
    String changedSince(String now);

    @Message("Påminnelser")
    String reminders();
}
