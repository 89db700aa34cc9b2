package se.ringstuga.events;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import se.ringstuga.http.PageContext;

/** What another place means for those who have signed up, in the reader's language. */
@ApplicationScoped
class NewPlaceWords {

    private final EventStaffWords events;
    private final PageContext page;

    NewPlaceWords(EventStaffWords events, PageContext page) {
        this.events = events;
        this.page = page;
    }

    private NewPlaceMessages say() {
        return MessageBundles.get(
                NewPlaceMessages.class, Localized.Literal.of(page.language().tag()));
    }

    String text(EventContent.Place before, EventContent.Place after) {
        return before.named().isEmpty() ? say().first(after.named()) : say().text(before.named(), after.named());
    }

    List<String> follows(EventView event) {
        var people = EventStaffWords.concerned(event);
        return Stream.of(people == 1 ? say().one() : say().people(people), events.toCall(event), say().told())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
