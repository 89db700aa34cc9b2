package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What staff are told and mailed; English in {@code messages/notices_en.properties}. */
@MessageBundle("notices")
public interface NoticeMessages {

    @Message("{name} ({email}) är inbjuden som {role} i {organization}.")
    String invited(String name, String email, String role, String organization);

    @Message("{name} har tackat ja och hör nu till {organization}.")
    String joined(String name, String organization);

    @Message("{name} har fått en länk för nytt lösenord och ny kod.")
    String reset(String name);

    @Message("{name} har fått en länk för nytt lösenord och ny kod, från servern.")
    String resetByServer(String name);

    @Message("{name} har valt nytt lösenord och ny kod.")
    String resetDone(String name);

    @Message("{name} är nu {role} i {organization}.")
    String role(String name, String role, String organization);

    @Message("{name} hör inte längre till {organization}.")
    String removed(String name, String organization);

    @Message("{name} har fått sin behörighet i {organization} förlängd till och med {until}.")
    String renewed(String name, String organization, String until);

    @Message("{taker} har tagit över det som {name} hade på gång i {organization} ({count} st).")
    String handedOver(String name, String taker, String organization, String count);

    @Message("{name} har tagit ut registret från {organization} som en fil. Skälet: {why}")
    String peopleExported(String name, String organization, String why);

    @Message("{name} har öppnat {count} personer hos {organization} på en timme.")
    String peopleOpened(String name, String organization, String count);

    @Message("En ringare har rapporterat ett hot.")
    String threat();

    @Message("Något om ett hot väntar på att en administratör tittar på det.")
    String threatWaits();

    @Message("{name} har fått så många att ringa på en timme att det är stopp en stund. Det går över av sig självt.")
    String limitOfAnHour(String name);

    @Message(
            "{name} har hoppat över flera personer i rad och får inga fler att ringa förrän en organisatör häver gränsen.")
    String limitInARow(String name);

    @Message(
            "{name} har hoppat över många personer i kväll och får inga fler att ringa förrän en organisatör häver gränsen.")
    String limitOfAnEvening(String name);

    @Message("I inkorgen hos {organization} väntar svar på sms sedan mer än ett dygn. Samtal som väntar: {count}.")
    String inboxWaiting(String organization, String count);

    @Message("Logga in och svara.")
    String answerThem();

    @Message("Dagens sms-budget är snart slut: {used} av {limit} kr är använda eller avsatta.")
    String smsBudgetOfDay(String used, String limit);

    @Message("Månadens sms-budget är snart slut: {used} av {limit} kr är använda eller avsatta.")
    String smsBudgetOfMonth(String used, String limit);

    @Message("”{title}” är klar att läsa igenom och godkänna. Den ska ut {when}.")
    String broadcastWaits(String title, String when);

    @Message("”{title}” går ut av sig själv {when}. Till dess kan du ändra eller stoppa den.")
    String broadcastPlanned(String title, String when);

    @Message("”{title}” skulle ha gått ut {when}. Det är mer än ett dygn sedan, så den hoppades över.")
    String broadcastMissed(String title, String when);

    @Message("Någon svarade JA om ”{title}” när det inte gick att anmäla sig längre. Svaret finns i inkorgen.")
    String answerTooLate(String title);

    @Message("{name} har stoppat alla utskick från {organization}.")
    String sendingStopped(String name, String organization);

    @Message("{name} har stoppat alla utskick från {organization}: {why}")
    String sendingStoppedBecause(String name, String organization, String why);

    @Message("{name} har startat utskicken från {organization} igen.")
    String sendingStarted(String name, String organization);

    @Message("”{title}” om en person: {text}")
    String automationTellsOfOne(String title, String text);

    @Message("”{title}” om {count} personer: {text}")
    String automationTells(String title, String count, String text);

    @Message(
            "”{title}” har väntat {days} dagar på en träff att bjuda in till, och ingen är planerad. Så många fick ingen inbjudan: {count}.")
    String automationNoEvent(String title, String count, String days);

    @Message("”{title}” har gjort en ny ringlista, ”{list}”, eftersom den förra är slut. Bjud in ringare till den.")
    String automationNewList(String title, String list);

    @Message(
            "”{title}” skulle skicka en enkät som är stängd. Ingen får den, förrän ni öppnar den igen eller väljer en annan i flödet.")
    String automationSurveyClosed(String title);

    @Message(
            "En organisatör vill slå på ”{title}” för fler personer än en får bestämma om själv. Läs igenom det, och slå på det om du håller med.")
    String automationWaits(String title);

    @Message("”{title}” står still för en person, eftersom ett steg inte gick att göra. Se efter och prova igen.")
    String automationFailedForOne(String title);

    @Message(
            "”{title}” står still för {count} personer, eftersom ett steg inte gick att göra. Se efter och prova igen.")
    String automationFailed(String title, String count);

    @Message(
            "”{title}” har inte tagit emot webhooks på länge och är avstängd. Det som väntade finns kvar att sända om.")
    String webhookOff(String title);

    @Message("Det här väntar hos {organization}: {items}.")
    String digest(String organization, String items);

    @Message("{count} obesvarade sms-samtal")
    String digestConversations(String count);

    @Message("ett obesvarat sms-samtal")
    String digestConversation();

    @Message("{count} saker att följa upp efter samtal")
    String digestFollowUps(String count);

    @Message("en sak att följa upp efter samtal")
    String digestFollowUp();

    @Message("{count} utskick som behöver godkännas för att gå ut")
    String digestApprovals(String count);

    @Message("ett utskick som behöver godkännas för att gå ut")
    String digestApproval();

    @Message("{count} meddelanden som inte kom fram")
    String digestFailed(String count);

    @Message("ett meddelande som inte kom fram")
    String digestFailedOne();

    @Message("{count} personer som har fastnat i ett flöde")
    String digestAutomations(String count);

    @Message("en person som har fastnat i ett flöde")
    String digestAutomation();

    @Message("{count} möten snart som ingen har anmält sig till")
    String digestEvents(String count);

    @Message("ett möte snart som ingen har anmält sig till")
    String digestEvent();

    @Message("{count} nya medlemmar som ingen har pratat med")
    String digestNewMembers(String count);

    @Message("en ny medlem som ingen har pratat med")
    String digestNewMember();

    @Message("Logga in och se efter. Vill du inte ha sammandrag stänger du av dem på sidan för ditt konto.")
    String digestWhere();

    @Message("Stämmer det inte? Logga in och se efter.")
    String doubt();

    @Message("administratör")
    String asAdministrator();

    @Message("organisatör")
    String asOrganizer();

    @Message("Öppna länken inom ett dygn; den fungerar en gång:")
    String openWithinADay();
}
