package se.ringstuga.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about people; English stands in {@code messages/people_en.properties}. */
@MessageBundle("people")
public interface PeopleMessages {

    @Message("Människor")
    String title();

    @Message("Sök på namn, telefon, e-post eller medlemsnummer")
    String search();

    @Message("Sök")
    String searchNow();

    @Message("{count} personer")
    String count(long count);

    @Message("En person")
    String countOne();

    @Message("Ingen hittades. Pröva en del av namnet eller bara siffrorna i numret.")
    String noneFound();

    @Message("Registret är tomt. Läs in en medlemsfil, så finns alla här.")
    String empty();

    @Message("Läs in medlemmar")
    String importMembers();

    @Message("Hela registret lästes in {when}.")
    String registerFrom(String when);

    @Message("Hela registret har inte lästs in än.")
    String registerNever();

    @Message("Visa fler")
    String more();

    @Message("född {year}")
    String born(int year);

    @Message("medlem {number}")
    String number(String number);

    @Message("inte längre medlem")
    String formerMember();

    @Message("skyddad")
    String restricted();

    @Message("Bara administratörer hittar den här personen. Inga utskick går hit.")
    String restrictedText();

    @Message("Skydda personen")
    String protect();

    @Message(
            "Vid skyddade personuppgifter, eller om personen själv vill. Personen försvinner ur alla listor, urval, köer och"
                    + " utskick för alla utom administratörer, och en inläsning ändrar inget.")
    String protectText();

    @Message("Ja, skydda {name}")
    String protectYes(String name);

    @Message("Häv skyddet")
    String unprotect();

    @Message("Personen syns igen för alla som arbetar med registret, och kan ringas och få utskick.")
    String unprotectText();

    @Message("Ja, häv skyddet för {name}")
    String unprotectYes(String name);

    @Message("Ändra eller ta bort")
    String changeNote();

    @Message("Ingen kontakt")
    String stopped();

    @Message("Inget når personen förrän någon av er har tagit ställning i uppföljningslistan.")
    String stoppedText();

    @Message("Medlem i {organization}")
    String memberOf(String organization);

    @Message("Medlem i {organization} sedan {day}")
    String memberSince(String organization, String day);

    @Message("Var medlem i {organization} till {day}")
    String memberUntil(String organization, String day);

    @Message("Hör till {organization}")
    String placedIn(String organization);

    @Message("Betalt till {day}")
    String paidUntil(String day);

    @Message("Kontakt")
    String contact();

    @Message("Telefon")
    String phone();

    @Message("Annan telefon")
    String otherPhone();

    @Message("E-post")
    String email();

    @Message("Adress")
    String address();

    @Message("numret är fel")
    String wrongNumber();

    @Message("brev hit kommer tillbaka")
    String wrongEmail();

    @Message("kan inte få SMS")
    String landline();

    @Message("Varken telefon eller e-post finns. Fråga nästa gång ni ses.")
    String unreachable();

    @Message("Etiketter")
    String tags();

    @Message("Inga etiketter än.")
    String noTags();

    @Message("Vill ta emot")
    String receives();

    @Message("Samtal, SMS och e-post. Inget är bortvalt.")
    String receivesAll();

    @Message("Nej till {what}")
    String saidNo(String what);

    @Message("Ja till {what}")
    String saidYes(String what);

    @Message("{channel} ({purpose})")
    String forPurpose(String channel, String purpose);

    @Message("samtal")
    String channelCall();

    @Message("SMS")
    String channelSms();

    @Message("e-post")
    String channelEmail();

    @Message("kallelser")
    String purposeNotice();

    @Message("påminnelser")
    String purposeReminder();

    @Message("det som personen ber om")
    String purposeRequested();

    @Message("välkomnande")
    String purposeWelcome();

    @Message("information")
    String purposeInformation();

    @Message("ringuppdrag")
    String purposeCall();

    @Message("Skicka SMS")
    String sendSms();

    @Message("Skicka e-post")
    String sendEmail();

    @Message("Vad som har hänt")
    String timeline();

    @Message("Visa äldre")
    String older();

    @Message("Ändra vad personen vill få")
    String changeChoices();

    @Message("Ändra uppgifterna")
    String edit();

    @Message("Lägg till en person")
    String add();

    @Message("Etikett")
    String tag();

    @Message("Välj en etikett")
    String chooseTag();

    @Message("eller skriv en ny")
    String newTag();

    @Message("Sätt etiketten")
    String putTag();

    @Message("Sätt etiketten på de valda")
    String putTagOnChosen();

    @Message("Märk flera")
    String tagSeveral();

    @Message("Kryssa för dem i listan och välj en etikett.")
    String tagSeveralText();

    @Message("Välj {name}")
    String choose(String name);

    @Message("Ta bort etiketten {title}")
    String removeTag(String title);

    @Message("{count} fick etiketten {title}")
    String tagged(int count, String title);

    @Message("{count} hade den redan.")
    String taggedBefore(int count);

    @Message("Etiketten är inte satt")
    String notTagged();

    @Message(
            "Etiketten sätter igång ”{begins}”, som skriver till dem som får den. Med dem blir det fler än {limit} personer på ett dygn, och det avgör ingen ensam: be en annan organisatör än den som har skrivit ”{begins}” att sätta etiketten.")
    String tagNeedsAnother(String begins, long limit);

    @Message(
            "”{title}” sätts igång för {#if people == 1}en av dem{#else}{people} av dem{/if}, tidigast om två minuter.")
    String tagBegins(String title, long people);

    @Message(
            "”{title}” är pausat, och sätts igång för {#if people == 1}en av dem{#else}{people} av dem{/if} två minuter efter att det får gå vidare.")
    String tagWaits(String title, long people);

    @Message("Ångra nu om det inte var meningen.")
    String undoNow();

    @Message("Ångra")
    String undo();

    @Message("Till listan")
    String backToList();

    @Message("Svar på enkäter")
    String surveys();

    @Message("Anteckningar från samtal")
    String notes();

    @Message("ja")
    String yes();

    @Message("nej")
    String no();

    @Message("Exportera")
    String export();

    @Message("Ta ut registret som en fil")
    String exportTitle();

    @Message(
            "Filen har alla som syns härifrån, utom dem med skyddade uppgifter. Den sparas ingenstans här, och alla administratörer får veta att du tog ut den och varför.")
    String exportText();

    @Message("Vad ska den användas till?")
    String exportReason();

    @Message("Skriv i några ord varför du behöver filen, utan personnummer.")
    String exportReasonWrong();

    @Message("Ta ut filen (CSV)")
    String exportNow();
}
