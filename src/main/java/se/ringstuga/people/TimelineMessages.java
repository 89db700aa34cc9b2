package se.ringstuga.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What has happened with a person, in words; English stands in {@code messages/timeline_en.properties}. */
@MessageBundle("timeline")
public interface TimelineMessages {

    @Message("Lades in i registret")
    String created();

    @Message("Uppdaterades från medlemsregistret")
    String imported();

    @Message("Inläsningen ångrades, och uppgifterna är som före den")
    String importUndone();

    @Message("Uppgifterna ändrades")
    String edited();

    @Message("Medlemskapet tog slut")
    String membershipEnded();

    @Message("Blev medlem igen")
    String membershipResumed();

    @Message("Skyddades: bara administratörer ser personen")
    String restricted();

    @Message("Skyddet togs bort")
    String restrictionLifted();

    @Message("All kontakt stoppades")
    String stopped();

    @Message("Stoppet hävdes")
    String stopLifted();

    @Message("Fick etiketten ”{title}”")
    String tagged(String title);

    @Message("Kopplades till {organization}")
    String connected(String organization);

    @Message("Sa nej till {what}")
    String withdrawn(String what);

    @Message("Sa ja till {what}")
    String granted(String what);

    @Message("Ett svar om {what} togs tillbaka")
    String corrected(String what);

    @Message("Svarade på ”{title}”")
    String survey(String title);

    @Message("Svarade på en del av ”{title}”")
    String surveyPartly(String title);

    @Message("Samtal i ”{assignment}”: {outcome}")
    String call(String assignment, String outcome);

    @Message("hur det gick är inte berättat")
    String callUnreported();

    @Message("nåddes")
    String reached();

    @Message("inget svar")
    String noAnswer();

    @Message("upptaget")
    String busy();

    @Message("meddelande lämnat")
    String leftMessage();

    @Message("vill bli uppringd senare")
    String callBack();

    @Message("hade inte tid")
    String notAvailable();

    @Message("fel nummer")
    String wrongNumber();

    @Message("ville inte")
    String declined();

    @Message("vill inte bli uppringd")
    String doNotCall();

    @Message("{channel}: ”{broadcast}”")
    String broadcast(String channel, String broadcast);

    @Message("{channel} till bara den här personen")
    String alone(String channel);

    @Message("Bjuden till ”{title}”")
    String invited(String title);

    @Message("Anmäld till ”{title}”")
    String signedUp(String title);

    @Message("Står i kö till ”{title}”")
    String waiting(String title);

    @Message("Fick plats på ”{title}”")
    String movedUp(String title);

    @Message("Kommer inte till ”{title}”")
    String signUpCancelled(String title);

    @Message("Var med på ”{title}”")
    String attended(String title);

    @Message("Anmäld till ”{title}” men kom inte")
    String absent(String title);

    @Message("{channel}: påminnelse om ”{event}”")
    String reminder(String channel, String event);

    @Message("{channel} om ”{event}”")
    String aboutEvent(String channel, String event);

    @Message("{channel} som skickades av sig självt")
    String byItself(String channel);

    @Message("Något hände ({kind})")
    String other(String kind);

    @Message("{said}, {where}")
    String where(String said, String where);

    @Message("med ett SMS")
    String bySms();

    @Message("hos operatören")
    String atProvider();

    @Message("på sin egen sida")
    String onOwnPage();

    @Message("i sitt e-postprogram")
    String inMailProgram();

    @Message("i ett samtal")
    String inCall();

    @Message("noterat av er")
    String notedByStaff();

    @Message("noterat av ett verktyg")
    String notedByTool();

    @Message("{channel}: prov")
    String test(String channel);

    @Message("{message} ({state})")
    String messageState(String message, String state);

    @Message("väntar")
    String messageWaiting();

    @Message("skickat")
    String messageSent();

    @Message("framme")
    String messageDelivered();

    @Message("kom inte fram")
    String messageFailed();

    @Message("skickades inte")
    String messageNotSent();

    @Message("oklart om det kom fram")
    String messageUnknown();

    @Message("ersatt av ett annat")
    String messageReplaced();

    @Message("Kom med i ”{title}”")
    String automationEntered(String title);

    @Message("Har gått igenom ”{title}”")
    String automationFinished(String title);

    @Message("Är inte längre med i ”{title}”")
    String automationLeft(String title);

    @Message("Något gick fel i ”{title}”")
    String automationFailed(String title);

    @Message("”{title}”: {what}")
    String automationStep(String title, String what);

    @Message("”{title}”: {what} – hoppades över")
    String automationSkipped(String title, String what);

    @Message("meddelande")
    String automationSend();

    @Message("uppsatt på ringlista")
    String automationCall();

    @Message("tagg ändrad")
    String automationTag();

    @Message("inbjudan")
    String automationInvite();

    @Message("organisatörerna fick veta")
    String automationTell();

    @Message("andra verktyg fick veta")
    String automationHook();
}
