package se.ringstuga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.http.PageContext;

/** Puts monthly broadcasts into the words of their pages. */
@ApplicationScoped
class RecurringScreens {

    private static final int LONGEST_MONTH = 31;

    private final RecurringWords words;
    private final BroadcastScreens broadcasts;
    private final Access access;
    private final PageContext page;

    RecurringScreens(RecurringWords words, BroadcastScreens broadcasts, Access access, PageContext page) {
        this.words = words;
        this.broadcasts = broadcasts;
        this.access = access;
        this.page = page;
    }

    RecurringScreen.Line line(RecurringBroadcastView recurring) {
        var state = state(recurring);
        var next = recurring.next();
        return new RecurringScreen.Line(
                recurring.id(),
                recurring.title(),
                state.words(),
                state.colour(),
                sentence(words.rule(recurring.rule())),
                next.isEmpty()
                        ? words.say().nothingNext()
                        : words.say().next(page.time(access.zone()).moment(next.getFirst())));
    }

    RecurringScreen of(RecurringBroadcastView recurring) {
        var time = page.time(access.zone());
        var content = RecurringForm.content(recurring);
        var endsOn = recurring.endsOn();
        var rule = words.rule(recurring.rule());
        return new RecurringScreen(
                access.slug(),
                recurring.id(),
                recurring.title(),
                state(recurring),
                broadcasts.lead(content),
                sentence(endsOn == null ? rule : rule + ", " + words.say().until(time.day(endsOn))),
                recurring.byItself()
                        ? words.say().byItselfText(words.lead(recurring.leadHours()))
                        : words.say().askText(words.lead(recurring.leadHours())),
                recurring.next().stream().map(at -> sentence(time.moment(at))).toList(),
                nothing(recurring),
                recurring.latest().stream().map(this::made).toList(),
                broadcasts.letter(content, recurring.changedBy()));
    }

    private RecurringScreen.State state(RecurringBroadcastView recurring) {
        var may = access.has(Permission.MESSAGES_SEND);
        if (recurring.endedAt() != null) {
            return new RecurringScreen.State(words.say().ended(), "warn", false, false, false);
        }
        return recurring.pausedAt() != null
                ? new RecurringScreen.State(words.say().paused(), "warn", false, may, may)
                : new RecurringScreen.State(words.say().running(), "good", may, false, may);
    }

    private @Nullable String nothing(RecurringBroadcastView recurring) {
        var endedAt = recurring.endedAt();
        if (endedAt != null) {
            return words.say().endedText(page.time(access.zone()).moment(endedAt));
        }
        if (recurring.pausedAt() != null) {
            return words.say().pausedText();
        }
        return recurring.next().isEmpty() ? words.say().overText() : null;
    }

    private RecurringScreen.Made made(RecurringBroadcastView.Month month) {
        var why = switch (month.skipped()) {
            case null -> month.broadcastId() == null ? words.say().removed() : null;
            case "TOO_LATE" -> words.say().skippedTooLate();
            case String _ -> words.say().skipped();
        };
        return new RecurringScreen.Made(words.month(month.month()), month.broadcastId(), why);
    }

    RecurringScreen.Choices choices() {
        return new RecurringScreen.Choices(
                IntStream.rangeClosed(1, LONGEST_MONTH).mapToObj(this::day).toList(),
                Stream.of(1, 2, 3, 4, -1)
                        .map(nth -> choice(nth, words.which(nth)))
                        .toList(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> choice(day, words.weekday(day)))
                        .toList(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> choice(month, sentence(words.month(month))))
                        .toList(),
                List.of(24, 72, 120, 168, 336).stream()
                        .map(hours -> choice(hours, words.lead(hours)))
                        .toList());
    }

    private RecurringScreen.Choice day(int day) {
        return choice(
                day, day == LONGEST_MONTH ? words.say().lastDay() : words.say().dayChoice(words.ordinal(day)));
    }

    private static RecurringScreen.Choice choice(Object value, String said) {
        return new RecurringScreen.Choice(value.toString(), said);
    }

    private String sentence(String said) {
        return said.substring(0, 1).toUpperCase(page.language().locale()) + said.substring(1);
    }
}
