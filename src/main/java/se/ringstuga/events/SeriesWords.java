package se.ringstuga.events;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;

/** What changing or ending a series does, in words. */
@ApplicationScoped
class SeriesWords {

    private final EventStaffWords events;
    private final Access access;
    private final PageContext page;

    SeriesWords(EventStaffWords events, Access access, PageContext page) {
        this.events = events;
        this.access = access;
        this.page = page;
    }

    SeriesMessages say() {
        return MessageBundles.get(
                SeriesMessages.class, Localized.Literal.of(page.language().tag()));
    }

    String day(EventSeriesView.Day day) {
        return events.when(day.startsAt(), day.endsAt(), access.zone().getId());
    }

    /** Nothing is said of what does not happen. */
    List<String> changing(SeriesEffect effect) {
        var say = say();
        var follows = new ArrayList<String>();
        if (effect.changed() == 0 && effect.gone() == 0 && effect.added() == 0) {
            follows.add(say.nothing());
        }
        add(follows, effect.changed(), say.changedOne(), say.changed(effect.changed()));
        if (effect.moved() > 0) {
            follows.add((effect.moved() == 1 ? say.movedOne() : say.moved(effect.moved())) + " "
                    + people(effect.movedSignUps()));
        }
        if (effect.relocated() > 0) {
            follows.add((effect.relocated() == 1 ? say.relocatedOne() : say.relocated(effect.relocated())) + " "
                    + concerned(effect.relocatedSignUps()));
        }
        if (effect.gone() > 0) {
            follows.add((effect.gone() == 1 ? say.goneOne() : say.gone(effect.gone())) + " "
                    + people(effect.goneSignUps()));
        }
        add(follows, effect.added(), say.addedOne(), say.added(effect.added()));
        add(follows, effect.apart(), say.apartOne(), say.apart(effect.apart()));
        return follows;
    }

    private static void add(List<String> follows, long count, String one, String many) {
        if (count > 0) {
            follows.add(count == 1 ? one : many);
        }
    }

    /** Whether they are told is asked. */
    private String concerned(long signUps) {
        if (signUps == 0) {
            return say().nobodyTold();
        }
        return signUps == 1 ? say().oneConcerned() : say().concerned(signUps);
    }

    private String people(long signUps) {
        if (signUps == 0) {
            return say().nobodyTold();
        }
        return signUps == 1 ? say().oneTold() : say().told(signUps);
    }

    /** Of those ahead, if they are called off. */
    List<String> ending(SeriesEffect.Ending ending) {
        var say = say();
        var follows = new ArrayList<String>();
        if (ending.published() == 0 && ending.drafts() == 0) {
            follows.add(say.nothingAhead());
        }
        if (ending.published() > 0) {
            follows.add((ending.published() == 1 ? say.calledOffOne() : say.calledOff(ending.published())) + " "
                    + people(ending.signUps()));
        }
        add(follows, ending.drafts(), say.draftGone(), say.draftsGone(ending.drafts()));
        return follows;
    }
}
