package se.ringstuga.events;

import java.util.List;
import java.util.function.UnaryOperator;
import se.ringstuga.events.EventFormScreens.Option;
import se.ringstuga.http.FormDifferences;
import se.ringstuga.http.PageForm;

/**
 * What of an event or a series that somebody else has changed stands there otherwise than it was typed (rule 38).
 *
 * @param now as its form would be filled in
 */
record EventDifferences(PageForm typed, PageForm now, EventFormMessages say) {

    /** In the order of the form. */
    List<FormDifferences.Part> all(EventFormScreens.Choices choices) {
        var differences = new FormDifferences(typed, now, say.nothing());
        differences.chosen(say.kind(), "kind", of(choices.kinds()));
        differences.text(say.title(), "title");
        differences.text(say.text(), "text");
        differences.text(say.date(), "date", "from", "to", "lastDate");
        recurrence(differences, choices);
        differences.text(say.place(), "place");
        differences.text(say.address(), "address");
        differences.text(say.onlineLink(), "onlineLink");
        whom(differences, choices);
        differences.chosen(say.needs(), "need", of(choices.needs()));
        differences.chosen(say.contact(), "contact", of(choices.contacts()));
        differences.text(say.contactPhone(), "contactPhone");
        differences.text(say.contactEmail(), "contactEmail");
        return differences.parts();
    }

    private void recurrence(FormDifferences differences, EventFormScreens.Choices choices) {
        differences.chosen(say.repeat(), "repeat", of(choices.repeats()));
        differences.chosen(say.without(), "without", of(choices.months()));
        differences.text(say.until(), "until");
    }

    private void whom(FormDifferences differences, EventFormScreens.Choices choices) {
        differences.chosen(say.visibility(), "visibility", this::visibility);
        differences.chosen(say.segment(), "segment", of(choices.segments()));
        differences.text(say.capacity(), "capacity");
        differences.ticked(say.waitingList(), "waitingList", say.yes(), say.no());
        differences.said(say.opens(), opens(choices), "opens", "opensDate", "opensTime");
        differences.chosen(say.closes(), "closes", of(choices.closings()));
    }

    private String opens(EventFormScreens.Choices choices) {
        var chosen = now.value("opens");
        if (chosen.equals(EventForm.ON_A_DAY)) {
            return now.value("opensDate") + " " + now.value("opensTime");
        }
        return chosen.isEmpty() ? say.opensAtOnce() : of(choices.openings()).apply(chosen);
    }

    private String visibility(String value) {
        return switch (Visibility.valueOf(value)) {
            case MEMBERS -> say.members();
            case PUBLIC -> say.everybody();
            case INVITED -> say.invited();
        };
    }

    private static UnaryOperator<String> of(List<Option> options) {
        return value -> options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::words)
                .findFirst()
                .orElse("");
    }
}
