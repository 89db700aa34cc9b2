package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The places of an organization in the bar above its pages; English in {@code messages/bar_en.properties}. */
@MessageBundle("bar")
public interface BarMessages {

    @Message("Sidor i föreningen")
    String places();

    @Message("Hem")
    String home();

    @Message("Människor")
    String people();

    @Message("Urval")
    String segments();

    @Message("Enkäter")
    String surveys();

    @Message("Ringlistor")
    String calls();

    @Message("Ringstugor")
    String ringstugor();

    @Message("Utskick")
    String broadcasts();

    @Message("Inkorg")
    String inbox();

    @Message("Kö")
    String sending();

    @Message("Aktiviteter")
    String events();

    @Message("Automatiseringar")
    String automations();

    @Message("Jobb")
    String jobs();

    @Message("Inställningar")
    String settings();

    @Message("Sandlåda")
    String sandbox();
}
