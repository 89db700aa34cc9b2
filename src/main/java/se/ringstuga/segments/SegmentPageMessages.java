package se.ringstuga.segments;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page where chosen people are saved as a segment; English in {@code messages/segment_en.properties}. */
@MessageBundle("segment")
public interface SegmentPageMessages {

    @Message("Spara som urval")
    String title();

    @Message("Ett urval är levande: det visar vilka som är med just när du använder det.")
    String text();

    @Message("Namn på urvalet")
    String name();

    @Message("Spara")
    String save();

    @Message("{count} personer är med just nu.")
    String count(long count);

    @Message("En person är med just nu.")
    String countOne();

    @Message("Skriv ett namn med högst 200 tecken.")
    String nameMissing();

    @Message("Urvalet gick inte att läsa. Gå tillbaka och välj igen.")
    String unreadable();

    @Message("Urvalet är sparat")
    String saved();

    @Message("Skriv till dem")
    String write();
}
