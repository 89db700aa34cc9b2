package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The names of the built-in kinds of events; English in {@code messages/eventkind_en.properties}. */
@MessageBundle("eventkind")
public interface EventKindMessages {

    @Message("Medlemsmöte")
    String medlemsmote();

    @Message("Årsmöte")
    String arsmote();

    @Message("Styrelsemöte")
    String styrelsemote();

    @Message("Träff för nya medlemmar")
    String nyaMedlemmar();

    @Message("Flygbladsutdelning")
    String flygblad();

    @Message("Torgmöte")
    String torgmote();

    @Message("Studiecirkel")
    String studiecirkel();

    @Message("Pubkväll")
    String pubkvall();

    @Message("Ringstuga")
    String ringstuga();

    @Message("Annat")
    String annat();
}
