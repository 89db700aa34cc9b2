package se.ringstuga.phonebanks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What an evening's board and pages say; English in {@code messages/room_en.properties}. */
@MessageBundle("room")
public interface RoomMessages {

    @Message("Ringstugor")
    String title();

    @Message("Planerad")
    String scheduled();

    @Message("Öppen")
    String open();

    @Message("Pausad")
    String paused();

    @Message("Stängd")
    String closed();

    @Message("öppnar {when}")
    String opensAt(String when);

    @Message("till {clock}")
    String until(String clock);

    @Message("av {goal}")
    String ofGoal(int goal);

    @Message("svarade i kväll")
    String reachedTonight();

    @Message("{percent} %")
    String share(long percent);

    @Message("av dem vi nådde fyllde i enkäten")
    String shareWords();

    @Message("fyllde i enkäten")
    String answeredWords();

    @Message("ringer just nu")
    String onThePhone();

    @Message("Kvar att ringa: {left} av {people}")
    String queueTitle(long left, long people);

    @Message("{count} klara")
    String done(long count);

    @Message("{count} i samtal")
    String beingCalled(long count);

    @Message("{count} att ringa")
    String left(long count);

    @Message("{count} vilar eller bad oss ringa senare")
    String resting(long count);

    @Message("{count} väntar på organisatören")
    String waitingForOrganizer(long count);

    @Message("{count} saknar nummer")
    String withoutNumber(long count);

    @Message("Takt")
    String pace();

    @Message("Samtal per tio minuter: {counts}")
    String paceSaid(String counts);

    @Message("Samtal per tio minuter sedan {clock}")
    String paceSince(String clock);

    @Message("Vid luren")
    String callers();

    @Message("Ringare")
    String caller();

    @Message("Läge")
    String doing();

    @Message("Samtal")
    String calls();

    @Message("ringer {minutes} min")
    String calling(long minutes);

    @Message("läser på")
    String reading();

    @Message("mellan samtal")
    String between();

    @Message("paus {minutes} min")
    String rests(long minutes);

    @Message("slutade")
    String gone();

    @Message("vill ha hjälp")
    String wantsHelp();

    @Message("kommer inte vidare")
    String limited();

    @Message("Ingen ringer än. Läs upp koden eller visa QR-koden.")
    String nobodyCalls();

    @Message("Vill in")
    String waiting();

    @Message("Ingen väntar.")
    String nobodyWaits();

    @Message("{count} vill in")
    String someWait(int count);

    @Message("Fråga efter siffrorna på deras skärm och tryck på samma här.")
    String waitingHint();

    @Message("Släpp in {name}")
    String letIn(String name);

    @Message("Nej")
    String no();

    @Message("Hjälpt")
    String helped();

    @Message("Ta bort…")
    String remove();

    @Message("Gå med: {enter} · kod")
    String enter(String enter);

    @Message("Vi har tappat kontakten. Siffrorna är de senaste vi fick, och vi försöker igen.")
    String lost();

    @Message("Ladda om sidan")
    String reload();

    @Message("Pausa")
    String pause();

    @Message("Fortsätt")
    String resume();

    @Message("Stäng ringstugan…")
    String close();

    @Message("Ge 30 minuter till")
    String extend();

    @Message("Öppna nu")
    String openNow();

    @Message("Släpp in folk")
    String ways();

    @Message("Skriv koden på {enter}, eller skanna.")
    String waysLead(String enter);

    @Message("Länk att dela")
    String link();

    @Message("Ny kod")
    String newCode();

    @Message("Ny länk")
    String newLink();

    @Message("De som redan är inne märker ingenting.")
    String replaceHint();

    @Message("Väggen")
    String wall();

    @Message("En egen länk som bara visar siffrorna. Inga medlemmars namn.")
    String wallLead();

    @Message("Öppna väggen")
    String openWall();

    @Message("Ny länk till väggen")
    String newWall();

    @Message("Släck väggen")
    String noWall();

    @Message("Meddelande till alla som ringer")
    String toAll();

    @Message("Syns högst upp på deras sidor.")
    String messageHint();

    @Message("Visa för alla")
    String tell();

    @Message("Ta bort meddelandet")
    String untell();

    @Message("Ledare")
    String leaders();

    @Message(
            "Kan släppa in, ta bort, pausa, förlänga, skriva till alla och stänga från sin telefon. Ser inte registret.")
    String leadersLead();

    @Message("Namn")
    String name();

    @Message("Lägg till ledare")
    String addLeader();

    @Message("Ny länk åt {name}")
    String newLeaderLink(String name);

    @Message("Länken till {name}, visas bara nu:")
    String leaderLink(String name);

    @Message("har gått in")
    String leaderIn();

    @Message("har inte öppnat sin länk")
    String leaderOut();

    @Message("Ringtider")
    String hours();

    @Message("Från")
    String from();

    @Message("Till")
    String to();

    @Message("Spara ringtiderna")
    String saveHours();
}
