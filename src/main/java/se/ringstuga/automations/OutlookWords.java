package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.automations.EntryOutlook.First;
import se.ringstuga.contact.Purpose;
import se.ringstuga.http.Language;
import se.ringstuga.messaging.Reach;

/** Says how many get the first message and why the others do not: "14 får välkomst-SMS", "3 har valt bort SMS", "2 saknar mobilnummer". */
@ApplicationScoped
class OutlookWords {

    private final StepWords words;

    OutlookWords(StepWords words) {
        this.words = words;
    }

    /**
     * Each a part of one sentence; the reason that holds for most people first.
     *
     * @param when it is sent, in words; null where that stands elsewhere
     */
    List<String> of(First first, @Nullable String when, Language language) {
        var say = words.say(language);
        var what = what(first.letter(), say);
        var get = when == null ? say.get(first.reached(), what) : say.getOn(first.reached(), what, when);
        return Stream.concat(
                        Stream.of(get),
                        first.refused().entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue()
                                        .reversed())
                                .map(reason -> reason.getValue() + " "
                                        + Reach.why(reason.getKey(), SendingSteps.by(first.letter()), language)))
                .toList();
    }

    private static String what(Letter letter, FlowMessages say) {
        var welcome = letter.purpose() == Purpose.WELCOME;
        return switch (letter.by()) {
            case SMS, FIRST -> welcome ? say.welcomeSms() : say.anSms();
            case EMAIL -> welcome ? say.welcomeEmail() : say.anEmail();
        };
    }
}
