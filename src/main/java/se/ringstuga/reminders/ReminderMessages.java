package se.ringstuga.reminders;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about reminders; English in {@code messages/reminder_en.properties}. */
@MessageBundle("reminder")
public interface ReminderMessages {

    @Message("Påminnelser")
    String title();

    @Message("Påminnelser och besked")
    String rulesTitle();

    @Message("Det här skickas av sig självt kring det ni ordnar. Slå på, slå av och skriv om som ni vill.")
    String rulesLead();

    @Message("Det här skickas")
    String planned();

    @Message("Inget skickas.")
    String nothingPlanned();

    @Message("Det här har hänt")
    String happened();

    @Message("Inget än.")
    String nothingHappened();

    @Message("Ändra reglerna")
    String changeRules();

    @Message("De som ingen text når")
    String unreached();

    @Message("Ring dem, eller skriv ut listan.")
    String unreachedLead();

    @Message("Alla nås av en text.")
    String everybodyReached();

    @Message("gäst")
    String guest();

    @Message("Fler")
    String more();

    @Message("{when} till {people}")
    String whenTo(String when, String people);

    @Message("{count} {audience}")
    String counted(long count, String audience);

    @Message("anmälda")
    String signedUp();

    @Message("inbjudna som inte svarat")
    String unanswered();

    @Message("i urvalet")
    String segment();

    @Message("anmäld")
    String oneSignedUp();

    @Message("inbjuden som inte svarat")
    String oneUnanswered();

    @Message("som kom")
    String attended();

    @Message("som inte kom")
    String absent();

    @Message("när tiden ändras")
    String moved();

    @Message("när platsen ändras")
    String relocated();

    @Message("när det ställs in")
    String cancelled();

    @Message("när någon får en plats från väntelistan")
    String promoted();

    @Message("när någon svarar JA eller NEJ")
    String answered();

    @Message("hinner inte skickas")
    String tooLate();

    @Message("{days} dagar före kl {time}")
    String daysBefore(int days, String time);

    @Message("dagen före kl {time}")
    String dayBefore(String time);

    @Message("samma dag kl {time}")
    String sameDay(String time);

    @Message("{amount} före")
    String before(String amount);

    @Message("{days} dagar efter kl {time}")
    String daysAfter(int days, String time);

    @Message("dagen efter kl {time}")
    String dayAfter(String time);

    @Message("{amount} efter")
    String after(String amount);

    @Message("en timme")
    String oneHour();

    @Message("en minut")
    String oneMinute();

    @Message("{hours} timmar")
    String hours(int hours);

    @Message("{minutes} minuter")
    String minutes(int minutes);

    @Message("{people} {outcome}")
    String outcome(long people, String outcome);

    @Message("planerade")
    String isPlanned();

    @Message("väntar på att skickas")
    String isWaiting();

    @Message("skickade")
    String isSent();

    @Message("levererade")
    String isDelivered();

    @Message("som vi inte vet om de kom fram")
    String isUnknown();

    @Message("kom inte fram: {why}")
    String isFailed(String why);

    @Message("skickas inte: {why}")
    String isSkipped(String why);

    @Message("nås inte: {why}")
    String isUnreached(String why);

    @Message("anmälde sig när påminnelsen redan var skickad")
    String signedUpLate();

    @Message("fick veta den nya tiden i stället")
    String toldOfMove();

    @Message("stod med i beskedet om ett annat tillfälle")
    String toldTogether();

    @Message("tiden hade gått ut")
    String whyTooLate();

    @Message("en senare påminnelse gäller i stället")
    String superseded();

    @Message("kan ha skickats innan databasen återställdes")
    String gap();

    @Message("är inte publicerat")
    String notPublished();

    @Message("på")
    String on();

    @Message("av")
    String off();

    @Message("Slå av")
    String switchOff();

    @Message("Slå på")
    String switchOn();

    @Message("Skriv om")
    String edit();
}
