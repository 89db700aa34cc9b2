package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the log of calls and of correcting one; English in {@code messages/calllog_en.properties}. */
@MessageBundle("calllog")
public interface CallLogMessages {

    @Message("Samtal")
    String title();

    @Message("Ringare")
    String caller();

    @Message("Utfall")
    String outcome();

    @Message("Dag")
    String day();

    @Message("alla")
    String all();

    @Message("Visa")
    String show();

    @Message("Inga samtal än. De kommer hit efter hand som ringarna rapporterar.")
    String empty();

    @Message("Inga samtal passar. Ta bort något av det du valt.")
    String noneFound();

    @Message("Alla samtal")
    String allCalls();

    @Message("Äldre samtal")
    String older();

    @Message("rättat")
    String corrected();

    @Message("kom sent")
    String late();

    @Message("två ringde samtidigt")
    String conflict();

    @Message("hela enkäten")
    String answered();

    @Message("en del av enkäten")
    String partly();

    @Message("{name} ringde {when}")
    String lead(String name, String when);

    @Message("Ingen har berättat hur samtalet gick.")
    String unreportedText();

    @Message("Det är för länge sedan för att rapportera samtalet nu.")
    String tooLate();

    @Message("Det här samtalet läser och rättar bara administratörer.")
    String administrators();

    @Message("Rätta hur det gick")
    String correct();

    @Message("Berätta hur det gick")
    String tell();

    @Message("Det som följde av den förra rapporten tas tillbaka, och det nya gäller i stället.")
    String correctText();

    @Message("Vad ni fick veta")
    String fact();

    @Message("inget särskilt")
    String noFact();

    @Message("Ring igen, om personen bad om en tid")
    String callBackAt();

    @Message("Samma ringare")
    String callBackMine();

    @Message("Vilket nummer var fel?")
    String wrong();

    @Message("Det första")
    String wrongFirst();

    @Message("Det andra")
    String wrongSecond();

    @Message("Att minnas till nästa samtal")
    String note();

    @Message("Meddelande till organisatören")
    String toOrganizer();

    @Message("Etiketter")
    String tags();

    @Message("Svar på enkäten")
    String answers();

    @Message("Spara rättelsen")
    String save();

    @Message("Spara")
    String saveFirst();

    @Message("Till samtalen")
    String back();

    @Message("Till personen")
    String person();

    @Message("Vad som stod förut")
    String former();

    @Message("{outcome}. Rättades av {name} {when}.")
    String formerBy(String outcome, String name, String when);

    @Message("ett verktyg")
    String aTool();

    @Message("Något behöver rättas innan det kan sparas.")
    String faulty();

    @Message("Välj hur det gick.")
    String outcomeMissing();

    @Message("Då är det ingen ringtid. Närmaste tid är {when}.")
    String callBackNearest(String when);

    @Message("Den tiden går inte. Välj en annan, eller ta bort den.")
    String callBackWrong();

    @Message("Det går inte att spara så: {why}")
    String refused(String why);

    @Message("Anteckning om {person}")
    String noteTitle(String person);

    @Message("{name} skrev den {when}.")
    String noteWritten(String name, String when);

    @Message("Ringare ser den i ett år, och bara i samma ringlista. Skriv inte om hälsa, etnicitet eller tro.")
    String noteHint();

    @Message("Skriv något, högst {most} tecken. Vill du inte ha den kvar kan du ta bort den.")
    String noteWrong(int most);

    @Message(
            "Någon annan har ändrat anteckningen sedan du öppnade den. Nu står det: ”{text}”. Spara igen om din text ska gälla.")
    String noteChanged(String text);

    @Message("Till personen")
    String toPerson();

    @Message("Spara anteckningen")
    String noteSave();

    @Message("Ta bort anteckningen")
    String noteRemove();

    @Message("Ingen ringare ser den längre, och den går inte att få tillbaka.")
    String noteRemoveText();

    @Message("Ja, ta bort")
    String noteRemoveYes();
}
