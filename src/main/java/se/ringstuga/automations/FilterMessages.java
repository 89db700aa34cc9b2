package se.ringstuga.automations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Filters in plain words, as they stand after "om personen" and "tills personen"; English in {@code messages/filters_en.properties}. */
@MessageBundle("filters")
public interface FilterMessages {

    @Message("är vem som helst")
    String everybody();

    @Message("inte är någon")
    String nobody();

    @Message("och")
    String and();

    @Message("eller")
    String or();

    @Message("inte {what}")
    String not(String what);

    @Message("blev medlem {lately}")
    String joinedWithin(String lately);

    @Message("blev medlem {when}")
    String joined(String when);

    @Message("har betalt till ett datum {when}")
    String paidUntil(String when);

    @Message("före {date}")
    String before(String date);

    @Message("efter {date}")
    String after(String date);

    @Message("har taggen {tags}")
    String tagged(String tags);

    @Message("inte har taggen {tags}")
    String notTagged(String tags);

    @Message("hör till {organization}")
    String inOrganization(String organization);

    @Message("har {field} som är {value}")
    String fieldIs(String field, String value);

    @Message("har {field} som innehåller {value}")
    String fieldContains(String field, String value);

    @Message("har {field} som börjar på {value}")
    String fieldStarts(String field, String value);

    @Message("har {field} som är minst {value}")
    String fieldAtLeast(String field, String value);

    @Message("har {field} som är högst {value}")
    String fieldAtMost(String field, String value);

    @Message("saknar {field}")
    String fieldEmpty(String field);

    @Message("förnamn")
    String givenName();

    @Message("efternamn")
    String familyName();

    @Message("e-postadress")
    String emailField();

    @Message("gatuadress")
    String street();

    @Message("ort")
    String city();

    @Message("språk")
    String language();

    @Message("medlemsnummer")
    String externalId();

    @Message("postnummer")
    String postalCode();

    @Message("födelseår")
    String birthYear();

    @Message("har ett telefonnummer")
    String hasPhone();

    @Message("har ett mobilnummer")
    String hasMobile();

    @Message("har en e-postadress")
    String hasEmail();

    @Message("har svarat på {survey}")
    String answered(String survey);

    @Message("har valt ett visst svar i en enkät")
    String option();

    @Message("har skrivit ”{text}” i ett svar")
    String text(String text);

    @Message("har svarat mellan {from} och {to} på en fråga")
    String value(int from, int to);

    @Message("har blivit uppringd {times}")
    String called(String times);

    @Message("har pratat med någon av oss i telefon")
    String reached();

    @Message("har blivit uppringd {times} utan att nås")
    String notReached(String times);

    @Message("en gång")
    String once();

    @Message("minst {count} gånger")
    String times(int count);

    @Message("den senaste dagen")
    String withinDay();

    @Message("de senaste {days} dagarna")
    String withinDays(int days);

    @Message("hör till utskicket {broadcast}")
    String broadcast(String broadcast);

    @Message("har fått ett meddelande av oss")
    String messaged();

    @Message("är bjuden till {what} utan att ha svarat")
    String invited(String what);

    @Message("har anmält sig till {what}")
    String signedUp(String what);

    @Message("står i kö till {what}")
    String queues(String what);

    @Message("har tackat nej till {what}")
    String declined(String what);

    @Message("har varit med på {what}")
    String attended(String what);

    @Message("uteblev från {what}")
    String absent(String what);

    @Message("en aktivitet")
    String anEvent();
}
