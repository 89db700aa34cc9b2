package se.ringstuga.http;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the layout and of the error pages; English stands in {@code messages/pages_en.properties}. */
@MessageBundle("pages")
public interface PageMessages {

    @Message("Till innehållet")
    String skip();

    @Message("Språk")
    String languages();

    @Message("Sidan finns inte")
    String missingTitle();

    @Message("Länken kan ha gått ut eller blivit felskriven. Be den som gav dig den om en ny.")
    String missing();

    @Message("Hit har du inte tillgång")
    String forbiddenTitle();

    @Message("Sidan finns, men inte för dig. Fråga en organisatör om du tror att det är fel.")
    String forbidden();

    @Message("Du behöver logga in")
    String unauthorizedTitle();

    @Message("Du har varit borta ett tag eller loggat ut. Öppna din länk eller logga in igen.")
    String unauthorized();

    @Message("Vänta en minut")
    String tooManyTitle();

    @Message("Det blev många försök på kort tid. Vänta en minut och försök sedan igen.")
    String tooMany();

    @Message("Det gick inte just nu")
    String failedTitle();

    @Message("Felet ligger hos oss. Försök igen om en stund; det du redan har skickat är sparat.")
    String failed();

    @Message("Det där gick inte att läsa")
    String refusedTitle();

    @Message("Gå tillbaka, ladda om sidan och försök en gång till.")
    String refused();

    @Message("Till startsidan")
    String home();
}
