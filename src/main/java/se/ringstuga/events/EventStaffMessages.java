package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the organizers' pages of events; English stands in {@code messages/eventstaff_en.properties}. */
@MessageBundle("eventstaff")
public interface EventStaffMessages {

    @Message("Aktiviteter")
    String title();

    @Message("Kommande")
    String upcoming();

    @Message("Utkast")
    String drafts();

    @Message("Har varit")
    String past();

    @Message("Inställda")
    String cancelledOnes();

    @Message("Månad")
    String month();

    @Message("Årshjul")
    String year();

    @Message("Alla sorter")
    String allKinds();

    @Message("Sort")
    String kind();

    @Message("Visa")
    String show();

    @Message("Inga aktiviteter än")
    String emptyTitle();

    @Message("Skriv in det första mötet, så kan medlemmarna anmäla sig och få påminnelser av sig själva.")
    String emptyText();

    @Message("Inget här just nu.")
    String emptyFilter();

    @Message("Visa fler")
    String more();

    @Message("Ny aktivitet")
    String titleNew();

    @Message("Ändra")
    String edit();

    @Message("Utkast")
    String draft();

    @Message("Planerad")
    String planned();

    @Message("Flyttad")
    String moved();

    @Message("Inställd")
    String cancelled();

    @Message("Har varit")
    String held();

    @Message("{count} anmälda")
    String registered(long count);

    @Message("1 anmäld")
    String registeredOne();

    @Message("{count} av {capacity} anmälda")
    String registeredOf(long count, int capacity);

    @Message("{count} väntar")
    String waitingCount(long count);

    @Message("{count} kom")
    String cameCount(long count);

    @Message("Anmälda")
    String statusRegistered();

    @Message("Väntar på plats")
    String statusWaiting();

    @Message("Inbjudna")
    String statusInvited();

    @Message("Kan inte")
    String statusCancelled();

    @Message("Kom")
    String statusAttended();

    @Message("Uteblev")
    String statusAbsent();

    @Message("Anmäld")
    String oneRegistered();

    @Message("Inbjuden")
    String oneInvited();

    @Message("Alla")
    String statusAll();

    @Message("För medlemmar")
    String forMembers();

    @Message("För alla")
    String forEverybody();

    @Message("För inbjudna")
    String forInvited();

    @Message("Vilka kommer?")
    String comers();

    @Message("Sök på namn")
    String searchName();

    @Message("Sök")
    String search();

    @Message("Ingen här.")
    String nobody();

    @Message("gäst")
    String guest();

    @Message("Avanmäl")
    String takeAway();

    @Message("Lägg till någon")
    String add();

    @Message("Namn, e-post eller telefon i registret")
    String addSearch();

    @Message("Anmäl")
    String addOne();

    @Message("Ingen i registret heter så.")
    String addNobody();

    @Message("Någon som inte finns i registret")
    String addGuest();

    @Message("Namn")
    String guestName();

    @Message("E-post eller telefon")
    String guestAddress();

    @Message("{name} är anmäld.")
    String added(String name);

    @Message("{name} står på väntelistan.")
    String addedWaiting(String name);

    @Message("Det är fullt, och det finns ingen väntelista.")
    String addFull();

    @Message("Det går inte att anmäla just nu: aktiviteten är inte publicerad, inställd eller redan över.")
    String addGone();

    @Message("Publicera")
    String publish();

    @Message("Ett utkast ser bara organisatörer. När du publicerar syns aktiviteten i kalendern och det går att anmäla"
            + " sig.")
    String publishText();

    @Message("Ställ in")
    String cancel();

    @Message("Ställa in {title}?")
    String cancelTitle(String title);

    @Message("{people} anmälda får veta att det är inställt.")
    String cancelPeople(long people);

    @Message("Den enda som är anmäld får veta att det är inställt.")
    String cancelOne();

    @Message("{reminders} påminnelser stoppas.")
    String cancelReminders(long reminders);

    @Message("En påminnelse stoppas.")
    String cancelReminder();

    @Message("Ingen har anmält sig än.")
    String nobodySignedUp();

    @Message("Inga påminnelser väntar.")
    String noReminders();

    @Message("Varför? Det läser alla som har anmält sig.")
    String cancelWhy();

    @Message("Ja, ställ in")
    String cancelYes();

    @Message("Tillbaka")
    String back();

    @Message("Flytta {title}?")
    String moveTitle(String title);

    @Message("Från {before} till {after}.")
    String moveText(String before, String after);

    @Message("{reminders} påminnelser planeras om.")
    String moveReminders(long reminders);

    @Message("En påminnelse planeras om.")
    String moveReminder();

    @Message("Listan visar {shown} av {all}. Sök på namn för att hitta de andra.")
    String doorCut(long shown, long all);

    @Message("Sök bland alla")
    String doorSearchAll();

    @Message("Tillbaka till hela listan")
    String doorEverybody();

    @Message("Gör en ny likadan")
    String another();

    @Message("Skriv högst {letters} tecken.")
    String cancelWhyLong(int letters);

    @Message("{guests} gäster har ingen bekräftad adress och måste ringas.")
    String guestsToCall(long guests);

    @Message("En gäst har ingen bekräftad adress och måste ringas.")
    String guestToCall();

    @Message("Visa vilka som måste ringas")
    String showToCall();

    @Message("{people} anmälda behåller sin plats.")
    String movePeople(long people);

    @Message("Den enda som är anmäld behåller sin plats.")
    String moveOne();

    @Message("Ja, flytta")
    String moveYes();

    @Message("Till dörren")
    String door();

    @Message("Dörren")
    String doorTitle();

    @Message("Skriv ut deltagarlista")
    String printList();

    @Message("Deltagarlista")
    String printTitle();

    @Message("Här")
    String here();

    @Message("Närvaron är klar")
    String attendanceDone();

    @Message("Säg till när alla som kom är avprickade. Först då räknas de andra som uteblivna.")
    String attendanceText();

    @Message("Närvaron är klar sedan {when}.")
    String attendanceSince(String when);

    @Message("Ändra närvaron igen")
    String attendanceAgain();

    @Message("Den öppna kalendern")
    String publicCalendar();

    @Message("Hela serien")
    String wholeSeries();

    @Message("Sidan för alla")
    String publicPage();

    @Message("Har kommit")
    String checkIn();

    @Message("Ångra")
    String undo();

    @Message("Inne")
    String inside();

    @Message("{here} av {expected} har kommit")
    String doorCount(long here, long expected);

    @Message("Sök bland de anmälda")
    String doorSearch();

    @Message("Inte anmäld")
    String doorStranger();

    @Message("Släpp in ändå")
    String doorLetIn();

    @Message("Hittar du inte namnet?")
    String doorMissing();

    @Message("Lägg till någon som inte är anmäld")
    String doorAdd();

    @Message("Dörren öppnar tolv timmar innan det börjar.")
    String doorClosed();

    @Message("Inget nät. Avprickningarna sparas här och skickas när nätet är tillbaka:")
    String doorOffline();

    @Message("Gick inte att spara. Ladda om sidan.")
    String doorFailed();

    @Message("Du behöver logga in igen. Avprickningarna är kvar här.")
    String doorSignedOut();

    @Message("Behöver: {list}")
    String needs(String list);
}
