package se.ringstuga.preferences;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of preferences. English stands in {@code messages/preferences_en.properties}. */
@MessageBundle("preferences")
public interface PreferenceMessages {

    @Message("Vad du vill få")
    String title();

    @Message("Hej {name}!")
    String hello(String name);

    @Message("Här väljer du vad {organization} får skicka dig och hur. Du kan ändra dig när du vill.")
    String lead(String organization);

    @Message("Sms")
    String sms();

    @Message("E-post")
    String email();

    @Message("Kallelser")
    String notice();

    @Message("Till årsmöten och andra möten som stadgarna kräver.")
    String noticeHint();

    @Message("Påminnelser")
    String reminder();

    @Message("Om sådant du själv har anmält dig till.")
    String reminderHint();

    @Message("Välkomst")
    String welcome();

    @Message("När du är ny.")
    String welcomeHint();

    @Message("Information")
    String information();

    @Message("Medlemsblad, aktiviteter och annat som händer.")
    String informationHint();

    @Message("Samtal")
    String calls();

    @Message("Ni får ringa mig")
    String callMe();

    @Message("Spara")
    String save();

    @Message("Vill du bara slippa det som inte är nödvändigt?")
    String lessLead();

    @Message("Avanmäl välkomst och information")
    String less();

    @Message("Sparat.")
    String saved();

    @Message("Med sms får du: {list}.")
    String bySms(String list);

    @Message("Med sms får du ingenting.")
    String nothingBySms();

    @Message("Med e-post får du: {list}.")
    String byEmail(String list);

    @Message("Med e-post får du ingenting.")
    String nothingByEmail();

    @Message("Vi får ringa dig.")
    String weCall();

    @Message("Vi ringer dig inte.")
    String weDoNotCall();

    @Message("Länken hit är din egen: skicka den inte vidare.")
    String own();

    @Message("Vad {name} vill få")
    String staffTitle(String name);

    @Message("Skriv ner det {name} har sagt till er. Det gäller genast, och det syns i historiken att ni noterade det.")
    String staffLead(String name);

    @Message(
            "Numret har sagt nej till SMS. Bara den som har numret kan ändra det, genom att svara START eller på sin egen sida.")
    String numberSaidNo();

    @Message("Adressen har sagt nej till e-post. Bara den som har adressen kan ändra det, på sin egen sida.")
    String addressSaidNo();

    @Message("Numret har sagt nej till samtal. Bara den som har numret kan ändra det, på sin egen sida.")
    String callsSaidNo();

    @Message("Vi får ringa")
    String mayCall();

    @Message("Tillbaka")
    String back();
}
