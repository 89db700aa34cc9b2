package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of sign-in, home, one's own account and the administrators' pages; English in {@code messages/accounts_en.properties}. */
@MessageBundle("accounts")
public interface AccountsMessages {

    @Message("Logga in")
    String signIn();

    @Message("E-post")
    String email();

    @Message("Lösenord")
    String password();

    @Message("E-post eller lösenord stämmer inte. Kontrollera gärna båda.")
    String wrongPassword();

    @Message("Kontot saknar kod. Be en annan administratör om en länk för ny inloggning.")
    String factorLost();

    @Message("Det tog för lång tid. Skriv lösenordet en gång till.")
    String expired();

    @Message(
            "Ska du ringa? Då behöver du inget konto: öppna länken du har fått. Har du tappat lösenord eller telefon, be en annan administratör om en ny länk.")
    String signInHelp();

    @Message("Skriv koden")
    String codeTitle();

    @Message("Sex siffror från din kodapp, eller en av dina reservkoder.")
    String codeHint();

    @Message("Kod")
    String code();

    @Message("Koden stämmer inte eller är redan använd. Vänta på nästa och försök igen.")
    String wrongCode();

    @Message("Fortsätt")
    String goOn();

    @Message("Logga ut")
    String signOut();

    @Message("Mitt konto")
    String account();

    @Message("Hej {name}")
    String hello(String name);

    @Message("Du hör inte till någon förening ännu. Be en administratör om en inbjudan.")
    String noOrganizations();

    @Message("Administratör")
    String administrator();

    @Message("Organisatör")
    String organizer();

    @Message("Medarbetare och inbjudningar")
    String staff();

    @Message("API-nycklar")
    String tokens();

    @Message("För andra verktyg")
    String forTools();

    @Message(
            "Det som sidorna gör kan andra verktyg göra genom API:et, med en API-nyckel från en administratör. Personerna finns till exempel här:")
    String forToolsText();

    @Message("Du ser dina föreningar och vad du får göra i dem. Ringare behöver inget konto, bara sin egen länk.")
    String homeText();

    @Message("Det här får du göra:")
    String mayDo();

    @Message("söka, läsa och ändra personer, etiketter och urval")
    String mayPeople();

    @Message("göra enkäter och läsa svaren")
    String maySurveys();

    @Message("öppna ringuppdrag, släppa in ringare och följa upp samtalen")
    String mayCalls();

    @Message("skriva utskick, svara på sms och se hur det gick för var och en")
    String mayMessages();

    @Message("läsa in medlemsregistret, öppna skyddade personer och se vem som har öppnat vem")
    String mayImport();

    @Message("bjuda in medarbetare och ge ut API-nycklar")
    String mayStaff();

    @Message("{#if count == 1}Gäller också en förening under{#else}Gäller också {count} föreningar under{/if}")
    String alsoBelow(int count);

    @Message("Du är ensam administratör. Bjud in en till, så att någon kan släppa in dig igen om du tappar telefonen.")
    String onlyAdministrator();

    @Message("Ändra")
    String change();

    @Message("Beskrivning av API:et")
    String apiReference();

    @Message("Kom i gång")
    String setupTitle();

    @Message("Du är inbjuden till {organization}")
    String invitationTitle(String organization);

    @Message("Ny inloggning")
    String resetTitle();

    @Message("Länken fungerar en gång. Inget är ändrat förrän du har skrivit koden längst ner.")
    String linkOnce();

    @Message("Föreningens namn")
    String organizationName();

    @Message("Föreningens adress")
    String organizationSlug();

    @Message("Små bokstäver, siffror och bindestreck, till exempel solna. Den går inte att ändra senare.")
    String organizationSlugHint();

    @Message("Namn")
    String name();

    @Message("Välj ett lösenord")
    String newPassword();

    @Message("Minst 12 tecken. Tre eller fyra ord i rad blir lätt att minnas och svårt att gissa.")
    String passwordHint();

    @Message("Det är för kort. Minst 12 tecken.")
    String passwordTooShort();

    @Message("Det är för långt. Högst 200 tecken.")
    String passwordTooLong();

    @Message("Det är ett av dem som andra provar först. Välj något mer eget.")
    String passwordTooCommon();

    @Message("Lägg till i din kodapp")
    String scanTitle();

    @Message(
            "Öppna kodappen i telefonen (till exempel Google Authenticator eller 2FAS) och läs av rutan. Sedan visar den en ny kod var trettionde sekund.")
    String scanText();

    @Message("Ruta att läsa av med kodappen")
    String scanAlt();

