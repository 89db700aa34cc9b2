package se.ringstuga.calling;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words on the page with the person on the line, and of its sheet of outcomes. English stands in {@code messages/call_en.properties}. */
@MessageBundle("call")
public interface CallMessages {

    @Message("Samtal")
    String title();

    @Message("Visa numret")
    String showNumber();

    @Message("Ring {number}")
    String call(String number);

    @Message("Det andra numret")
    String otherNumber();

    @Message("Numret syns först när du trycker, så att ingen blir uppringd två gånger.")
    String noNumber();

    @Message("{name} är din till {until}, även om skärmen släcks.")
    String yours(String name, String until);

    @Message("{name} är din till {until}.")
    String yoursShort(String name, String until);

    @Message("Gick med {ago}")
    String joined(String ago);

    @Message("Född {year}")
    String born(String year);

    @Message("Talar {language}")
    String language(String language);

    @Message("Medlem {number}")
    String member(String number);

    @Message("inte ringd tidigare")
    String neverCalled();

    @Message("ringd en gång tidigare")
    String calledOnce();

    @Message("ringd {times} gånger tidigare")
    String calledTimes(int times);

    @Message("lovade fylla i")
    String promised();

    @Message("Bad själv om ett samtal {when}.")
    String askedFor(String when);

    @Message("Hej! Talar jag med {name}?")
    String opening(String name);

    @Message("Ja, det är {name}")
    String yes(String name);

    @Message("Någon annan svarade")
    String someoneElse();

    @Message("Telefonsvarare")
    String voicemail();

    @Message("”Varför ringer ni?”")
    String why();

    @Message("Säg vem du är, varför du ringer och fråga om det passar.")
    String noScript();

    @Message("Sagt tidigare")
    String earlier();

    @Message("Frågor")
    String ask();

    @Message("Att minnas till nästa samtal")
    String note();

    @Message("Nästa ringare ser det. Skriv inte om hälsa, etnicitet eller annat känsligt.")
    String noteHint();

    @Message("Skicka enkäten till {name}?")
    String sendSurvey(String name);

    @Message(
            "Länken går till numret eller adressen i registret. Vi ringer igen om {name} inte har svarat efter fyra dagar.")
    String sendSurveyHint(String name);

    @Message("Skicka inte")
    String sendSurveyNot();

    @Message("Skicka enkäten till mobilen")
    String sendSurveySms();

    @Message("Skicka enkäten med e-post")
    String sendSurveyEmail();

    @Message("Enkäten kan inte skickas så. Välj något annat.")
    String sendSurveyWrong();

    @Message("Stämmer något av det här?")
    String tags();

    @Message("Meddelande till organisatören")
    String organizer();

    @Message("Personen rings inte igen förrän organisatören har läst det.")
    String organizerHint();

    @Message("Klart, nästa")
    String done();

    @Message("Inget svar…")
    String noAnswer();

    @Message("Hur gick det?")
    String outcomeTitle();

    @Message("Stäng")
    String close();

    @Message("Inget svar")
    String outNoAnswer();

    @Message("Upptaget")
    String outBusy();

    @Message("Lämnade meddelande")
    String outLeftMessage();

    @Message("Kunde inte prata")
    String outNotAvailable();

    @Message("Samtalet bröts")
    String outInterrupted();

    @Message("Ring senare…")
    String outCallBack();

    @Message("När passar det?")
    String callBackWhen();

    @Message("Annan tid")
    String callBackOther();

    @Message("Mellan {from} och {to}.")
    String callBackHours(String from, String to);

    @Message("Jag ringer själv")
    String callBackMine();

    @Message("Spara tiden, nästa")
    String callBackSave();

    @Message("Fel nummer…")
    String outWrongNumber();

    @Message("Vilket nummer gick till någon annan?")
    String wrongWhich();

    @Message("Det första")
    String wrongFirst();

    @Message("Det andra")
    String wrongSecond();

    @Message("Vi slutar ringa numret tills registret har ett nytt.")
    String wrongLead();

    @Message("Fel nummer, nästa")
    String wrongSave();

    @Message("Vill inte vara med den här gången")
    String outDeclined();

    @Message("Vill aldrig bli uppringd")
    String outDoNotCall();

    @Message("Något annat…")
    String outFact();

    @Message("Vad fick du veta?")
    String factWhat();

    @Message("Personen har avlidit")
    String factDeceased();

