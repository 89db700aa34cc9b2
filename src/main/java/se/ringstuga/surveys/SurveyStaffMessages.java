package se.ringstuga.surveys;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the organizer's pages of surveys. English in {@code messages/surveys_en.properties}. */
@MessageBundle("surveys")
public interface SurveyStaffMessages {

    @Message("Enkäter")
    String title();

    @Message("Frågor att ställa i samtal, i utskick och på medlemmarnas egna sidor.")
    String lead();

    @Message("Ny enkät")
    String make();

    @Message("Visa fler")
    String more();

    @Message("Här finns inga enkäter än. Gör en med några få frågor och använd den i en ringlista eller ett utskick.")
    String none();

    @Message("från nivån över")
    String fromAbove();

    @Message("öppen")
    String open();

    @Message("stängd")
    String closed();

    @Message("{#if questions == 1}En fråga{#else}{questions} frågor{/if} · version {version}")
    String about(int version, long questions);

    @Message("Ny enkät")
    String newTitle();

    @Message("Ändra enkäten")
    String editTitle();

    @Message("Enkätens namn")
    String name();

    @Message("{#if count == 1}Enkäten har ett svar.{#else}Enkäten har {count} svar.{/if}")
    String hasAnswers(long count);

    @Message("Ändrar du frågorna blir det en ny version. De gamla svaren finns kvar och räknas ihop med de nya.")
    String newVersion();

    @Message("{number}. {kind}")
    String questionHeading(int number, String kind);

    @Message("Fråga")
    String questionText();

    @Message("Text att läsa")
    String blockText();

    @Message("Hjälptext, om det behövs")
    String help();

    @Message("Svarsalternativ")
    String options();

    @Message("Alternativ {number}")
    String option(int number);

    @Message("Nytt alternativ")
    String addOption();

    @Message("Från")
    String from();

    @Message("Till")
    String to();

    @Message("Ord för lägsta")
    String fromLabel();

    @Message("Ord för högsta")
    String toLabel();

    @Message("Måste besvaras")
    String required();

    @Message("Bara för ringare")
    String callersOnly();

    @Message("Ny fråga")
    String addWhat();

    @Message("Lägg till")
    String add();

    @Message("Ta bort")
    String remove();

    @Message("Flytta upp")
    String up();

    @Message("Flytta ned")
    String down();

    @Message("Förhandsvisa som")
    String previewAs();

    @Message("medlem")
    String asMember();

    @Message("ringare")
    String asCaller();

    @Message("Förhandsvisa")
    String showPreview();

    @Message("Så ser medlemmen den")
    String previewMember();

    @Message("Så ser ringaren den")
    String previewCaller();

    @Message("Inget som du fyller i här sparas.")
    String previewText();

    @Message("Lägg till en fråga, så visas den här.")
    String previewNone();

    @Message("Spara enkäten")
    String save();

    @Message("Avbryt")
    String cancel();

    @Message("Enkäten är inte sparad än. Det som behöver rättas står vid sin fråga.")
    String notSaved();

    @Message("Någon annan sparade enkäten under tiden. Det du skrev är kvar nedanför; spara igen om det ska gälla.")
    String changed();

    @Message("Så ser den andras ut:")
    String changedTo();

    @Message("Skriv ett namn med högst 200 tecken.")
    String wrongTitle();

    @Message("Skriv frågan, högst 2 000 tecken.")
    String wrongText();

    @Message("Högst 500 tecken, utan konstiga tecken.")
    String wrongHelp();

    @Message("Skriv ett svar, högst 300 tecken.")
    String wrongOption();

    @Message("Ge frågan 1 till 100 alternativ.")
    String wrongOptions();

    @Message("Det alternativet finns redan.")
    String wrongTwice();

    @Message("Skalan ska stiga och ligga mellan 0 och 100.")
    String wrongScale();

    @Message("En enkät kan ha högst 100 frågor.")
    String wrongMany();

    @Message("Välj ett svar")
    String typeSingle();

    @Message("Välj flera svar")
    String typeMultiple();

    @Message("Fritext")
    String typeText();

    @Message("Skala")
    String typeScale();

    @Message("Ja eller nej")
    String typeYesNo();

    @Message("Datum")
    String typeDate();

    @Message("Text utan fråga")
    String typeBlock();

    @Message("Ändra")
    String edit();

    @Message("Stäng enkäten")
    String close();

    @Message("Öppna igen")
    String reopen();

    @Message("Hämta svaren som fil")
    String export();

    @Message("{#if submissions == 1}Ett svar{#else}{submissions} svar{/if} = {complete} hela + {partial} halvfyllda")
    String answered(long submissions, long complete, long partial);

    @Message("Ingen har svarat än. Använd enkäten i en ringlista eller skicka den, så syns svaren här.")
    String noAnswers();

    @Message("Svar över tid")
    String overTime();

    @Message("Svar per dag")
    String perDay();

    @Message("Svar per vecka")
    String perWeek();

    @Message("Svar per månad")
    String perMonth();

    @Message("Svar per år")
    String perYear();

    @Message("{day}: {count}")
    String dayIs(String day, long count);

    @Message("Visa som tabell")
    String asTable();

    @Message("Dag")
    String day();

    @Message("Antal")
    String number();

    @Message("Andel")
    String share();

    @Message("Svar")
    String answer();

    @Message("ett svar")
    String oneAnswer();

    @Message("{count} svar")
    String answers(long count);

    @Message("ställs inte längre")
    String notAsked();

    @Message("visa dem som svarade {answer}")
    String showPeople(String answer);

    @Message("Läs svaren")
    String readTexts();

    @Message("Senast först, utan namn.")
    String withoutNames();

    @Message("Ingen har skrivit något än.")
    String noTexts();

    @Message("Två frågor mot varandra")
    String cross();

    @Message("Se hur svaren på två frågor hänger ihop.")
    String crossText();

    @Message("Första frågan")
    String crossRow();

    @Message("Andra frågan")
    String crossColumn();

    @Message("Visa tabellen")
    String crossShow();

    @Message("{row} (rader) mot {column} (kolumner)")
    String crossCaption(String row, String column);

    @Message("Varje tal är hur många svar som gav båda. Tryck på ett tal för att se vilka det är.")
    String crossHint();

    @Message("Personer med skyddad identitet räknas inte med.")
    String protectedPeople();

    @Message("Ja")
    String yes();

    @Message("Nej")
    String no();
}
