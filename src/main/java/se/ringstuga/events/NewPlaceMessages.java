package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the question whether to tell of a new place; English stands in {@code messages/newplace_en.properties}. */
@MessageBundle("newplace")
public interface NewPlaceMessages {

    @Message("Ny plats för {title}?")
    String title(String title);

    @Message("Från {before} till {after}.")
    String text(String before, String after);

    @Message("Det blir på {after}.")
    String first(String after);

    @Message("{people} är anmälda eller väntar på plats.")
    String people(long people);

    @Message("En är anmäld eller väntar på plats.")
    String one();

    @Message("Spara och berätta")
    String tell();

    @Message("Spara utan att berätta")
    String quietly();

    @Message("Spara utan att berätta om platsen")
    String quietlyOfPlace();

    @Message(
            "Om du berättar får den som går att nå ett sms eller e-post på en gång; ett sms på natten kommer först på morgonen.")
    String told();
}
