package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What somebody did, between their name and that of whom it is about; English in {@code messages/accessaction_en.properties}. */
@MessageBundle("accessaction")
public interface AccessActionMessages {

    @Message("öppnade")
    String personRead();

    @Message("hämtade uppgifter om")
    String peopleRead();

    @Message("såg i en lista")
    String peopleList();

    @Message("läste rättelser om")
    String peopleCorrections();

    @Message("läste historiken för")
    String personTimeline();

    @Message("ändrade")
    String personChanged();

    @Message("bockade av en rättelse för")
    String personCorrectionDone();

    @Message("la till")
    String personCreated();

    @Message("kopplade till en lokalgrupp")
    String personConnected();

    @Message("tog bort en koppling för")
    String personDisconnected();

    @Message("satte en etikett på")
    String personTagged();

    @Message("tog bort en etikett från")
    String personUntagged();

    @Message("skyddade")
    String personRestricted();

    @Message("tog bort skyddet för")
    String personRestrictionLifted();

    @Message("läste kontaktvalen för")
    String personPreferences();

    @Message("ändrade kontaktvalen för")
    String personPreferencesChanged();

    @Message("läste in en fil")
    String peopleImport();

    @Message("kontrollerade en fil")
    String peopleImportDryRun();

    @Message("ångrade en inläsning")
    String peopleImportUndone();

    @Message("avslutade medlemskap")
    String peopleMembershipsEnded();

    @Message("tog ut registret som en fil")
    String peopleExportBegun();

    @Message("fick i en fil")
    String peopleExport();

    @Message("såg i ett urval")
    String segmentPeople();

    @Message("såg i ett urval som byggs")
    String segmentPreview();

    @Message("räknade ett urval")
    String segmentCount();

    @Message("såg om och varför ett urval tar med")
    String segmentExplanation();

    @Message("tog ut enkätsvar från")
    String surveyExport();

    @Message("läste fritextsvar")
    String surveyTexts();

    @Message("läste enkätsvaren från")
    String personSubmissions();

    @Message("tog fram en enkät för")
    String personSurvey();

    @Message("gjorde en enkätlänk till")
    String personSurveyLink();

    @Message("drog tillbaka en enkätlänk till")
    String personSurveyLinkRevoked();

    @Message("såg enkätlänkarna till")
    String personSurveyLinks();

    @Message("fick att ringa")
    String callClaimed();

    @Message("läste kortet för")
    String callRead();

    @Message("såg numret till")
    String callNumberShown();

    @Message("berättade om samtalet med")
    String callReported();

    @Message("tog tillbaka rapporten om")
    String callUndone();

    @Message("rättade rapporten om")
    String callCorrected();

    @Message("läste rapporten om")
    String callReportRead();

    @Message("fick ett samtal tillbaka från")
    String callRangBack();

    @Message("lovade att skicka enkäten till")
    String callSurveyAskedFor();

    @Message("läste i samtalsloggen om")
    String callLog();

    @Message("läste anteckningar om")
    String callNotes();

    @Message("ändrade en anteckning om")
    String callNoteEdited();

    @Message("tog bort en anteckning om")
    String callNoteRemoved();

    @Message("läste i uppföljningslistan om")
    String callFollowUps();

    @Message("läste att en ringare har sett")
    String callSeenList();

    @Message("såg först i kön till en ny ringlista")
    String callPreview();

    @Message("stoppade all kontakt med")
    String callStopped();

    @Message("hävde stoppet för")
    String callStopLifted();

    @Message("skrev till")
    String messageSent();

    @Message("läste ett meddelande till")
    String messageRead();

    @Message("såg bland mottagarna")
    String messageList();

    @Message("förhandsgranskade ett meddelande till")
    String messagePreview();

    @Message("stoppade ett meddelande till")
    String messageCancelled();

    @Message("gjorde brev till")
    String messageLetters();

    @Message("såg i inkorgen")
    String inboxList();

    @Message("läste i inkorgen")
    String inboxRead();

    @Message("såg bland dem som påminns")
    String reminderList();

    @Message("såg bland dem som ingen påminnelse når")
    String reminderLeft();

    @Message("såg i ett flöde")
    String automationPeople();

    @Message("läste om i ett flöde")
    String automationPerson();

    @Message("släppte in i ett flöde")
    String automationEntered();

    @Message("tog ut ur ett flöde")
    String automationTakenOut();

    @Message("prövade ett steg igen för")
    String automationAgain();

    @Message("lät gå vidare i ett flöde")
    String automationAllAgain();

    @Message("såg vilka ett flöde gäller")
    String automationPreview();

    @Message("läste i sandlådan")
    String sandboxRead();

    @Message("läste ett brev i sandlådan")
    String sandboxMail();

    @Message("såg bland de anmälda")
    String signUpsList();

    @Message("läste anmälningarna från")
    String signUpsPerson();

    @Message("läste anmälan från")
    String signUpRead();

    @Message("anmälde")
    String signUpAdded();

    @Message("ändrade anmälan för")
    String signUpChanged();

    @Message("bjöd in")
    String eventInvited();

    @Message("öppnade sin inbjudan")
    String eventOpened();

    @Message("svarade på en inbjudan")
    String eventAnswered();

    @Message("bytte adress till sin kalender")
    String calendarReplaced();

    @Message("öppnade sin enkät")
    String surveyOpened();

    @Message("svarade på en enkät")
    String surveyAnswered();

    @Message("öppnade sin sida")
    String preferencesOpened();

    @Message("sparade sina val")
    String preferencesSaved();

    @Message("avanmälde sig")
    String preferencesUnsubscribed();

    @Message("ändrade föreningens inställningar")
    String organizationChanged();

    @Message("ändrade inställningarna för utskick")
    String messagingConfigured();

    @Message("ändrade en avsändare")
    String senderChanged();

    @Message("tog bort en avsändare")
    String senderRemoved();

    @Message("bestämde om en stängd dag")
    String closedDayDecided();

    @Message("tog bort ett beslut om en stängd dag")
    String closedDayRemoved();

    @Message("la till en webhook")
    String webhookEndpointAdded();

    @Message("ändrade en webhook")
    String webhookEndpointChanged();

    @Message("tog bort en webhook")
    String webhookEndpointRemoved();

    @Message("bytte hemligheten för en webhook")
    String webhookEndpointSecretReplaced();

    @Message("skickade om till en webhook")
    String webhookDeliveryReplayed();

    @Message("startade ett jobb")
    String jobStarted();

    @Message("lämnade över det någon hade på gång")
    String staffHandedOver();

    @Message("läste en händelse om")
    String noticeRead();

    @Message("läste åtkomstloggen")
    String accessLogRead();
}
