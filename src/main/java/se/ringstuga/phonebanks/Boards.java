package se.ringstuga.phonebanks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.Language;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.http.SpokenTime;

/** Draws an evening: the same board in a page and in what is sent to it afterwards. */
@ApplicationScoped
class Boards {

    private static final int CHART_WIDTH = 300;
    private static final int CHART_HEIGHT = 90;
    private static final int TALLEST = 66;
    private static final int METER = 1000;

    /** From so many on a share says something about the evening and nothing about one of them. */
    private static final int ENOUGH = 5;

    @CheckedTemplate(basePath = "Boards")
    static class Templates {
        static native TemplateInstance lead(Board board);

        static native TemplateInstance wall(Board board);

        private Templates() {}
    }

    private final PublicUrl publicUrl;

    Boards(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** As HTML, in parts that a page replaces one by one. */
    String html(Evening evening, Look look) {
        var board = of(evening, look);
        var template = look.kind() == Look.Kind.WALL ? Templates.wall(board) : Templates.lead(board);
        return template.setLocale(look.language().locale()).render();
    }

    Board of(Evening evening, Look look) {
        var now = evening.now();
        var say = say(look.language());
        var time = new SpokenTime(look.language(), evening.bank().zone(), now.at());
        var code = evening.bank().code();
        var goal = now.goal();
        return new Board(
                look.base(),
                state(now, say),
                colour(now),
                closes(evening, say, time),
                code == null || !now.state().running() ? null : RoomCode.shown(code),
                publicUrl.of("/r").replaceFirst("^https?://", ""),
                now.reached(),
                goal == null ? null : say.ofGoal(goal),
                now.answered(),
                share(now, say),
                now.calls(),
                now.onThePhone(),
                say.queueTitle(now.queue().left(), now.queue().people()),
                queue(now.queue(), say),
                meter(now.queue()),
                bars(now.pace()),
                say.paceSaid(String.join(
                        ", ", now.pace().stream().map(String::valueOf).toList())),
                say.paceSince(time.clock(evening.bank().since())),
                now.callers().stream().map(caller -> caller(caller, now, say)).toList(),
                now.waiting(),
                now.waiting().isEmpty()
                        ? say.nobodyWaits()
                        : say.someWait(now.waiting().size()));
    }

    static RoomMessages say(Language language) {
        return MessageBundles.get(RoomMessages.class, Localized.Literal.of(language.tag()));
    }

    static String state(RoomSnapshot now, RoomMessages say) {
        return state(now.state(), say);
    }

    static String state(PhoneBankView.State state, RoomMessages say) {
        return switch (state) {
            case SCHEDULED -> say.scheduled();
            case OPEN -> say.open();
            case PAUSED -> say.paused();
            case CLOSED -> say.closed();
        };
    }

    private static String colour(RoomSnapshot now) {
        return colour(now.state());
    }

    static String colour(PhoneBankView.State state) {
        return switch (state) {
            case OPEN -> "good";
            case PAUSED -> "warn";
            case SCHEDULED, CLOSED -> "";
        };
    }

    private static String closes(Evening evening, RoomMessages say, SpokenTime time) {
        var bank = evening.bank();
        return switch (bank.state()) {
            case SCHEDULED -> say.opensAt(time.moment(bank.opensAt()));
            case OPEN, PAUSED -> say.until(time.clock(bank.closesAt()));
            case CLOSED -> "";
        };
    }

    private static @Nullable String share(RoomSnapshot now, RoomMessages say) {
        return now.reached() < ENOUGH ? null : say.share(Math.round(100.0 * now.answered() / now.reached()));
    }

    private static List<String> queue(RoomSnapshot.Queue queue, RoomMessages say) {
        return Stream.of(
                        some(queue.done(), say.done(queue.done())),
                        some(queue.beingCalled(), say.beingCalled(queue.beingCalled())),
                        some(queue.left(), say.left(queue.left())),
                        some(
                                queue.resting() - queue.waitingForOrganizer(),
                                say.resting(queue.resting() - queue.waitingForOrganizer())),
                        some(queue.waitingForOrganizer(), say.waitingForOrganizer(queue.waitingForOrganizer())),
                        some(queue.withoutNumber(), say.withoutNumber(queue.withoutNumber())))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> some(long count, String sentence) {
        return count == 0 ? List.of() : List.of(sentence);
    }

    private static List<Board.Part> meter(RoomSnapshot.Queue queue) {
        var colours = List.of("good", "info", "line", "warn", "soft");
        var counts = LongStream.of(
                        queue.done(), queue.beingCalled(), queue.left(), queue.resting(), queue.withoutNumber())
                .toArray();
        var parts = new ArrayList<Board.Part>();
        var from = 0L;
        for (int i = 0; i < counts.length; i++) {
            var width = queue.people() == 0 ? 0 : counts[i] * METER / queue.people();
            parts.add(new Board.Part(from, width, colours.get(i)));
            from += width;
        }
        return parts;
    }

    private static List<Board.Bar> bars(List<Integer> pace) {
        var most = Math.max(1, pace.stream().mapToInt(Integer::intValue).max().orElse(1));
        var step = CHART_WIDTH / Math.max(6, pace.size());
        var bars = new ArrayList<Board.Bar>();
        for (int i = 0; i < pace.size(); i++) {
            var count = pace.get(i);
            var height = Math.max(2, count * TALLEST / most);
            bars.add(new Board.Bar(i * step + 2, CHART_HEIGHT - height, step - 6, height, count));
        }
        return bars;
    }

    private static Board.Caller caller(RoomSnapshot.AtPhone caller, RoomSnapshot now, RoomMessages say) {
        var minutes = caller.minutes(now.at());
        var doing = switch (caller.doing()) {
            case CALLING -> say.calling(minutes);
            case READING -> say.reading();
            case BETWEEN -> minutes < 2 ? say.between() : say.rests(minutes);
            case GONE -> say.gone();
        };
        if (caller.wantsHelp()) {
            return new Board.Caller(
                    caller.id(), caller.name(), say.wantsHelp(), "warn", caller.calls(), caller.reached(), true);
        }
        var stuck = caller.limit() == null ? doing : say.limited();
        var colour = caller.stuck() ? "warn" : caller.doing() == RoomSnapshot.Doing.CALLING ? "good" : "";
        return new Board.Caller(caller.id(), caller.name(), stuck, colour, caller.calls(), caller.reached(), false);
    }
}
