package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page where a broadcast is written; English stands in {@code messages/compose_en.properties}. */
@MessageBundle("compose")
public interface ComposeMessages {

    @Message("Nytt utskick")
    String titleNew();

    @Message("Ändra utskicket")
    String titleEdit();

    @Message("Namn på utskicket")
    String name();

    @Message("Bara ni ser det, om det inte är en kallelse")
    String nameHint();

    @Message("Hur?")
    String channel();

    @Message("SMS")
    String sms();

    @Message("E-post")
    String email();

    @Message("Vad är det?")
    String purpose();

    @Message("Information")
    String information();

    @Message("Går inte till den som har valt bort information, och högst några gånger i veckan")
    String informationHint();

    @Message("Kallelse till möte")
    String notice();

    @Message(
            "Det som stadgarna kräver. Går också till den som har valt bort information, och med e-post till den som inte nås med SMS, med namnet som ämne")
    String noticeHint();

    @Message("Det gäller ett ändrat eller inställt möte")
    String aboutChange();

    @Message("Går ut även om pengarna till SMS är slut")
    String aboutChangeHint();

    @Message("Välkomna nya")
    String welcome();

    @Message("Som information, men till den som nyss har gått med")
    String welcomeHint();

    @Message("Till vilka?")
    String to();

    @Message("Alla i registret")
    String toAll();

    @Message("Den som har lämnat eller sagt nej får inget")
    String toAllHint();

    @Message("De som har gått med de senaste dagarna")
    String toJoined();

    @Message("Antal dagar")
    String days();

    @Message("De som har en etikett")
    String toTag();

    @Message("Etikett")
    String tag();

    @Message("Ett sparat urval")
    String toSegment();

    @Message("Urval")
    String segment();

    @Message("Dem som redan är valda")
    String toOther();

    @Message("Valda ur ett tidigare utskick eller genom API:t")
    String toOtherHint();

    @Message("Välj …")
    String choose();

    @Message("Avsändare")
    String sender();

    @Message("{address} (kan besvaras)")
    String answerable(String address);

    @Message("{address} (kan inte besvaras)")
    String notAnswerable(String address);

    @Message("Ämne")
    String subject();

    @Message("Meddelande")
    String text();

    @Message("Sätt in:")
    String insert();

    @Message("förnamn")
    String fieldGivenName();

    @Message("efternamn")
    String fieldFamilyName();

    @Message("ort")
    String fieldCity();

    @Message("förening")
    String fieldOrganization();

    @Message("länk till inställningar")
    String fieldPreferences();

    @Message(
            "Skriv {fields} där mottagarens egna ord ska stå. Efter strecket står det som används när uppgiften saknas.")
    String fieldsHint(String fields);

    @Message("Olika ord till olika mottagare")
    String conditions();

    @Message(
            "Det som står mellan \\{om …} och \\{slut} går bara till den som det stämmer på, och det efter \\{annars} till övriga.")
    String conditionsText();

    @Message("\\{om ort}Ses vi i \\{ort}?\\{annars}Ses vi?\\{slut}")
    String conditionsField();

    @Message("frågar efter orten bara hos den vars ort ni känner till.")
    String conditionsFieldText();

    @Message("\\{om tagg Ordförande}Ta med dagordningen.\\{slut}")
    String conditionsTag();

    @Message("står bara hos den som har etiketten Ordförande. Den ska finnas hos er.")
    String conditionsTagText();

    @Message("Tomma rader, *kursiv*, **fet**, - listor och [länkar](https://…) blir som i ett brev.")
    String markdownHint();

    @Message("När?")
    String when();

    @Message("Så snart det är godkänt")
    String whenNow();

    @Message("Två minuter efter att det är godkänt, så att ni hinner ångra er")
    String whenNowHint();

    @Message("En bestämd tid")
    String whenLater();

    @Message("Datum och klockslag")
    String sendAt();

    @Message("Spara och granska")
    String save();

    @Message("Förhandsgranska")
    String preview();

    @Message("Avbryt")
    String cancel();

    @Message("Ta bort utkastet")
    String remove();

    @Message("Så ser det ut")
    String looks();

    @Message("Visas för: {name}")
    String shownFor(String name);

    @Message("{name} (påhittad)")
    String invented(String name);

