package se.ringstuga.segments;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of segments. English in {@code messages/segments_en.properties}. */
@MessageBundle("segments")
public interface SegmentMessages {

    @Message("Urval")
    String title();

    @Message("Ett urval är levande: det visar vilka som är med just när du använder det.")
    String lead();

    @Message("Nytt urval")
    String make();

    @Message("Visa fler")
    String more();

    @Message(
            "Här finns inga urval än. Bygg ett, till exempel nya medlemmar som ingen har ringt, och använd det i utskick och ringlistor.")
    String none();

    @Message("från nivån över")
    String fromAbove();

    @Message("Urvalet är borttaget. Ingen person har ändrats.")
    String removed();

    @Message("Alla i registret.")
    String everybody();

    @Message("Ingen: urvalet är tomt.")
    String nobody();

    @Message("De som {what}.")
    String those(String what);

    @Message("{count} personer är med just nu.")
    String count(long count);

    @Message("En person är med just nu.")
    String countOne();

    @Message("Hittade personer")
    String found();

    @Message("Inget helt register har lästs in än.")
    String registerNever();

    @Message("Registret lästes in {when}.")
    String registerFrom(String when);

    @Message("Skriv till dem")
    String write();

    @Message("Gör en ringlista")
    String call();

    @Message("Spara som urval")
    String save();

    @Message("Ändra")
    String edit();

    @Message("Vilka som är med")
    String people();

    @Message("Ingen är med just nu.")
    String noPeople();

    @Message("Personer med skyddad identitet är aldrig med i ett urval.")
    String protectedPeople();

    @Message("Används här")
    String uses();

    @Message(
            "Ändrar du urvalet ändras vilka det gäller där. Utskick och ringlistor som redan är gjorda behåller sina personer.")
    String usesText();

    @Message("Urvalet används inte av någon aktivitet, påminnelse eller månadsutskick.")
    String notUsed();

    @Message("Inbjudna till ”{title}”")
    String useEvent(String title);

    @Message("Inbjudna till serien ”{title}”")
    String useSeries(String title);

    @Message("Påminnelsen ”{title}”")
    String useReminder(String title);

    @Message("Varje månad: ”{title}”")
    String useRecurring(String title);

    @Message("Gjort av urvalet")
    String made();

    @Message("De behåller sina personer, även om urvalet ändras eller tas bort.")
    String madeText();

    @Message("Ringlistan ”{title}”")
    String madeCallList(String title);

    @Message("Utskicket ”{title}”")
    String madeBroadcast(String title);

    @Message("Det här är gjort av urvalet och behåller sina personer:")
    String removeMade();

    @Message("Ta bort urvalet")
    String remove();

    @Message("Urvalet försvinner. Ingen person ändras eller tas bort.")
    String removeText();

    @Message("Ja, ta bort")
    String removeYes();

    @Message("Det går inte att ta bort så länge det används. Välj andra personer där först.")
    String removeInUse();

    @Message("Varför är någon med, eller inte?")
    String why();

    @Message("Namn, nummer eller e-post")
    String whySearch();

    @Message("Sök")
    String whyFind();

    @Message("Ingen hittades. Pröva en del av namnet eller numret.")
    String whyNobody();

    @Message("Pröva någon annan")
    String whyAnother();

    @Message("{name} är med.")
    String isIn(String name);

    @Message("{name} är inte med.")
    String isOut(String name);

    @Message("{name} har skyddad identitet och är därför aldrig med.")
    String restricted(String name);

    @Message("stämmer")
    String holds();

    @Message("stämmer inte")
    String holdsNot();

    @Message("Vi ser: {found}")
    String weSee(String found);

    @Message("Allt det här ska stämma")
    String whyAll();

    @Message("Minst ett av det här ska stämma")
    String whyAny();

    @Message("Inget av det här får stämma")
    String whyNone();

    @Message("Allt det här får inte stämma på en gång")
    String whyNotAll();

    @Message("inget")
    String foundNothing();

    @Message("ringd {called} gånger, nådd {reached}")
    String foundCalls(String called, String reached);

    @Message("{count} gånger")
    String foundTimes(String count);

    @Message("{count} gånger, senast {latest}")
    String foundLatest(String count, String latest);

    @Message("{when}, men inte alla frågor")
    String foundPartial(String when);

    @Message("mobil")
    String mobile();

    @Message("fast telefon")
    String landline();

    @Message("fel nummer")
    String wrongNumber();
}
