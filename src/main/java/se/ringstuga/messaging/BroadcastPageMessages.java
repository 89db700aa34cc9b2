package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of broadcasts, from the list to the last recipient; English in {@code messages/broadcast_en.properties}. */
@MessageBundle("broadcast")
public interface BroadcastPageMessages {

    @Message("Utskick")
    String title();

    @Message("Nytt utskick")
    String add();

    @Message("Här samlas allt ni skriver till många")
    String emptyTitle();

    @Message(
            "Skriv en text, välj vilka den går till och se vem som får den innan något skickas. Efteråt ser du hur det gick för var och en.")
    String emptyText();

    @Message("Skriv det första")
    String addFirst();

    @Message("Äldre utskick")
    String older();

    @Message("inte godkänt")
    String notApproved();

    @Message("skickade")
    String shortSent();

    @Message("kom inte fram")
    String shortFailed();

    @Message("fick inget")
    String shortSkipped();

    @Message("väntar")
    String shortWaiting();

    @Message("oklara")
    String shortUnknown();

    @Message("Information")
    String information();

    @Message("Kallelse")
    String notice();

    @Message("Kallelse, om ett ändrat eller inställt möte")
    String noticeOfChange();

    @Message("Välkomnande")
    String welcome();

    @Message("till urvalet ”{segment}”")
    String toSegment(String segment);

    @Message("till dem som valdes då")
    String toFilter();

    @Message("till alla i registret")
    String toAll();

    @Message("till dem som gått med de senaste {days} dagarna")
    String toJoined(int days);

    @Message("till dem med en viss etikett")
    String toTagged();

    @Message("Skrivet av {name} {when}")
    String writtenBy(String name, String when);

    @Message("Ändrat av {name} {when}")
    String changedBy(String name, String when);

    @Message("Godkänt av {name} {when}")
    String approvedBy(String name, String when);

    @Message("Skickat av {name} {when}")
    String sentBy(String name, String when);

    @Message("ett verktyg")
    String tool();

    @Message("Texten är längre än de {most} delar som ett SMS får ha hos er. Korta den först.")
    String tooLong(int most);

    @Message(
            "Det skulle kosta mer än budgeten tillåter. Minska urvalet, korta texten eller höj budgeten i inställningarna.")
    String overBudget();

    @Message("Vem får det?")
    String who();

    @Message("När?")
    String when();

    @Message("Två minuter efter att det är godkänt.")
    String whenNow();

    @Message("Två minuter efter att du har tryckt på Skicka.")
    String whenNowOwn();

    @Message("{when}, om det är godkänt då.")
    String whenLater(String when);

    @Message("{when}, om du har tryckt på Skicka innan dess.")
    String whenLaterOwn(String when);

    @Message("Tiden har varit. Välj en ny först.")
    String whenPassed();

    @Message("Inget skickas på natten: SMS som skulle komma då väntar till morgonen.")
    String quiet();

    @Message("Ändra")
    String change();

    @Message("Granska och godkänn")
    String approve();

    @Message("Granska och skicka")
    String review();

    @Message("Skicka ett prov till dig själv")
    String test();

    @Message("Ingen i registret har den e-postadress som du loggar in med. Skriv in dig själv i registret först.")
    String testNobody();

    @Message("Skicka till {count} personer?")
    String sureTitle(long count);

    @Message("Skicka till en person?")
    String sureTitleOne();

    @Message("Det går ut {when}. Fram till dess kan du stoppa det, och då har ingen fått något.")
    String sureText(String when);

    @Message("två minuter efter att du har godkänt")
    String sureSoon();

    @Message("två minuter efter att du har tryckt på Skicka")
    String sureSoonOwn();

    @Message("Godkänn och skicka")
    String sureYes();

    @Message("Skicka")
    String sureYesOwn();

    @Message(
            "Utskicket ändrades medan du läste, så inget är skickat. Läs igenom det som står nu och bestäm dig på nytt.")
    String changedMeanwhile();

    @Message("Namnet")
    String partTitle();

