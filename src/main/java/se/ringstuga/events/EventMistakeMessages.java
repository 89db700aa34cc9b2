package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the organizers' pages of events say of mistakes; English stands in {@code messages/eventmistake_en.properties}. */
@MessageBundle("eventmistake")
public interface EventMistakeMessages {

    @Message("Skriv ett namn.")
    String guestNameMissing();

    @Message("Skriv högst 200 tecken.")
    String guestNameLong();

    @Message("Skriv en e-postadress eller ett telefonnummer.")
    String guestAddressMissing();

    @Message("E-postadressen verkar fel, kontrollera gärna.")
    String guestEmailWrong();

    @Message("Telefonnumret verkar fel, kontrollera gärna.")
    String guestPhoneWrong();

    @Message("Den personen ska inte kontaktas och kan inte anmälas.")
    String addStopped();

    @Message("{name} är avanmäld.")
    String tookAway(String name);

    @Message("{name} är anmäld igen.")
    String backAgain(String name);

    @Message("Platsen är tagen, men {name} står på väntelistan, på sin gamla plats.")
    String backInLine(String name);

    @Message("Platsen är redan tagen.")
    String placeGone();

    @Message("Det är inställt, så ingen prickas av.")
    String doorCancelled();

    @Message("Publicera aktiviteten först. Ett utkast har ingen dörr.")
    String doorDraft();
}
