package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the queue's page; English in {@code messages/queue_en.properties}. */
@MessageBundle("queue")
public interface QueueMessages {

    @Message("Kön")
    String title();

    @Message("Det här väntar på att skickas, och det här har inte gått som det ska.")
    String lead();

    @Message("väntar")
    String waiting();

    @Message("skickas just nu")
    String underWay();

    @Message("okänt öde")
    String unknown();

    @Message("Skickas med {name}.")
    String carriedBy(String name);

    @Message("Ingen leverantör är vald, så inget går att skicka. Den som sköter installationen väljer en.")
    String nobodyCarries();

    @Message("Ingen leverantör är vald för SMS, så de väntar. Den som sköter installationen väljer en.")
    String nobodyCarriesSms();

    @Message("Ingen leverantör är vald för e-post, så den väntar. Den som sköter installationen väljer en.")
    String nobodyCarriesEmail();

    @Message("Den som väntat längst skulle ha skickats {when}.")
    String oldest(String when);

    @Message("Inget väntar just nu.")
    String nothingWaits();

    @Message("Väntar på att skickas")
    String lanes();

    @Message("Enskilda meddelanden och påminnelser")
    String urgent();

    @Message("Inbjudningar och annat till många")
    String many();

    @Message("till {organization}")
    String of(String organization);

    @Message("{count} väntar, nästa {when}")
    String laneWaits(long count, String when);

    @Message("från {sender}, högst {rate} i sekunden")
    String sender(String sender, String rate);

    @Message("pausat")
    String paused();

    @Message("Okänt öde")
    String unknownTitle();

    @Message(
            "De kan ha kommit fram. Därför skickas de aldrig igen av sig själva; leverantörens besked avgör, annars räknas de som misslyckade efter ett dygn.")
    String unknownText();

    @Message("Misslyckade de senaste sju dagarna")
    String failedTitle();

    @Message("{count} stycken: {why}")
    String countedWhy(long count, String why);

    @Message(
            "Inget skickas. Databasen är återställd, kopierad eller flyttad, och kan inte veta vad som redan har skickats.")
    String hold();

    @Message("Den vet inget om det som hänt efter {when}.")
    String holdGap(String when);

    @Message("Ett meddelande skulle ha skickats sedan dess. Det skickas inte.")
    String holdDueOne();

    @Message("{count} meddelanden skulle ha skickats sedan dess. De skickas inte.")
    String holdDue(long count);

    @Message("Ett ja eller nej till kontakt finns i journalen och läses in igen.")
    String holdJournalOne();

    @Message("{count} ja och nej till kontakt finns i journalen och läses in igen.")
    String holdJournal(long count);

    @Message("Ingen journal finns: nej som kom efter säkerhetskopian är borta.")
    String holdNoJournal();

    @Message("Sms som kom under tiden hämtas från leverantören.")
    String holdTexts();

    @Message("Sms som kom under tiden kan inte hämtas: leverantören har ingen lista. Ett STOPP kan saknas.")
    String holdNoTexts();

    @Message("En administratör högst upp i organisationen kan låta den skicka igen.")
    String holdWho();

    @Message("Låt databasen skicka igen")
    String release();

    @Message("Gör det bara om ingen annan kopia skickar.")
    String releaseWarning();

    @Message("Fortsätt även om leverantörens lista inte går att läsa")
    String releaseWithoutTexts();

    @Message("Leverantörens lista gick inte att läsa. Någon kan ha sagt stopp; försök igen om en stund.")
    String listUnavailable();

    @Message("Dess rader är inlästa på nytt.")
    String restored();

    @Message("Raden som säger var den hör hemma saknas.")
    String withoutFence();

    @Message("Filerna är äldre än de som fanns här.")
    String older();

    @Message("Den ligger i en annan databasserver.")
    String otherCluster();

    @Message("Databasservern har återställts till en tidpunkt eller bytt maskin.")
    String otherTimeline();

    @Message("Den är en annan databas på samma server.")
    String otherDatabase();

    @Message("Ringstuga nås på en annan adress.")
    String otherAddress();

    @Message("Den ligger i en annan katalog.")
    String otherDirectory();

    @Message("Den ligger på en annan dator.")
    String otherMachine();

    @Message("{name} stoppade utskicken från {organization} {when}.")
    String stopped(String name, String organization, String when);

    @Message("Utskick är avstängda för hela installationen, av den som sköter den.")
    String switchedOff();

    @Message("Stoppa alla utskick")
    String stop();

    @Message(
            "Inget nytt skickas härifrån förrän en administratör startar igen. Det som hinner bli för gammalt skickas inte alls.")
    String stopText();

    @Message("Varför?")
    String why();

    @Message("Starta utskicken igen")
    String start();
}