    @Message("Hur och till vem")
    String partLead();

    @Message("Ämnet")
    String partSubject();

    @Message("Texten")
    String partText();

    @Message("Tillbaka")
    String back();

    @Message("Ingen får det som det är nu. Ändra texten eller mottagarna först.")
    String nobody();

    @Message(
            "Med det här skulle mer än {limit} personer få något inom ett dygn. Då ska någon annan än den som skrev eller sist ändrade läsa och godkänna. Be en annan organisatör öppna den här sidan.")
    String secondText(long limit);

    @Message("Ingen förmedlar sådana meddelanden här än. Den som sköter installationen väljer en förmedlare.")
    String noGateway();

    @Message("Tiden för utskicket har gått ut. Välj en senare tid först.")
    String tooLate();

    @Message("Ta bort utkastet")
    String remove();

    @Message("Utkastet försvinner. Ingen har fått det.")
    String removeText();

    @Message("Ja, ta bort")
    String removeYes();

    @Message("Börjar {when}. Ingen har fått något än.")
    String beginsText(String when);

    @Message("Skickas nu: {done} av {all}.")
    String sendingText(long done, long all);

    @Message("Skickat till {done} av {all}. Nästa går {when}.")
    String sendingLaterText(long done, long all, String when);

    @Message("Pausat. {waiting} väntar tills du fortsätter.")
    String pausedText(long waiting);

    @Message("Avbrutet. Det som redan var skickat kan inte tas tillbaka.")
    String cancelledText();

    @Message("Klart. Alla {all} är räknade.")
    String doneText(long all);

    @Message("Klart för den enda mottagaren.")
    String doneTextOne();

    @Message("Stoppa")
    String stop();

    @Message("Pausa")
    String pause();

    @Message("Fortsätt")
    String resume();

    @Message("Avbryt resten")
    String cancel();

    @Message("Avbryt utskicket?")
    String cancelTitle();

    @Message("{waiting} som väntar får det aldrig. {sent} har det redan.")
    String cancelText(long waiting, long sent);

    @Message("Ja, avbryt")
    String cancelYes();

    @Message("Hur gick det?")
    String account();

    @Message("Tryck på ett tal för att se vilka det är.")
    String accountHint();

    @Message("valda")
    String targeted();

    @Message("framme")
    String delivered();

    @Message("skickade")
    String sent();

    @Message("kom inte fram")
    String failed();

    @Message("fick inget")
    String skipped();

    @Message("väntar")
    String waiting();

    @Message("oklara")
    String unknown();

    @Message("Därför kom det inte fram")
    String failedWhy();

    @Message("Därför fick de inget")
    String skippedWhy();

    @Message("Oklara skickas inte igen av sig själva, för då kunde de komma två gånger.")
    String unknownText();

    @Message("Uppdatera siffrorna")
    String reload();

    @Message("Så lyder det")
    String reads();

    @Message("Alla valda")
    String allPeople();

    @Message("{count} personer")
    String people(long count);

    @Message("En person")
    String peopleOne();

    @Message("Ingen finns här längre.")
    String noPeople();

    @Message("Skyddade personer visas inte.")
    String protectedPeople();

    @Message("Visa fler")
    String more();

    @Message("Vad vill du göra med dem?")
    String next();

    @Message("Skriv till dem")
    String nextBroadcast();

    @Message("Ring dem")
    String nextCall();

    @Message("Spara som urval")
    String nextSegment();

    @Message("{count} av dem nås med e-post i stället för SMS.")
    String byEmail(long count);

    @Message("Några nås varken med SMS eller e-post.")
    String lettersHint();

    @Message("Visa brev att posta")
    String letters();

    @Message("Brev att posta")
    String lettersTitle();

    @Message("De här nåddes varken med SMS eller e-post. Skriv ut sidan och posta kallelsen till dem.")
    String lettersText();

    @Message("adress saknas: ring i stället")
    String noPostalAddress();

    @Message("Alla har nåtts. Inget behöver postas.")
    String noLetters();

    @Message("Varje månad")
    String recurring();
}
