package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Whether somebody wants digests; English in {@code messages/digestchoice_en.properties}. */
@MessageBundle("digestchoice")
public interface DigestChoiceMessages {

    @Message("Sammandrag")
    String title();

    @Message("Mejla mig vad som väntar hos de föreningar jag arbetar i")
    String wanted();

    @Message("Spara")
    String save();
}