    @Message("Har redan gått ur")
    String factLeft();

    @Message("Vill gå ur")
    String factWantsToLeave();

    @Message("Har aldrig varit medlem")
    String factNotAMember();

    @Message("Talar ett annat språk")
    String factOtherLanguage();

    @Message("Hot eller obehag: bara administratörer ser det")
    String factThreat();

    @Message("Vill veta vad som finns sparat")
    String factWantsTheirData();

    @Message("Spara, nästa")
    String factSave();

    @Message("Hoppa över…")
    String skip();

    @Message("Varför? Det står inte på personen, bara hos organisatören.")
    String skipWhy();

    @Message("Jag känner personen")
    String skipKnows();

    @Message("Det känns obekvämt")
    String skipUncomfortable();

    @Message("Behöver ett annat språk")
    String skipLanguage();

    @Message("Inte just nu")
    String skipLater();

    @Message("Skickar…")
    String sending();

    @Message("Sparat i telefonen. Skickas när nätet är tillbaka.")
    String waiting();

    @Message("Inget nät. Stäng inte sidan: rapporten skickas när nätet är tillbaka.")
    String waitingUnstored();

    @Message("Skickat.")
    String sent();

    @Message("Det du hade skrivit är kvar.")
    String restored();

    @Message(
            "Den här webbläsaren sparar inget (privat läge). Allt fungerar, men stäng inte sidan innan du har skickat.")
    String storageOff();

    @Message("Tiden gick ut, och {name} har gått vidare till någon annan. Ring inte, utan ta nästa person.")
    String leaseLost(String name);

    @Message("En annan ringare har just pratat med {name}. Ring inte, utan ta nästa person.")
    String leaseEnded(String name);

    @Message("Nu är det utanför ringtiderna. Ring inte; {name} får ett samtal en annan dag.")
    String leaseHours(String name);

    @Message("Ringstugan är pausad. Ring inte; {name} får ett samtal senare.")
    String leasePaused(String name);

    @Message("Ringstugan är avslutad. Ring inte. Tack för din hjälp!")
    String leaseClosed();

    @Message("{name} ska inte ringas längre. Ring inte, utan ta nästa person.")
    String leaseRefused(String name);

    @Message("Tiden gick ut, men ditt samtal med {name} räknas. Skicka rapporten som vanligt.")
    String leaseLate(String name);

    @Message("Ingen kontakt med nätet. Försök igen om en stund.")
    String numberFailed();

    @Message("Något behöver rättas innan det kan skickas.")
    String checkFields();

    @Message(
            "Ett annat svar om samtalet finns redan hos oss. Det här ändrade inget; säg till organisatören om något är fel.")
    String different();

    @Message("Du är inte inne längre. Öppna din länk igen, så skickas det som är sparat.")
    String signedOut();

    @Message("En annan ringare har också pratat med personen. Skicka din rapport ändå, båda räknas.")
    String alsoReported();

    @Message("Övning")
    String practiceTag();

    @Message("Personen är påhittad. Prova allt: inget sparas och ingen räknas.")
    String practiceLead();

    @Message("Så går det till")
    String practiceDone();

    @Message("Inget av det du gjorde sparades. Nu kan du börja på riktigt, eller öva en gång till.")
    String practiceDoneLead();

    @Message("Öva en gång till")
    String practiceAgain();

    @Message("Hittestad")
    String practiceCity();

    @Message("{name} ringde upp")
    String incomingTitle(String name);

    @Message("Berätta hur det gick, precis som när du ringer själv.")
    String incomingLead();

    @Message("Inte rapporterat")
    String unreportedTag();

    @Message("Tillbaka")
    String back();

    @Message("Det svaret gick inte att läsa. Kontrollera det gärna.")
    String wrongAnswer();

    @Message("Välj en tid, så att personen blir uppringd då.")
    String callBackMissing();

    @Message("Då är det ingen ringtid. Närmaste tid är {when}.")
    String callBackNearest(String when);

    @Message("Vill {name} anmäla sig?")
    String events(String name);

    @Message("{title}, {when}")
    String event(String title, String when);

    @Message("{event} (fullt, ställs i kö)")
    String eventFull(String event);

    @Message("(förnamn)")
    String somebodysGivenName();

    @Message("(namn)")
    String somebodysName();

    @Message("(ort)")
    String somebodysCity();
}
