package se.ringstuga.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about imports; English in {@code messages/imports_en.properties}. */
@MessageBundle("imports")
public interface ImportMessages {

    @Message("Läs in medlemmar")
    String title();

    @Message("Ta ut en fil ur medlemsregistret och lägg den här. Inget sparas förrän du har sett vad som händer.")
    String lead();

    @Message("Släpp filen här, eller välj den")
    String drop();

    @Message("CSV eller text, högst 60 MB. Ett kalkylblad sparar du först som CSV UTF-8.")
    String dropHint();

    @Message("Filen är hela registret")
    String complete();

    @Message("Då får du också veta vilka som är medlemmar här men inte står i filen.")
    String completeHint();

    @Message("Kontrollera filen")
    String check();

    @Message("Välj en fil först.")
    String noFile();

    @Message("Du har en fil på gång")
    String unfinished();

    @Message("Skickad {when}.")
    String sent(String when);

    @Message("Fortsätt")
    String goOn();

    @Message("Tidigare inläsningar")
    String earlier();

    @Message("Ingen fil har lästs in än.")
    String none();

    @Message("Visa fler")
    String more();

    @Message("{rows} rader: {created} nya, {updated} ändrade")
    String line(int rows, int created, int updated);

    @Message("hela registret")
    String whole();

    @Message("ångrad")
    String undone();

    @Message("Kontrollen av din fil")
    String uploadTitle();

    @Message("Filen kontrolleras. Du kan lämna sidan och komma tillbaka.")
    String checking();

    @Message("Filen läses in. Du kan lämna sidan och komma tillbaka.")
    String importing();

    @Message("Det stannade av på vägen, och inget lästes in.")
    String stopped();

    @Message("Något gick fel hos oss, och inget lästes in.")
    String failed();

    @Message("Filen kan bara öppnas i webbläsaren som den skickades från. Skicka den igen härifrån.")
    String elsewhere();

    @Message("Filen går inte att läsa som ett register.")
    String refused();

    @Message("Den är tom. Välj en fil med en rad rubriker och en rad för varje medlem.")
    String refusedEmpty();

    @Message("Det är ingen textfil. Öppna den i ett kalkylprogram och spara den som CSV UTF-8.")
    String refusedBinary();

    @Message("Ingen kolumn med namn, telefon eller e-post känns igen. Välj här nedanför vad som är vad.")
    String refusedColumns();

    @Message("Den är för stor. Dela den, eller se efter om ett citattecken saknas.")
    String refusedLarge();

    @Message("Ett citattecken öppnar en cell och sväljer raderna efter den. Stäng det eller ta bort det.")
    String refusedQuote();

    @Message("Så här blir det")
    String outcome();

    @Message("Så här blev det")
    String done();

    @Message("nya")
    String created();

    @Message("ändrade")
    String updated();

    @Message("som förut")
    String unchanged();

    @Message("läses inte in")
    String rejected();

    @Message("rader")
    String rows();

    @Message("{count} medlemmar står inte i filen. Ingen avslutas utan att du bekräftar det efteråt.")
    String missing(int count);

    @Message("En medlem står inte i filen. Ingen avslutas utan att du bekräftar det efteråt.")
    String missingOne();

    @Message("Läs in filen")
    String importNow();

    @Message("Kasta filen")
    String discard();

    @Message("Pröva igen")
    String again();

    @Message("Ladda om")
    String reload();

    @Message("Välj en annan fil")
    String other();

    @Message("Att se över")
    String problems();

    @Message("Filen är ren. Det finns inget att se över.")
    String noProblems();

    @Message("Alla")
    String all();

    @Message("{count} till får inte plats här. Rätta de här först.")
    String leftOut(int count);

    @Message("Ladda ner listan (CSV)")
    String download();

    @Message("Rad")
    String row();

    @Message("Kolumn")
    String column();

    @Message("Vad som är fel")
    String problem();

    @Message("hela raden")
    String wholeRow();

