package se.ringstuga.jobs;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of jobs; English in {@code messages/jobs_en.properties}. */
@MessageBundle("jobs")
public interface JobMessages {

    @Message("Jobb")
    String title();

    @Message("Det här sköter sig självt, för alla föreningar i installationen. Här ser du när det gick senast.")
    String lead();

    @Message("I installationen finns fler organisationer, så hur mycket som gjordes visas inte.")
    String several();

    @Message("{name} är igång.")
    String started(String name);

    @Message("{name} gick redan. Det körs inte två gånger samtidigt.")
    String ranAlready(String name);

    @Message("Senast")
    String latest();

    @Message("De senaste gångerna")
    String runs();

    @Message("Här står de gånger när något gjordes, gick fel eller någon bad om det.")
    String runsLead();

    @Message("Ingen gång än.")
    String noRuns();

    @Message("någon bad om det")
    String asked();

    @Message("Nästa gång")
    String next();

    @Message("i varje instans")
    String everyInstance();

    @Message("har inte gått än")
    String never();

    @Message("går nu")
    String running();

    @Message("{when}, tog {seconds} s")
    String lasted(String when, String seconds);

    @Message("Gjorde {count}.")
    String done(String count);

    @Message("Gick fel: {failure}")
    String failed(String failure);

    @Message("Gick fel senast {when}")
    String failedBefore(String when);

    @Message("Kör nu")
    String run();

    @Message("Varje sekund")
    String everySecond();

    @Message("Med {count} sekunders mellanrum")
    String everySeconds(long count);

    @Message("Varje minut")
    String everyMinute();

    @Message("Med {count} minuters mellanrum")
    String everyMinutes(long count);

    @Message("Varje timme")
    String everyHour();

    @Message("Med {count} timmars mellanrum")
    String everyHours(long count);

    @Message("En gång om dygnet")
    String everyDay();

    @Message("Ringda som aldrig rapporterades")
    String leaseSweeper();

    @Message("Väcka dem som väntat klart i ringlistor")
    String queueWake();

    @Message("Jämföra ringlistor med registret")
    String queueRefresh();

    @Message("Öppna och stänga ringstugor i tid")
    String ringstugor();

    @Message("Meddelanden som fastnat eller blivit för gamla")
    String messageSweeper();

    @Message("Räkna ihop sms-budgetar")
    String smsBudgets();

    @Message("Månadsbrev")
    String monthlyBroadcasts();

    @Message("Fråga leverantören om meddelanden med okänt öde")
    String messageReconciliation();

    @Message("Jämföra alla meddelanden med leverantören")
    String messageReconciliationDaily();

    @Message("Läsa studsade mejl")
    String emailBounces();

    @Message("Låta automatiseringarna gå vidare")
    String automations();

    @Message("Säga till om obesvarade sms")
    String inboxWaiting();

    @Message("Läsa vad leverantörerna meddelar")
    String providerHooks();

    @Message("Städa bland det leverantörerna meddelat")
    String providerHooksUpkeep();

    @Message("Skicka webhooks")
    String webhooks();

    @Message("Städa bland webhooks")
    String webhooksUpkeep();

    @Message("Förbereda loggen över vem som sett vad")
    String accessLogPartitions();

    @Message("Räkna ut stängda dagar")
    String closedDays();

    @Message("Glömma gamla inloggningsförsök")
    String accountsUpkeep();

    @Message("Lägga ut återkommande möten")
    String eventSeries();

    @Message("Låta väntelistor gå framåt")
    String eventWaitingLists();

    @Message("Påminnelser om möten")
    String reminders();

    @Message("Skicka koder till dem som anmäler sig")
    String codes();

    @Message("Glömma gamla koder och anmälningar som aldrig bekräftades")
    String codesUpkeep();

    @Message("Starta om det som skickar, om det har stannat")
    String loops();

    @Message("Sammandrag till organisatörer")
    String digests();

    @Message("Känna igen en återställd databas")
    String fence();

    @Message("Jämföra klockor")
    String clockDrift();
}
