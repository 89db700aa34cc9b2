package se.ringstuga.messaging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what goes out every month; English in {@code messages/monthly_en.properties}. */
@MessageBundle("monthly")
public interface MonthlyMessages {

    @Message("Varje månad")
    String title();

    @Message("Nytt månadsutskick")
    String titleNew();

    @Message("Ändra månadsutskicket")
    String titleEdit();

    @Message("Det som skickas varje månad, som medlemsbladet. Varje gång blir det ett utskick av det.")
    String lead();

    @Message("Inget skickas varje månad än")
    String emptyTitle();

    @Message("Skriv texten en gång. Den blir ett nytt utskick varje månad, som någon av er läser och godkänner.")
    String emptyText();

    @Message("Utskick")
    String broadcasts();

    @Message("Äldre")
    String older();

    @Message("Nästa: {when}")
    String next(String when);

    @Message("inga fler")
    String nothingNext();

    @Message("pågår")
    String running();

    @Message("pausat")
    String paused();

    @Message("avslutat")
    String ended();

    @Message("När går det ut?")
    String when();

    @Message("Ett visst datum")
    String onDay();

    @Message("En viss veckodag")
    String onWeekday();

    @Message("Dag i månaden")
    String day();

    @Message("den {day}")
    String dayChoice(String day);

    @Message("sista dagen")
    String lastDay();

    @Message("{day}:a")
    String ordinalFirst(int day);

    @Message("{day}:a")
    String ordinalSecond(int day);

    @Message("{day}:e")
    String ordinalThird(int day);

    @Message("{day}:e")
    String ordinal(int day);

    @Message("Vilken")
    String nth();

    @Message("första")
    String first();

    @Message("andra")
    String second();

    @Message("tredje")
    String third();

    @Message("fjärde")
    String fourth();

    @Message("sista")
    String last();

    @Message("Veckodag")
    String weekday();

    @Message("Klockan")
    String time();

    @Message("Månader utan")
    String without();

    @Message("Kryssa för de månader då inget ska gå ut.")
    String withoutHint();

    @Message("Sista datum")
    String endsOn();

    @Message("Lämna tomt om det ska fortsätta tills vidare.")
    String endsOnHint();

    @Message("Vem godkänner?")
    String approval();

    @Message("Någon av er, varje gång")
    String ask();

    @Message("Ni får ett meddelande när utkastet är klart att läsa. Godkänner ingen skickas det inte.")
    String askHint();

    @Message("Jag godkänner nu, för alla gånger")
    String byItself();

    @Message("Går det till fler än er gräns frågas någon annan ändå.")
    String byItselfHint();

    @Message("Utkastet är klart")
    String leadTime();

    @Message("{days} dagar före")
    String daysBefore(int days);

    @Message("en dag före")
    String dayBefore();

    @Message("{hours} timmar före")
    String hoursBefore(int hours);

    @Message("den {day} varje månad")
    String everyDay(String day);

    @Message("sista dagen varje månad")
    String everyLastDay();

    @Message("{which} {weekday}en varje månad")
    String everyWeekday(String which, String weekday);

    @Message("{rule} kl {time}")
    String at(String rule, String time);

    @Message("{rule}, inte i {months}")
    String notIn(String rule, String months);

    @Message("{rule}, bara i {months}")
    String onlyIn(String rule, String months);

    @Message("{months} och {month}")
    String and(String months, String month);

    @Message("Kommande")
    String upcoming();

    @Message("Ingenting, så länge det är pausat.")
    String pausedText();

    @Message("Ingenting mer. Det avslutades {when}.")
    String endedText(String when);

    @Message("Ingenting mer: sista datumet har varit.")
    String overText();

    @Message("till och med {day}")
    String until(String day);

    @Message("Utkastet görs {lead}, och någon av er läser och godkänner det.")
    String askText(String lead);

    @Message("Det görs {lead} och går ut av sig självt, om ingen stoppar det.")
    String byItselfText(String lead);

    @Message("Vad det har blivit")
    String made();

    @Message("Ingenting än.")
    String madeNothing();

    @Message("hoppades över: det kunde inte göras i tid")
    String skippedTooLate();

    @Message("hoppades över")
    String skipped();

    @Message("utkastet togs bort")
    String removed();

    @Message("Visa utskicket")
    String show();

    @Message("Ändra")
    String change();

    @Message("Pausa")
    String pause();

    @Message("Fortsätt")
    String resume();

    @Message("Avsluta")
    String end();

    @Message("Det går inte ut något mer. Det som redan är gjort finns kvar.")
    String endText();

    @Message("Ja, avsluta")
    String endYes();

    @Message("Spara")
    String save();

    @Message("Förhandsgranska")
    String preview();

    @Message("Skriv klockslaget så här: 17.30.")
    String timeWrong();

    @Message("Välj en dag.")
    String dayWrong();

    @Message("Lämna kvar minst en månad.")
    String withoutWrong();

    @Message("Skriv datumet så här: 2027-12-31.")
    String endsOnWrong();

    @Message("Före det datumet blir det inget mer. Välj ett senare.")
    String endsOnTooSoon();

    @Message("Datumet ligger mer än tio år bort. Välj ett närmare, eller lämna det tomt.")
    String endsOnFar();
}
