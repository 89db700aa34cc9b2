package se.ringstuga.segments;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page that tags a segment; English in {@code messages/segmenttags_en.properties}. */
@MessageBundle("segmenttags")
public interface SegmentTagMessages {

    @Message("Märk alla")
    String all();

    @Message("Märk alla i ”{title}”")
    String title(String title);

    @Message("I urvalet just nu: {count}. Alla får etiketten du väljer, och du kan ångra det direkt efteråt.")
    String text(long count);

    @Message("Etikett")
    String tag();

    @Message("Välj en etikett.")
    String chooseTag();

    @Message("Sätt etiketten på alla {count}")
    String put(long count);

    @Message("Det finns inga etiketter än. Gör en på en persons sida först.")
    String noTags();

    @Message("{count} fick etiketten {tag}")
    String tagged(long count, String tag);

    @Message("Ångra")
    String undo();

    @Message("Till medlemmarna")
    String toPeople();
}
