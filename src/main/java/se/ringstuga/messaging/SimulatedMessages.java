package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The banner over pages about messages while nothing is really sent; English in {@code messages/simulated_en.properties}. */
@MessageBundle("simulated")
public interface SimulatedMessages {

    @Message("Simulerat: inget skickas till någon på riktigt.")
    String nothingIsSent();

    @Message("simulerat")
    String mark();

    @Message("Just nu skickas ingenting.")
    String standsStill();

    @Message("Se varför i kön")
    String why();

    @Message("Se meddelandena i sandlådan")
    String look();
}
