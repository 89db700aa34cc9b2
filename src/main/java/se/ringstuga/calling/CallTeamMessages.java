package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page where callers are invited and looked after; English in {@code messages/callteam_en.properties}. */
@MessageBundle("callteam")
public interface CallTeamMessages {

    @Message("Bjud in någon")
    String invite();

    @Message("Hen får en egen länk till sin telefon och behöver inget konto. Länken gäller så länge listan är öppen.")
    String inviteText();

    @Message("Namn")
    String name();

    @Message("Låt det stå tomt om du inte vet än vem det blir.")
    String nameHint();

    @Message("Skriv ett namn med högst 100 tecken.")
    String nameWrong();

    @Message("Gör en länk")
    String make();

    @Message("De som ringer")
    String team();

    @Message("Ingen är inbjuden än. Bjud in den första ovanför.")
    String nobody();

    @Message("har inte öppnat länken")
    String notJoined();

    @Message("{calls} samtal, {reached} nådda")
    String counts(long calls, long reached);

    @Message("borttagen")
    String removed();

    @Message("Har nått gränsen för en timme")
    String limitHour();

    @Message("Har hoppat över tre i rad")
    String limitInARow();

    @Message("Har hoppat över så många som en kväll tillåter")
    String limitEvening();

    @Message("Låt hen fortsätta")
    String lift();

    @Message("En annan telefon vill in som {name}, {when}.")
    String asks(String name, String when);

    @Message("Släpp in")
    String letIn();

    @Message("Nej")
    String refuse();

    @Message("Mer")
    String more();

    @Message("Ny länk")
    String newLink();

    @Message("Vilka hen har sett")
    String seen();

    @Message("Ta bort ringaren")
    String remove();

    @Message("Åtkomsten upphör genast. Du får se alla som hen har sett.")
    String removeText();

    @Message("Länken till {name}")
    String linkTitle(String name);

    @Message(
            "Skicka den till {name}, eller låt hen läsa av koden med kameran. Den visas bara nu och fungerar på en telefon.")
    String linkText(String name);

    @Message("Kod att läsa av med kameran")
    String code();

    @Message("Länken visades när den gjordes. Gör en ny om den har kommit bort: då slutar den gamla att fungera.")
    String shownBefore();

    @Message("{name} är borttagen")
    String removedTitle(String name);

    @Message("Vilka {name} har sett")
    String seenTitle(String name);

    @Message("{name} har inte sett någon.")
    String seenNobody(String name);

    @Message("Fick se numret")
    String numberShown();

    @Message("Till ringarna")
    String back();
}