    @Message("Visa de följande")
    String following();

    @Message("Kolumnerna")
    String columns();

    @Message("Så här läses rubrikerna i filen. Ändra om något har blivit fel, och kontrollera igen.")
    String columnsText();

    @Message("läses inte in")
    String notRead();

    @Message("Rubriken är tom eller finns två gånger och kan inte väljas.")
    String notUsable();

    @Message("Två kolumner kan inte vara samma sak.")
    String twice();

    @Message("Kontrollera igen")
    String checkAgain();

    @Message("Teckenkodning")
    String encoding();

    @Message("Skiljetecken")
    String separator();

    @Message("Känn av själv")
    String detected();

    @Message("Semikolon")
    String semicolon();

    @Message("Komma")
    String comma();

    @Message("Tabb")
    String tab();

    @Message("Medlemsnummer")
    String externalId();

    @Message("Förnamn")
    String givenName();

    @Message("Efternamn")
    String familyName();

    @Message("Hela namnet")
    String name();

    @Message("Födelseår")
    String birthYear();

    @Message("Gatuadress")
    String street();

    @Message("Postnummer")
    String postalCode();

    @Message("Ort")
    String city();

    @Message("Mobil")
    String mobile();

    @Message("Fast telefon")
    String landline();

    @Message("Telefon")
    String phone();

    @Message("E-post")
    String email();

    @Message("Medlem sedan")
    String joinedOn();

    @Message("Förening")
    String organization();

    @Message("Betalt till")
    String paidUntil();

    @Message("Inläsningen {when}")
    String importTitle(String when);

    @Message("Till medlemmarna")
    String toPeople();

    @Message("Om inläsningen")
    String about();

    @Message("Ångra inläsningen")
    String undo();

    @Message("De nya tas bort igen, och de ändrade blir som de var före inläsningen.")
    String undoText();

    @Message("Ja, ångra inläsningen")
    String undoSure();

    @Message("Inläsningen är ångrad {when}.")
    String undoneWhen(String when);

    @Message("Den går inte att ångra: en senare fil har lästs in.")
    String notUndoneLater();

    @Message("Den går inte att ångra: det har gått mer än 30 dagar.")
    String notUndoneOld();

    @Message("Den går inte att ångra: medlemskapen som saknades i filen har avslutats.")
    String notUndoneEnded();

    @Message("Den går inte att ångra längre: {count} av dem som ändrades har ändrats igen sedan dess.")
    String notUndoneChanged(long count);

    @Message("Den går inte att ångra längre: med {count} av de nya har något hänt sedan dess.")
    String notUndoneUsed(long count);

    @Message("De som inte står i filen")
    String missingTitle();

    @Message(
            "{count} medlemmar stod inte i filen. Har de lämnat kan du avsluta deras medlemskap; de försvinner då ur ringlistor och utskick.")
    String missingText(int count);

    @Message(
            "En medlem stod inte i filen. Har hen lämnat kan du avsluta medlemskapet; hen försvinner då ur ringlistor och utskick.")
    String missingTextOne();

    @Message("Det är mer än var femte medlem. Kontrollera att filen är hel, och skriv antalet för att bekräfta.")
    String missingMany();

    @Message("Hur många medlemskap ska avslutas?")
    String missingCount();

    @Message("Antalet stämmer inte. Det är {count}.")
    String missingWrong(int count);

    @Message("Avsluta {count} medlemskap")
    String endMemberships(int count);

    @Message("Medlemskapen avslutades {when}.")
    String ended(String when);

    @Message("{read} av {total} rader lästa")
    String rowsRead(int read, int total);

    @Message("{#if rows == 1}Raden är läst.{#else}Alla {rows} rader är lästa.{/if} Jämför med registret…")
    String rowsComparing(int rows);

    @Message("{#if rows == 1}Raden är läst.{#else}Alla {rows} rader är lästa.{/if} Sparar…")
    String rowsSaving(int rows);
}
