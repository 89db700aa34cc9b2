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
}
