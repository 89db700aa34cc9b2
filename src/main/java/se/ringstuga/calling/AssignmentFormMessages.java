package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words beside the fields of an assignment, and of what is wrong in them; English in {@code messages/callform_en.properties}. */
@MessageBundle("callform")
public interface AssignmentFormMessages {

    @Message("Vilka ska ni ringa?")
    String to();

    @Message("Alla medlemmar")
    String toAll();

    @Message("De som gått med nyligen")
    String toJoined();

    @Message("Gick med de senaste dagarna, antal")
    String days();

    @Message("De som har en etikett")
    String toTag();

    @Message("Etikett")
    String tag();

    @Message("De som är i ett urval")
    String toSegment();

    @Message("Urval")
    String segment();

    @Message("Välj…")
    String choose();

    @Message("Ett urval som gjordes på en annan sida")
    String toOther();

    @Message("Den som kommer till urvalet medan listan är öppen kommer också med i listan.")
    String toHint();

    @Message("Namn på ringlistan")
    String title();

    @Message("Ringarna ser det. Till exempel: Välkomna nya medlemmar i december.")
    String titleHint();

    @Message("Varför ringer ni?")
    String purpose();

    @Message("Det som ringaren svarar på frågan ”Varför ringer ni?”. Lämna tomt för vår vanliga text.")
    String purposeHint();

    @Message("När är en person klar?")
    String goal();

    @Message("När någon har nått personen")
    String goalReached();

    @Message("När personen har svarat på hela enkäten")
    String goalAnswered();

    @Message("När personen är i ett urval")
    String goalSegment();

    @Message("Ett mål som gjordes på ett annat sätt")
    String goalOther();

    @Message("Öppen till och med")
    String until();

    @Message("Som längst till {day}.")
    String untilHint(String day);

    @Message("Ringtider")
    String hours();

    @Message("Föreningens: {from}–{to}")
    String hoursUsual(String from, String to);

    @Message("Egna")
    String hoursOwn();

    @Message("Från")
    String from();

    @Message("Till")
    String toTime();

    @Message("Timmar till nästa försök")
    String cooldown();

    @Message("Ingen rings igen förrän så många timmar efter ett samtal, i någon ringlista.")
    String cooldownHint();

    @Message("Så många gånger rings ingen mer")
    String attempts();

    @Message("Vad säger ringaren?")
    String script();

    @Message("Ringaren läser det när personen har svarat att det är hen. Fält fylls i: {fields}.")
    String scriptHint(String fields);

    @Message("Om någon annan svarar")
    String otherPerson();

    @Message("Lämna tomt för vår vanliga text. Nämn varken föreningen, medlemskapet eller enkäten.")
    String otherPersonHint();

    @Message("Om telefonsvararen svarar")
    String voicemail();

    @Message("Vad ringaren ser om personen, utöver namn och nummer")
    String shown();

    @Message("Ort")
    String city();

    @Message("När hen gick med")
    String joined();

    @Message("Postnummer")
    String postalCode();

    @Message("Födelseår")
    String birthYear();

    @Message("Språk")
    String language();

    @Message("E-post")
    String email();

    @Message("Medlemsnummer")
    String externalId();

    @Message("Enkät att fylla i under samtalet")
    String survey();

    @Message("Ingen enkät")
    String surveyNone();

    @Message("Etiketter som ringaren får sätta")
    String tags();

    @Message("Aktiviteter att anmäla till")
    String events();

    @Message("Ringaren ser de närmaste av de här slagen.")
    String eventsHint();

    @Message("Ge ringlistan ett namn med högst 200 tecken.")
    String titleWrong();

    @Message("Välj vilka ni ska ringa.")
    String toMissing();

    @Message("Välj en etikett.")
    String tagMissing();

    @Message("Välj ett urval.")
    String segmentMissing();

    @Message("Urvalet gick inte att läsa. Välj något annat.")
    String otherWrong();

    @Message("Välj en enkät, eller ett annat mål.")
    String goalSurveyMissing();

    @Message("Det är för långt, högst {most} tecken.")
    String tooLong(int most);

    @Message("Välj högst {most}.")
    String tooMany(int most);

    @Message("Skriv ett tal mellan {least} och {most}.")
    String numberWrong(int least, int most);

    @Message("Skriv klockslaget som 17.30.")
    String timeWrong();

    @Message("Sluttiden måste komma efter starttiden.")
    String hoursWrong();

    @Message("Välj en dag som inte har varit, som längst {day}.")
    String untilWrong(String day);

    @Message("Texten nämner orten, som ringaren inte ser. Kryssa i Ort eller ta bort fältet.")
    String cityHidden();

    @Message("Det gick inte att spara: {why}")
    String refused(String why);
}
