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
}