    @Message("Öppna kodappen på den här telefonen")
    String openApp();

    @Message("Går det inte att läsa av? Skriv in de här bokstäverna i appen:")
    String scanLetters();

    @Message("Koden som appen visar nu")
    String codeNow();

    @Message("Klart")
    String done();

    @Message("Det behöver fyllas i.")
    String required();

    @Message("Det ser inte ut som en e-postadress.")
    String wrongEmail();

    @Message("Adressen är upptagen eller har andra tecken än små bokstäver, siffror och bindestreck.")
    String wrongSlug();

    @Message("Spara dina reservkoder")
    String recoveryTitle();

    @Message(
            "Skriv ut dem eller lägg dem i en lösenordshanterare. Var och en öppnar en gång, om telefonen är borta. De visas bara nu.")
    String recoveryText();

    @Message("Jag har sparat dem")
    String recoverySaved();

    @Message("Du har redan ett konto. Logga in med det och tacka ja här.")
    String knownText();

    @Message("Tacka ja")
    String accept();

    @Message("Byt lösenord")
    String changePassword();

    @Message("Nuvarande lösenord")
    String currentPassword();

    @Message("Lösenordet är bytt. Alla andra inloggningar är avslutade.")
    String passwordChanged();

    @Message("Det stämmer inte.")
    String wrongCurrent();

    @Message("Reservkoder")
    String recoveryCodes();

    @Message("Kvar: {left}. Nya koder gör de gamla värdelösa.")
    String recoveryLeft(int left);

    @Message("Skapa nya reservkoder")
    String recoveryRenew();

    @Message("Inloggade webbläsare")
    String sessions();

    @Message("den här")
    String thisSession();

    @Message("Senast använd {when}")
    String lastUsed(String when);

    @Message("Avsluta")
    String endSession();

    @Message("Bjud in")
    String invite();

    @Message("Roll")
    String role();

    @Message(
            "Ge länken till den det gäller, inte till någon annan. Den fungerar en gång och ett dygn, och visas bara nu.")
    String linkText();

    @Message("Länk till {email}")
    String linkFor(String email);

    @Message("Den är också skickad med e-post till {email}.")
    String linkMailed(String email);

    @Message("från nivån ovanför")
    String inherited();

    @Message("utan kod")
    String withoutFactor();

    @Message("aldrig inloggad")
    String neverUsed();

    @Message("Länk för ny inloggning")
    String reset();

    @Message("Gör till administratör")
    String makeAdministrator();

    @Message("Gör till organisatör")
    String makeOrganizer();

    @Message("Ta bort")
    String remove();

    @Message("Senaste händelserna")
    String news();

    @Message("Ny nyckel")
    String newToken();

    @Message("Vad den ska användas till")
    String tokenTitle();

    @Message("Den får")
    String tokenScopes();

    @Message("Gäller i dagar")
    String tokenDays();

    @Message("Skapa")
    String create();

    @Message("Kopiera nyckeln nu. Den visas bara en gång.")
    String tokenOnce();

    @Message("Nyckel")
    String token();

    @Message("gäller till {day}")
    String validUntil(String day);

    @Message("Återkalla")
    String revoke();

    @Message("Inga nycklar ännu.")
    String noTokens();

    @Message("Hon eller han är den sista administratören här. Gör någon annan till administratör först.")
    String lastAdministrator();

    @Message("Den går inte att ändra härifrån: en annan administratör, eller nivån ovanför, får göra det.")
    String notChangeable();

    @Message("Hör redan till medarbetarna här. Ändra rollen i stället.")
    String alreadyStaff();

    @Message("Ja, ta bort {name}")
    String removeSure(String name);

    @Message("{name} mister sin behörighet här med en gång och kommer inte tillbaka utan en ny inbjudan.")
    String removeWhat(String name);

    @Message("{#if count == 1}En rättighet{#else}{count} rättigheter{/if}")
    String tokenScopesOf(int count);

    @Message("Skriv vad nyckeln ska användas till, högst 200 tecken.")
    String tokenWithoutTitle();

    @Message("Välj minst en sak som nyckeln får.")
    String tokenWithoutScopes();

    @Message("Skriv hur många dagar den gäller: ett heltal från 1 till {most}.")
    String tokenDaysWrong(int most);

    @Message("Okänd webbläsare")
    String browserUnknown();

    @Message("{browser} på {system}")
    String browserOn(String browser, String system);

    @Message("Att titta på")
    String attention();

    @Message("Klart")
    String attended();

    @Message("Visa fler")
    String attentionMore();
}
