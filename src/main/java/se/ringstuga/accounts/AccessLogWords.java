package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import se.ringstuga.http.PageContext;

/** Says what the access log holds in the reader's language; what is rare keeps its name from the API. */
@ApplicationScoped
class AccessLogWords {

    private final PageContext page;

    AccessLogWords(PageContext page) {
        this.page = page;
    }

    AccessLogMessages say() {
        return MessageBundles.get(
                AccessLogMessages.class, Localized.Literal.of(page.language().tag()));
    }

    String of(String action) {
        return actions().getOrDefault(action, action);
    }

    /** Those that a reader looks for. */
    Map<String, String> actions() {
        var say = say();
        var words = new LinkedHashMap<String, String>();
        words.put("person.read", say.personRead());
        words.put("people.read", say.peopleRead());
        words.put("people.list", say.peopleList());
        words.put("person.timeline", say.personTimeline());
        words.put("person.changed", say.personChanged());
        words.put("person.created", say.personCreated());
        words.put("person.tagged", say.personTagged());
        words.put("person.untagged", say.personUntagged());
        words.put("person.restricted", say.personRestricted());
        words.put("person.restriction-lifted", say.personRestrictionLifted());
        words.put("people.import", say.peopleImport());
        words.put("people.import-dry-run", say.peopleImportDryRun());
        words.put("people.import-undone", say.peopleImportUndone());
        words.put("people.memberships-ended", say.membershipsEnded());
        words.put("people.export-begun", say.exportBegun());
        words.put("people.export", say.export());
        words.put("segment.people", say.segmentPeople());
        words.put("segment.count", say.segmentCount());
        words.put("survey.export", say.surveyExport());
        words.put("call.claimed", say.callClaimed());
        words.put("call.number", say.callNumber());
        words.put("message.sent", say.messageSent());
        words.put("inbox.read", say.inboxRead());
        words.put("access-log.read", say.accessLogRead());
        return words;
    }
}
