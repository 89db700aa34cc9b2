package se.ringstuga.events;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of series; English stands in {@code messages/series_en.properties}. */
@MessageBundle("series")
public interface SeriesMessages {

    @Message("Ändra {title}?")
    String changeTitle(String title);

    @Message("Det här händer med de tillfällen som kommer:")
    String changeLead();

    @Message("Ja, ändra")
    String changeYes();

    @Message("Inget tillfälle framöver blir annorlunda.")
    String nothing();

    @Message("{count} tillfällen ändras.")
    String changed(long count);

    @Message("Ett tillfälle ändras.")
    String changedOne();

    @Message("{count} får en ny tid.")
    String moved(long count);

    @Message("Ett får en ny tid.")
    String movedOne();

    @Message("{count} får en ny plats.")
    String relocated(long count);

    @Message("Ett får en ny plats.")
    String relocatedOne();

    @Message("{count} tillfällen får ingen dag och ställs in.")
    String gone(long count);

    @Message("Ett tillfälle får ingen dag och ställs in.")
    String goneOne();

    @Message("{count} nya tillfällen läggs till.")
    String added(long count);

    @Message("Ett nytt tillfälle läggs till.")
    String addedOne();

    @Message("{count} tillfällen som ni har ändrat för sig blir kvar som de är.")
    String apart(long count);

    @Message("Ett tillfälle som ni har ändrat för sig blir kvar som det är.")
    String apartOne();

    @Message("{count} anmälningar berörs, och de anmälda får veta det.")
    String told(long count);

    @Message("En anmälan berörs, och den anmälda får veta det.")
    String oneTold();

    @Message("{count} anmälningar berörs.")
    String concerned(long count);

    @Message("En anmälan berörs.")
    String oneConcerned();

    @Message("Ingen har anmält sig.")
    String nobodyTold();

    @Message("Ändra serien")
    String edit();

    @Message("Avsluta serien")
    String end();

    @Message("Avsluta {title}?")
    String endTitle(String title);

    @Message("Inga nya tillfällen läggs ut. Vad ska hända med dem som redan är planerade?")
    String endText();

    @Message("Låt dem vara kvar")
    String keep();

    @Message("Ställ in dem")
    String callOff();

    @Message("{count} tillfällen ställs in.")
    String calledOff(long count);

    @Message("Ett tillfälle ställs in.")
    String calledOffOne();

    @Message("{count} utkast som ingen har sett försvinner.")
    String draftsGone(long count);

    @Message("Ett utkast som ingen har sett försvinner.")
    String draftGone();

    @Message("Inget tillfälle är planerat framöver.")
    String nothingAhead();

    @Message("Varför ställs de in? Det läser alla som har anmält sig.")
    String why();

    @Message("Välj vad som ska hända med dem.")
    String futureMissing();

    @Message("Skriv högst 500 tecken.")
    String whyLong();

    @Message("Ja, avsluta serien")
    String endYes();
}
