package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of the access log; English in {@code messages/accesslog_en.properties}. */
@MessageBundle("accesslog")
public interface AccessLogMessages {

    @Message("Åtkomstlogg")
    String title();

    @Message("Vem som har sett eller ändrat uppgifter om vem. Att någon läser här står också här.")
    String lead();

    @Message("Vem")
    String who();

    @Message("Vad")
    String what();

    @Message("Person")
    String person();

    @Message("Från och med")
    String from();

    @Message("Till och med")
    String until();

    @Message("Alla")
    String everybody();

    @Message("Allt")
    String everything();

    @Message("Visa")
    String filter();

    @Message("Visa allt")
    String clear();

    @Message("Numret sist i adressen till personens sida")
    String personHint();

    @Message("Det är ingen dag.")
    String dayWrong();

    @Message("Skriv ett nummer.")
    String personWrong();

    @Message("Inget sådant har hänt.")
    String none();

    @Message("Visa äldre")
    String older();

    @Message("och {count} till")
    String more(int count);

    @Message("Ringare {name}")
    String caller(String name);

    @Message("API-nyckeln {name}")
    String token(String name);

    @Message("Ringstuga självt")
    String system();

    @Message("En person i registret")
    String somebody();

    @Message("öppnade")
    String personRead();

    @Message("hämtade uppgifter om")
    String peopleRead();

    @Message("såg i en lista")
    String peopleList();

    @Message("läste historiken för")
    String personTimeline();

    @Message("ändrade")
    String personChanged();

    @Message("la till")
    String personCreated();

    @Message("satte en etikett på")
    String personTagged();

    @Message("tog bort en etikett från")
    String personUntagged();

    @Message("skyddade")
    String personRestricted();

    @Message("tog bort skyddet för")
    String personRestrictionLifted();

    @Message("läste in en fil")
    String peopleImport();

    @Message("kontrollerade en fil")
    String peopleImportDryRun();

    @Message("ångrade en inläsning")
    String peopleImportUndone();

    @Message("avslutade medlemskap")
    String membershipsEnded();

    @Message("tog ut registret som en fil")
    String exportBegun();

    @Message("fick i en fil")
    String export();

    @Message("såg i ett segment")
    String segmentPeople();

    @Message("räknade ett urval")
    String segmentCount();

    @Message("tog ut enkätsvar från")
    String surveyExport();

    @Message("fick att ringa")
    String callClaimed();

    @Message("såg numret till")
    String callNumber();

    @Message("skrev till")
    String messageSent();

    @Message("läste i inkorgen")
    String inboxRead();

    @Message("läste åtkomstloggen")
    String accessLogRead();
}
