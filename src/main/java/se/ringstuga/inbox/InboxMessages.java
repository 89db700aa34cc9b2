package se.ringstuga.inbox;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the inbox, and what is answered to an opt-out. English stands in {@code messages/inbox_en.properties}. */
@MessageBundle("inbox")
public interface InboxMessages {

    @Message("Du får inga fler sms från {organization}. Svara START om du ändrar dig.")
    String stopped(String organization);

    @Message("Inkorg")
    String title();

    @Message("Väntar på svar")
    String open();

    @Message("Klara")
    String handled();

    @Message("Inget väntar. Det som någon svarar på era sms hamnar här.")
    String noneOpen();

    @Message("Här är det tomt än.")
    String noneHandled();

    @Message("Okänt nummer")
    String unknown();

    @Message("{count} nya")
    String waiting(int count);

    @Message("Visa fler")
    String more();

    @Message("Äldre")
    String older();

    @Message("Till inkorgen")
    String back();

    @Message("{count} personer har numret:")
    String several(int count);

    @Message("Ingen i registret har numret, så det går inte att svara härifrån. Skriv in numret hos den som har det.")
    String nobody();

    @Message("Ett sms kan se ut att komma från någon annans nummer. Lita inte på det när det gäller något viktigt.")
    String forgeable();

    @Message("Svar")
    String answer();

    @Message("Vem svarar du?")
    String whom();

    @Message("Skicka svaret")
    String send();

    @Message("Inget svar behövs")
    String noAnswerNeeded();

    @Message("Skriv något först.")
    String empty();

    @Message("Svaret är för långt: högst {most} tecken.")
    String tooLong(int most);

    @Message("Välj vem du svarar.")
    String choose();

    @Message("Svaret är på väg.")
    String sent();

    @Message("Det har kommit ett nytt sms sedan du öppnade sidan. Läs det också.")
    String cameMeanwhile();

    @Message(
            "Svaret kan inte skickas så här. Det är för långt, eller har en klammer som inte hör till ett fält. Skriv två klamrar för en som ska synas.")
    String refused();

    @Message("Svaret gick inte iväg, eftersom personen inte får sms från er. Ring i stället.")
    String notSent();

    @Message("Har avregistrerat sig från sms")
    String optedOut();

    @Message("Vill ha sms igen")
    String optedIn();

    @Message("Svarade på en fråga")
    String answeredQuestion();

    @Message("Automatiskt svar")
    String automatic();

    @Message("Väntar på att skickas")
    String stateWaiting();

    @Message("Skickat")
    String stateSent();

    @Message("Kom fram")
    String stateDelivered();

    @Message("Gick inte fram")
    String stateFailed();

    @Message("Skickades inte")
    String stateSkipped();

    @Message("Hanterad {when}")
    String handledWhen(String when);
}
