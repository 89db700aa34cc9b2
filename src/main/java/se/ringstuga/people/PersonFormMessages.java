package se.ringstuga.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form about one person; English in {@code messages/personform_en.properties}. */
@MessageBundle("personform")
public interface PersonFormMessages {

    @Message("Ändra {name}")
    String editTitle(String name);

    @Message("Ny person")
    String newTitle();

    @Message("Spara")
    String save();

    @Message("Avbryt")
    String cancel();

    @Message("Inget är sparat än. Se efter vid fälten.")
    String faulty();

    @Message("Någon annan ändrade uppgifterna medan du skrev")
    String changedTitle();

    @Message("Vid varje fält som skiljer sig står vad som gäller nu. Spara igen, så gäller det du har skrivit.")
    String changedText();

    @Message("Nu står det: {value}")
    String theirs(String value);

    @Message("Nu är det tomt")
    String theirsEmpty();

    @Message("Förnamn")
    String givenName();

    @Message("Efternamn")
    String familyName();

    @Message("Telefon")
    String phone();

    @Message("Annan telefon")
    String altPhone();

    @Message("E-post")
    String email();

    @Message("Gatuadress")
    String street();

    @Message("Postnummer")
    String postalCode();

    @Message("Ort")
    String city();

    @Message("Födelseår")
    String birthYear();

    @Message("Språk")
    String language();

    @Message("Två bokstäver, som sv, en eller ar")
    String languageHint();

    @Message("Medlemsnummer")
    String externalId();

    @Message("Medlem sedan")
    String joinedOn();

    @Message("Medlem till")
    String leftOn();

    @Message("Fyll bara i när medlemskapet är slut. Personen försvinner då ur ringlistor och utskick.")
    String leftOnHint();

    @Message("Betalt till")
    String paidUntil();

    @Message("Det ser ut som ett personnummer, och det sparas aldrig här.")
    String identityNumber();

    @Message("Det är för långt. Högst 200 tecken får plats.")
    String tooLong();

    @Message("Det börjar som en formel. Ta bort det första tecknet.")
    String formula();

    @Message("Skriv numret som 070-174 06 05 eller +46701740605.")
    String phoneWrong();

    @Message("Skriv adressen som anna@example.org.")
    String emailWrong();

    @Message("Skriv postnumret som 129 31.")
    String postalCodeWrong();

    @Message("Skriv året med fyra siffror.")
    String birthYearWrong();

    @Message("Välj en dag som har varit.")
    String dayWrong();

    @Message("Medlemskapet kan inte ta slut innan det började.")
    String endsBeforeItBegins();

    @Message("Välj en dag, högst tio år fram.")
    String paidUntilWrong();

    @Message("Skriv språket med två eller tre små bokstäver, som sv eller ar.")
    String languageWrong();

    @Message("Någon annan i registret har det medlemsnumret.")
    String numberTaken();

    @Message("Skriv ett namn, en telefon eller en e-postadress.")
    String nobody();

    @Message("Det går inte att läsa.")
    String unreadable();
}
