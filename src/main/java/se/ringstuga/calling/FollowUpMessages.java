package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the list of people who need the organizer, and of the rules of calling again; English in {@code messages/followup_en.properties}. */
@MessageBundle("followup")
public interface FollowUpMessages {

    @Message("Att följa upp")
    String title();

    @Message("Ingen väntar på dig")
    String emptyTitle();

    @Message(
            "När en ringare skriver till organisatören, eller får veta något som du behöver bestämma om, står det här.")
    String emptyText();

    @Message("Det finns fler. De kommer när de här är klara.")
    String more();

    @Message("Meddelande")
    String written();

    @Message("Inte rapporterat")
    String unreported();

    @Message("Två samtal samtidigt")
    String conflict();

    @Message("En administratör behöver se på det här")
    String forAdministrators();

    @Message("En ringare har berättat om hot eller obehag. Vem det gäller ser bara administratörer.")
    String untold();

    @Message("Ingen har berättat hur samtalet gick. Fråga {name}, eller berätta själv.")
    String unreportedText(String name);

    @Message("Två ringare pratade med personen samtidigt. Båda samtalen räknas; se att det som skrevs stämmer.")
    String conflictText();

    @Message("Personen rings inte och får inga meddelanden förrän du har bestämt.")
    String stopped();

    @Message("Ringaren noterade")
    String noted();

    @Message("{name}, {when}")
    String by(String name, String when);

    @Message("Jag tar det")
    String take();

    @Message("Du tog det {when}")
    String mine(String when);

    @Message("{name} tog det {when}")
    String taken(String name, String when);

    @Message("Någon")
    String somebody();

    @Message("Lämna tillbaka")
    String letGo();

    @Message("Klart, ring gärna igen")
    String release();

    @Message("Klart")
    String done();

    @Message("Det stämde inte, ring gärna igen")
    String mistaken();

    @Message("Till personen")
    String person();

    @Message("Till samtalet")
    String call();

    @Message("Berätta hur det gick")
    String tell();

    @Message("När rings någon igen?")
    String rules();

    @Message(
            "Det här gäller i den här listan. Vilan och antalet försök bestämmer du, och tiderna i tabellen följer med; du får se vad"
                    + " som händer först.")
    String rulesText();

    @Message(
            "Vad ett utfall leder till är lika i alla ringlistor och går inte att ändra: den som har sagt nej, bett om en tid eller"
                    + " just blivit ringd ska kunna lita på det, vem som än har gjort listan.")
    String rulesFixed();

    @Message("Utfall")
    String outcome();

    @Message("Vad som följer")
    String follows();

    @Message("{hours} timmar senare")
    String after(long hours);

    @Message("så snart det är någons tur")
    String atOnce();

    @Message("inte mer i den här listan")
    String ends();

    @Message("på nästa nummer, om det finns ett")
    String nextNumber();

    @Message("på den tid personen bad om")
    String asked();

    @Message("en timme senare på dagen än sist")
    String otherTime();

    @Message("räknas som ett försök")
    String counts();

    @Message("räknas inte som ett försök")
    String countsNot();

    @Message(
            "Den som nåtts och inte nått målet rings igen på samma sätt. Ett meddelande till organisatören håller personen utanför kön tills någon har läst det.")
    String rulesHint();
}
