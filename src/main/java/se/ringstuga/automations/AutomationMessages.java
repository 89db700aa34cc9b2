package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages of automations; English in {@code messages/automations_en.properties}. */
@MessageBundle("automations")
public interface AutomationMessages {

    @Message("Automatiseringar")
    String title();

    @Message("Sådant som händer av sig självt, en gång för varje person. Ingenting händer förrän du slår på det.")
    String lead();

    @Message("Av")
    String off();

    @Message("På")
    String on();

    @Message("Pausad")
    String paused();

    @Message("Stoppad")
    String stopped();

    @Message("Ingen är med än")
    String nobodyIn();

    @Message("En är med just nu")
    String oneIn();

    @Message("{count} är med just nu")
    String manyIn(long count);

    @Message("{count} har gått igenom den")
    String finished(long count);

    @Message("Fler")
    String more();

    @Message("Nya medlemmar: hur långt har de kommit?")
    String funnelLink();

    @Message("Steg för steg")
    String steps();

    @Message("För den som har flyttat hit från en annan förening")
    String movedSteps();

    @Message("Ja")
    String yes();

    @Message("Nej")
    String no();

    @Message("När det händer")
    String happened();

    @Message("När tiden har gått ut")
    String timedOut();

    @Message("Ändra")
    String change();

    @Message("{count} här nu")
    String here(long count);

    @Message("klart för {count}")
    String done(long count);

    @Message("ja: {yes}, nej: {no}")
    String yesNo(long yes, long no);

    @Message("hoppades över för {count}")
    String skipped(long count);

    @Message("Slå på …")
    String activate();

    @Message("Provkör")
    String rehearse();

    @Message("Personer")
    String people();

    @Message("Pausa")
    String pause();

    @Message("Fortsätt")
    String resume();

    @Message("Nödstopp")
    String kill();

    @Message(
            "Alla som är med tas ut på en gång, och det som väntar på att skickas skickas inte. De kommer inte med igen. Vill du bara vänta en stund, pausa i stället.")
    String killText();

    @Message("Stoppa nu")
    String killYes();

    @Message("Den är påslagen sedan {when}.")
    String onSince(String when);

    @Message("Den är pausad sedan {when}. Tiden står stilla för alla som är med.")
    String pausedSince(String when);

    @Message("Den stoppades {when}. Ingen är med längre.")
    String stoppedSince(String when);

    @Message("Den är inte påslagen. Läs igenom stegen, provkör, och slå på den när den känns rätt.")
    String offText();

    @Message("Slå på ”{title}”")
    String activateTitle(String title);

    @Message("Ingen passar in just nu.")
    String matchingNone();

    @Message("En person passar in just nu.")
    String matchingOne();

    @Message("{count} personer passar in just nu.")
    String matchingMany(long count);

    @Message("{count} av dem har flyttat hit.")
    String matchingMoved(long count);

    @Message("Vad ska hända med dem?")
    String existing();

    @Message("Bara de som kommer från och med nu")
    String fromNow();

    @Message("De som redan passar in lämnas i fred.")
    String fromNowHint();

    @Message("Ta med dem nu")
    String enrolAll();

    @Message("De börjar på det första steget om två minuter. Till dess hinner du pausa eller stoppa.")
    String enrolHint();

    @Message("Det här görs åt dig")
    String makes();

    @Message("Ringlistan ”{title}”. Bjud in ringare till den.")
    String makesList(String title);

    @Message("En kort enkät till den som är ny. Du kan ändra frågorna efteråt.")
    String makesSurvey();

    @Message("Så börjar det, för den som kommer nu")
    String begins();

    @Message("Slå på")
    String activateYes();

    @Message("Välj vad som ska hända med dem som redan passar in.")
    String choose();

    @Message("Det är inte lika många som nyss. Titta en gång till.")
    String otherCount();

    @Message("Provkör ”{title}”")
    String rehearseTitle(String title);

    @Message("Ingenting skickas. Så här skulle det gå för någon som kom med en viss dag.")
    String rehearseLead();

    @Message("Dag")
    String day();

    @Message("Personen har flyttat hit från en annan förening")
    String movedHere();

    @Message("Visa")
    String show();

    @Message("Från och med")
    String periodFrom();

    @Message("Till och med")
    String periodTo();

    @Message("Skriv två datum, det första först och högst ett år emellan.")
    String periodWrong();

    @Message("senast {when}")
    String atLatest(String when);

    @Message("till {when}")
    String until(String when);

    @Message("som längst till {when}")
    String untilLatest(String when);

    @Message("Skriv ett datum, till exempel 2027-03-01.")
    String dayWrong();

    @Message("Personer i ”{title}”")
    String peopleTitle(String title);

    @Message("Alla")
    String all();

    @Message("Vid ett steg")
    String active();

    @Message("Väntar")
    String waiting();

    @Message("Pausade")
    String pausedPeople();

    @Message("Klara")
    String finishedPeople();

    @Message("Har lämnat")
    String left();

    @Message("Gick fel")
    String failed();

    @Message("Ingen här.")
    String noPeople();

    @Message("Kom med {when}")
    String entered(String when);

    @Message("nästa gång {when}")
    String next(String when);

    @Message("Ta ut")
    String takeOut();

    @Message("Prova igen")
    String tryAgain();

    @Message("Prova igen för alla")
    String tryAllAgain();

    @Message("Nya medlemmar")
    String funnelTitle();

    @Message("Så långt har de kommit som blev medlemmar {from} till {to}. Den som har lämnat igen är inte med.")
    String funnelLead(String from, String to);

    @Message("Blev medlemmar")
    String joined();

    @Message("Välkomnade")
    String welcomed();

    @Message("Uppringda")
    String called();

    @Message("Har pratat med oss")
    String reached();

    @Message("Har svarat på en enkät")
    String answered();

    @Message("Har anmält sig till något")
    String signedUp();

    @Message("Har varit med")
    String attended();

    @Message("Det tog {days} dagar för hälften av dem")
    String median(String days);

    @Message("Väntar på ett samtal")
    String lateTitle();

    @Message("Ingen har pratat med dem, och det har gått två veckor. Stängda dagar räknas inte.")
    String lateText();

    @Message("Alla nya har fått ett samtal inom två veckor.")
    String lateNone();

    @Message("medlem i {days} dagar")
    String memberFor(long days);
}
