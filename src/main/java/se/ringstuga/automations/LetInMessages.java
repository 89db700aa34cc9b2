package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Letting people into a flow by hand, and taking them out; English in {@code messages/letin_en.properties}. */
@MessageBundle("letin")
public interface LetInMessages {

    @Message("Släpp in någon")
    String letIn();

    @Message("Släpp in någon i ”{title}”")
    String letInTitle(String title);

    @Message(
            "Den du släpper in börjar på det första steget nu och går hela vägen, som alla andra. Vad som annars sätter igång flödet, och vilka som får vara med, prövas inte.")
    String letInLead();

    @Message("Ingen kan släppas in förrän det är påslaget.")
    String letInOff();

    @Message("Namn, nummer eller e-post")
    String search();

    @Message("Sök")
    String find();

    @Message("Ingen hittades.")
    String noneFound();

    @Message("Släpp in nu")
    String letInYes();

    @Message("är eller har varit med: {state}")
    String knownAlready(String state);

    @Message("Personen kan inte vara med: skyddad, stoppad eller inte längre medlem.")
    String cannotBeIn();

    @Message("Personen är eller har varit med. Var och en går igenom ett flöde en gång.")
    String letInTwice();

    @Message("Släpp in {name}")
    String letInNow(String name);

    @Message("Se stegen i versionen")
    String seeVersion();

    @Message("Personen lämnar flödet för gott och kommer inte med igen.")
    String takeOutText();

    @Message("Ta ut")
    String takeOutYes();
}
