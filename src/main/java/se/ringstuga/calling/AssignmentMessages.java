package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of an organizer's pages about call assignments; English in {@code messages/assignment_en.properties}. */
@MessageBundle("assignment")
public interface AssignmentMessages {

    @Message("Ringlistor")
    String title();

    @Message(
            "En ringlista säger vilka ni ringer, varför och vad ni säger. Ringarna får en person i taget på sin egen telefon.")
    String lead();

    @Message("Ny ringlista")
    String add();

    @Message("Gör den första ringlistan")
    String addFirst();

    @Message("Ni har ingen ringlista än")
    String emptyTitle();

    @Message("Välj vilka ni vill ringa, skriv vad ni vill säga och bjud in dem som ringer. Det tar några minuter.")
    String emptyText();

    @Message("Äldre ringlistor")
    String older();

    @Message("öppen")
    String open();

    @Message("pausad")
    String paused();

    @Message("avslutad")
    String closed();

    @Message("{done} av {people} klara")
    String progress(long done, long people);

    @Message("{count} väntar på dig")
    String waitForYou(long count);

    @Message("Öppen till {when}")
    String openUntil(String when);

    @Message("Avslutades {when}")
    String closedAt(String when);

    @Message("Pausad sedan {when}. De som redan pratar med någon gör klart.")
    String pausedSince(String when);

    @Message("Ringtider {from}–{to}")
    String hours(String from, String to);

    @Message("Sidor om ringlistan")
    String pages();

    @Message("Läget")
    String overview();

    @Message("Ringare")
    String callers();

    @Message("Samtal")
    String calls();

    @Message("Att följa upp")
    String followUps();

    @Message("Regler")
    String rules();

    @Message("Väntar på dig")
    String waitingTitle();

    @Message("En person rings inte igen förrän någon har läst vad ringaren skrev.")
    String waitingOne();

    @Message("{count} personer rings inte igen förrän någon har läst vad ringarna skrev.")
    String waitingText(long count);

    @Message("Läs och bestäm")
    String waitingGo();

    @Message("Var alla är")
    String people();

    @Message("i listan")
    String inList();

    @Message("klara")
    String done();

    @Message("kan ringas")
    String queued();

    @Message("hos en ringare")
    String beingCalled();

    @Message("väntar")
    String waits();

    @Message("utan nummer")
    String withoutNumber();

    @Message("Varför de väntar")
    String why();

    @Message("{count} har blivit uppringda nyligen eller bett om en tid")
    String whyCooling(long count);

    @Message("{count} har kontaktats så ofta som en vecka tillåter")
    String whyCapped(long count);

    @Message("{count} väntar på att en organisatör läser ett meddelande")
    String whyBlocked(long count);

    @Message("{count} väntar på den ringare som lovade ringa igen")
    String whyReserved(long count);

    @Message("{count} kan ringas så snart det är ringtid")
    String whyHours(long count);

    @Message("Föreningen har stängt och öppnar {day}.")
    String whyClosed(String day);

    @Message("Nästa person kan ringas {when}.")
    String nextAt(String when);

    @Message("Varför de är klara")
    String doneWhy();

    @Message("{count} har nått målet")
    String doneGoal(long count);

    @Message("{count} har ringts så många gånger som ni valde")
    String doneAttempts(long count);

    @Message("{count} avböjde eller vill inte bli uppringda")
    String doneDeclined(long count);

    @Message("{count} hör inte längre till urvalet")
    String doneElsewhere(long count);

    @Message("{count} ska inte ringas av andra skäl")
    String doneOther(long count);

    @Message("Hur samtalen gick")
    String outcomes();

    @Message("Hur samtalen gick: {calls} samtal, {reached} nådda")
    String outcomesSaid(long calls, long reached);

    @Message("samtal")
    String callsMade();

    @Message("nådda")
    String reached();

    @Message("svarade på hela enkäten")
    String answered();

    @Message("svarade på en del")
    String partlyAnswered();

    @Message("Kväll för kväll")
    String evenings();

    @Message("Samtal och nådda de senaste kvällarna")
    String eveningsSaid();

    @Message("Den gröna delen är nådda.")
    String eveningsHint();

    @Message("Som tabell")
    String asTable();

    @Message("Dag")
    String day();

    @Message("Utfall")
    String outcome();

    @Message("Antal")
    String count();

    @Message("Vem har ringt")
    String byCaller();

    @Message("Ingen har ringt än")
    String noCallsTitle();

    @Message("Bjud in någon som ringer. Hen får en egen länk och behöver inget konto.")
    String noCallsText();

    @Message("Bjud in ringare")
    String invite();

    @Message("Ring tillsammans: öppna en ringstuga")
    String ringstuga();

    @Message("Ändra")
    String edit();

    @Message("Pausa")
    String pause();

    @Message("Fortsätt")
    String resume();

    @Message("Avsluta…")
    String close();

    @Message("Avsluta {title}?")
    String closeTitle(String title);

    @Message("Listan kan inte öppnas igen. De som redan pratar med någon kan rapportera.")
    String closeText();

    @Message("{count} i listan är inte klara")
    String closeLeft(long count);

    @Message("{count} är hos en ringare just nu")
    String closeCalled(long count);

    @Message("Avsluta för gott")
    String closeYes();

    @Message("Tillbaka")
    String back();
}
