package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What each permission lets a token do; English in {@code messages/scopes_en.properties}. */
@MessageBundle("scopes")
public interface ScopeMessages {

    @Message("se föreningen")
    String organizationRead();

    @Message("ändra föreningen och skapa grupper under den")
    String organizationWrite();

    @Message("söka och läsa personer")
    String peopleRead();

    @Message("lägga till och ändra personer")
    String peopleWrite();

    @Message("läsa in medlemsregistret")
    String peopleImport();

    @Message("göra och sätta etiketter")
    String tagsWrite();

    @Message("läsa urval")
    String segmentsRead();

    @Message("göra och ändra urval")
    String segmentsWrite();

    @Message("läsa enkäter och svar")
    String surveysRead();

    @Message("göra enkäter och lämna svar")
    String surveysWrite();

    @Message("läsa ringuppdrag och siffror")
    String callsRead();

    @Message("öppna och sköta ringuppdrag")
    String callsManage();

    @Message("hämta personer att ringa och rapportera")
    String callsCall();

    @Message("läsa utskick och meddelanden")
    String messagesRead();

    @Message("skicka meddelanden och utskick")
    String messagesSend();

    @Message("bestämma avsändare och gränser för utskick")
    String messagesConfigure();

    @Message("se aktiviteter, anmälningar och närvaro")
    String eventsRead();

    @Message("skapa och ändra aktiviteter, anmäla och pricka av")
    String eventsWrite();

    @Message("se automatiseringar och vilka som är i dem")
    String automationsRead();

    @Message("skapa, ändra och slå på automatiseringar")
    String automationsManage();

    @Message("bestämma vilka andra verktyg som får veta vad som händer")
    String webhooksManage();

    @Message("köra återkommande jobb genast")
    String jobsRun();

    @Message("bjuda in och ta bort medarbetare")
    String staffManage();

    @Message("skapa och återkalla nycklar")
    String tokensManage();
}
