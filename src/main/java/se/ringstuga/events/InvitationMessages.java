package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page where people are invited; English stands in {@code messages/invitation_en.properties}. */
@MessageBundle("invitation")
public interface InvitationMessages {

    @Message("Bjud in")
    String title();

    @Message("De som bjuds in ser aktiviteten, kan anmäla sig och får inbjudan enligt")
    String lead();

    @Message("reglerna för påminnelser")
    String rules();

    @Message("Publicera aktiviteten först. Bara till det som är publicerat och inte har varit kan någon bjudas in.")
    String notYet();

    @Message("Ett urval")
    String segment();

    @Message("Välj urval")
    String choose();

    @Message("Hur många blir det?")
    String count();

    @Message("Ni har inga urval än.")
    String noSegments();

    @Message("{people} personer bjuds in. De som redan är inbjudna, anmälda eller har svarat räknas inte.")
    String would(long people);

    @Message("En person bjuds in. De som redan är inbjudna, anmälda eller har svarat räknas inte.")
    String wouldOne();

    @Message("Ingen mer att bjuda in: alla där är redan inbjudna, anmälda eller har svarat.")
    String nobody();

    @Message("Ja, bjud in")
    String yes();

    @Message("Någon i registret")
    String one();

    @Message("{people} personer är inbjudna.")
    String invited(long people);

    @Message("En person är inbjuden.")
    String invitedOne();
}
