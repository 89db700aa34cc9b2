package se.ringstuga.segments;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Filters in plain words, as they stand after "om personen" and "de som"; English in {@code messages/filters_en.properties}.
 * {@code no} says that it is not so.
 */
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

    @Message("ja")
    String yes();

    @Message("nej")
    String no();

    @Message("”{name}”")
    String quoted(String name);

    @Message("{#if no}inte {/if}har gått med {when}")
    String joined(boolean no, String when);

    @Message("{#if no}inte {/if}har betalt till ett datum {when}")
    String paidUntil(boolean no, String when);

    @Message("före {date}")
    String before(String date);

    @Message("efter {date}")
    String after(String date);

    @Message("{#if no}inte {/if}har etiketten {tags}")
    String tagged(boolean no, String tags);

    @Message("{#if no}inte {/if}hör till {organization}")
    String inOrganization(boolean no, String organization);

    @Message("{#if no}inte {/if}har {field} som är {value}")
    String fieldIs(boolean no, String field, String value);

    @Message("{#if no}inte {/if}har {field} som innehåller {value}")
    String fieldContains(boolean no, String field, String value);

    @Message("{#if no}inte {/if}har {field} som börjar på {value}")
    String fieldStarts(boolean no, String field, String value);

    @Message("{#if no}inte {/if}har {field} som är minst {value}")
    String fieldAtLeast(boolean no, String field, String value);

    @Message("{#if no}inte {/if}har {field} som är högst {value}")
    String fieldAtMost(boolean no, String field, String value);

    @Message("{#if no}har {field} ifyllt{#else}saknar {field}{/if}")
    String fieldEmpty(boolean no, String field);

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

    @Message("{#if no}saknar{#else}har ett{/if} telefonnummer")
    String hasPhone(boolean no);

    @Message("{#if no}saknar{#else}har ett{/if} mobilnummer")
    String hasMobile(boolean no);

    @Message("{#if no}saknar{#else}har en{/if} e-postadress")
    String hasEmail(boolean no);

    @Message("{#if no}inte {/if}har svarat på {survey}")
    String answered(boolean no, String survey);

    @Message("{#if no}inte {/if}har börjat svara på {survey}")
    String begun(boolean no, String survey);

    @Message("{#if no}inte {/if}har svarat {answer}")
    String option(boolean no, String answer);

    @Message("på ”{question}”")
    String toQuestion(String question);

    @Message("i ”{survey}”")
    String inSurvey(String survey);

    @Message("{#if no}inte {/if}har skrivit ”{text}” i ett svar")
    String text(boolean no, String text);

    @Message("{#if no}inte {/if}har svarat mellan {from} och {to}")
    String value(boolean no, int from, int to);

    @Message("{#if no}inte {/if}har svarat minst {from}")
    String valueFrom(boolean no, int from);

    @Message("{#if no}inte {/if}har svarat högst {to}")
    String valueTo(boolean no, int to);

    @Message("{#if no}inte {/if}har blivit uppringd{times}")
    String called(boolean no, String times);

    @Message("{#if no}inte {/if}har pratat med någon av oss i telefon{times}")
    String reached(boolean no, String times);

    @Message("{#if no}inte {/if}har blivit uppringd{times} utan att nås")
    String notReached(boolean no, String times);

    @Message("från ringlistan ”{list}”")
    String fromList(String list);

    @Message("minst {count} gånger")
    String times(int count);

    @Message("{#if days == 0}i dag{#else if days == 1}i går eller i dag{#else}de senaste {days} dagarna{/if}")
    String withinDays(int days);

    @Message("{#if no}inte {/if}hör till utskicket {broadcast}")
    String broadcast(boolean no, String broadcast);

    @Message("{#if no}inte {/if}hör till dem i utskicket {broadcast} där det {fate}")
    String broadcastSo(boolean no, String broadcast, String fate);

    @Message("har kommit fram")
    String delivered();

    @Message("är på väg")
    String sent();

    @Message("inte gick att skicka")
    String failed();

    @Message("hoppades över")
    String skipped();

    @Message("väntar på att skickas")
    String waiting();

    @Message("är oklart om det gick fram")
    String unknown();

    @Message("inte har nått fram")
    String missed();

    @Message("{#if no}inte {/if}har fått {what} av oss")
    String messaged(boolean no, String what);

    @Message("ett meddelande")
    String aMessage();

    @Message("ett sms")
    String anSms();

    @Message("ett e-brev")
    String anEmail();

    @Message("{#if no}inte {/if}är bjuden till {what} utan att ha svarat")
    String invited(boolean no, String what);

    @Message("{#if no}inte {/if}har anmält sig till {what}")
    String signedUp(boolean no, String what);

    @Message("{#if no}inte {/if}står i kö till {what}")
    String queues(boolean no, String what);

    @Message("{#if no}inte {/if}har tackat nej till {what}")
    String declined(boolean no, String what);

    @Message("{#if no}inte {/if}har varit med på {what}")
    String attended(boolean no, String what);

    @Message("{#if no}inte {/if}har missat {what} efter att ha anmält sig")
    String absent(boolean no, String what);

    @Message("en aktivitet")
    String anEvent();
}
