package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import se.ringstuga.http.PageContext;

/** What the log says of a call. */
@ApplicationScoped
class CallLogWords {

    private final AssignmentWords words;
    private final PageContext page;

    CallLogWords(AssignmentWords words, PageContext page) {
        this.words = words;
        this.page = page;
    }

    CallLogMessages say() {
        return MessageBundles.get(
                CallLogMessages.class, Localized.Literal.of(page.language().tag()));
    }

    String outcome(LoggedCall call) {
        var outcomes = words.outcomes();
        var outcome = call.outcome();
        if (outcome == null) {
            return outcomes.unreported();
        }
        return call.interrupted() ? outcomes.interrupted() : outcomes.of(outcome);
    }

    List<String> marks(LoggedCall call) {
        var marks = new ArrayList<String>();
        var complete = call.surveyComplete();
        if (complete != null) {
            marks.add(complete ? say().answered() : say().partly());
        }
        if (call.corrected()) {
            marks.add(say().corrected());
        }
        if (call.late()) {
            marks.add(say().late());
        }
        if (call.conflict()) {
            marks.add(say().conflict());
        }
        return marks;
    }
}