    @Message("Byt mottagare")
    String other();

    @Message("nu")
    String justNow();

    @Message("Skriv något, så syns det här.")
    String nothingYet();

    @Message("Som ren text")
    String asText();

    @Message("{units} tecken, en del")
    String onePart(int units);

    @Message("{units} tecken, {parts} delar")
    String parts(int units, int parts);

    @Message("{fewer} tecken kortare blir en del mindre")
    String fewer(int fewer);

    @Message("vanliga tecken")
    String plainAlphabet();

    @Message("särskilda tecken, så att bara {units} ryms i en del")
    String richAlphabet(int units);

    @Message("{price} kr styck")
    String priceEach(String price);

    @Message("Vem får det?")
    String who();

    @Message("i urvalet")
    String targeted();

    @Message("får {channel}")
    String get(String channel);

    @Message("{parts} delar, ungefär {price} kr.")
    String priceAll(long parts, String price);

    @Message("Runt {parts} delar, ungefär {price} kr. Räknas noga vid godkännandet.")
    String priceRoughly(long parts, String price);

    @Message("{left} kr finns kvar att skicka för.")
    String budgetLeft(String left);

    @Message("Föreningen har stängt då. Det börjar gå ut {when}.")
    String closed(String when);

    @Message("Texten blir {parts} delar. Ni tillåter högst {most}: korta den.")
    String tooManyParts(int parts, int most);

    @Message("Texten kan inte skickas så här. Den kan vara för lång för ett SMS.")
    String textRefused();

    @Message("Välj till vilka det går, så syns här hur många som får det.")
    String nobodyChosen();

    @Message("Här syns hur många som får det, så snart det går att skicka som det är.")
    String notCountedYet();

    @Message("Inget är sparat än. Rätta det som är markerat.")
    String faulty();

    @Message("{count} saknar mobilnummer:")
    String withoutMobile(long count);

    @Message("gör en ringlista")
    String callThem();

    @Message("Tecknet {character} gör varje del kortare och dyrare.")
    String costly(String character);

    @Message("Byt mot {replacement}")
    String replaceBy(String replacement);

    @Message("Ta bort tecknet")
    String leaveOut();

    @Message("Texten säger ”{words}”, men går {when}. Stämmer det då?")
    String relativeDay(String words, String when);

    @Message("Ja, orden stämmer den dagen")
    String relativeDayMeant();

    @Message("Bekräfta att orden stämmer när det skickas, eller skriv datumet.")
    String relativeDayUnsure();

    @Message("”{words}”: avsändaren kan inte besvaras. Välj ett nummer som avsändare eller skriv en länk.")
    String asksForReply(String words);

    @Message("Ge utskicket ett namn.")
    String nameMissing();

    @Message("Högst {most} tecken.")
    String tooLong(int most);

    @Message("Skriv ett meddelande.")
    String textMissing();

    @Message("Skriv ett ämne.")
    String subjectMissing();

    @Message("Välj till vilka det ska gå.")
    String toMissing();

    @Message("Skriv hur många dagar, mellan 1 och 3650.")
    String daysWrong();

    @Message("Välj en etikett som finns.")
    String tagMissing();

    @Message("Välj ett urval som finns.")
    String segmentMissing();

    @Message("Urvalet gick inte att läsa. Välj andra mottagare.")
    String otherWrong();

    @Message("Det finns ingen avsändare än.")
    String senderMissing();

    @Message("Lägg till en i inställningarna")
    String addSender();

    @Message("Skriv datum och klockslag.")
    String sendAtMissing();

    @Message("Tiden har varit. Välj en senare.")
    String sendAtPassed();

    @Message("Tiden ligger mer än två år bort. Välj en närmare.")
    String sendAtFar();

    @Message("Det gick inte att ta emot. Kontrollera fältet.")
    String wrong();

    @Message("Någon annan har ändrat utkastet medan du skrev")
    String changedTitle();

    @Message("Här nedanför står din text. Så här ser den andras ut; spara igen om din ska gälla.")
    String changedText();

    @Message("Din text från förra gången är tillbaka.")
    String restored();

    @Message("Släng den")
    String discard();

    @Message("får e-post i stället")
    String byEmailInstead();
}
