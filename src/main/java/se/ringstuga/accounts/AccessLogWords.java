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

    /** All that is logged, in the order in which a reader looks for it. */
    Map<String, String> actions() {
        var say = MessageBundles.get(
                AccessActionMessages.class, Localized.Literal.of(page.language().tag()));
        var words = new LinkedHashMap<String, String>();
        register(words, say);
        files(words, say);
        calls(words, say);
        messages(words, say);
        events(words, say);
        settings(words, say);
        return words;
    }

    private static void register(Map<String, String> words, AccessActionMessages say) {
        words.put("person.read", say.personRead());
        words.put("people.read", say.peopleRead());
        words.put("people.list", say.peopleList());
        words.put("people.corrections", say.peopleCorrections());
        words.put("person.timeline", say.personTimeline());
        words.put("person.changed", say.personChanged());
        words.put("person.correction-done", say.personCorrectionDone());
        words.put("person.created", say.personCreated());
        words.put("person.connected", say.personConnected());
        words.put("person.disconnected", say.personDisconnected());
        words.put("person.tagged", say.personTagged());
        words.put("person.untagged", say.personUntagged());
        words.put("person.restricted", say.personRestricted());
        words.put("person.restriction-lifted", say.personRestrictionLifted());
        words.put("person.preferences", say.personPreferences());
        words.put("person.preferences-changed", say.personPreferencesChanged());
    }

    private static void files(Map<String, String> words, AccessActionMessages say) {
        words.put("people.import", say.peopleImport());
        words.put("people.import-dry-run", say.peopleImportDryRun());
        words.put("people.import-undone", say.peopleImportUndone());
        words.put("people.memberships-ended", say.peopleMembershipsEnded());
        words.put("people.export-begun", say.peopleExportBegun());
        words.put("people.export", say.peopleExport());
        words.put("segment.people", say.segmentPeople());
        words.put("segment.preview", say.segmentPreview());
        words.put("segment.count", say.segmentCount());
        words.put("segment.explanation", say.segmentExplanation());
        words.put("survey.export", say.surveyExport());
        words.put("survey.texts", say.surveyTexts());
        words.put("person.submissions", say.personSubmissions());
        words.put("person.survey", say.personSurvey());
        words.put("person.survey-link", say.personSurveyLink());
        words.put("person.survey-link-revoked", say.personSurveyLinkRevoked());
        words.put("person.survey-links", say.personSurveyLinks());
    }

    private static void calls(Map<String, String> words, AccessActionMessages say) {
        words.put("call.claimed", say.callClaimed());
        words.put("call.read", say.callRead());
        words.put("call.number-shown", say.callNumberShown());
        words.put("call.reported", say.callReported());
        words.put("call.undone", say.callUndone());
        words.put("call.corrected", say.callCorrected());
        words.put("call.report-read", say.callReportRead());
        words.put("call.rang-back", say.callRangBack());
        words.put("call.survey-asked-for", say.callSurveyAskedFor());
        words.put("call.log", say.callLog());
        words.put("call.notes", say.callNotes());
        words.put("call.note-edited", say.callNoteEdited());
        words.put("call.note-removed", say.callNoteRemoved());
        words.put("call.follow-ups", say.callFollowUps());
        words.put("call.seen-list", say.callSeenList());
        words.put("call.preview", say.callPreview());
        words.put("call.stopped", say.callStopped());
        words.put("call.stop-lifted", say.callStopLifted());
    }

    private static void messages(Map<String, String> words, AccessActionMessages say) {
        words.put("message.sent", say.messageSent());
        words.put("message.read", say.messageRead());
        words.put("message.list", say.messageList());
        words.put("message.preview", say.messagePreview());
        words.put("message.cancelled", say.messageCancelled());
        words.put("message.letters", say.messageLetters());
        words.put("inbox.list", say.inboxList());
        words.put("inbox.read", say.inboxRead());
        words.put("reminder.list", say.reminderList());
        words.put("reminder.left", say.reminderLeft());
        words.put("automation.people", say.automationPeople());
        words.put("automation.person", say.automationPerson());
        words.put("automation.entered", say.automationEntered());
        words.put("automation.taken-out", say.automationTakenOut());
        words.put("automation.again", say.automationAgain());
        words.put("automation.all-again", say.automationAllAgain());
        words.put("automation.preview", say.automationPreview());
        words.put("sandbox.read", say.sandboxRead());
        words.put("sandbox.mail", say.sandboxMail());
    }

    private static void events(Map<String, String> words, AccessActionMessages say) {
        words.put("sign-ups.list", say.signUpsList());
        words.put("sign-ups.person", say.signUpsPerson());
        words.put("sign-up.read", say.signUpRead());
        words.put("sign-up.added", say.signUpAdded());
        words.put("sign-up.changed", say.signUpChanged());
        words.put("event.invited", say.eventInvited());
        words.put("event.opened", say.eventOpened());
        words.put("event.answered", say.eventAnswered());
        words.put("calendar.replaced", say.calendarReplaced());
        words.put("survey.opened", say.surveyOpened());
        words.put("survey.answered", say.surveyAnswered());
        words.put("preferences.opened", say.preferencesOpened());
        words.put("preferences.saved", say.preferencesSaved());
        words.put("preferences.unsubscribed", say.preferencesUnsubscribed());
    }

    private static void settings(Map<String, String> words, AccessActionMessages say) {
        words.put("organization.changed", say.organizationChanged());
        words.put("messaging.configured", say.messagingConfigured());
        words.put("sender.changed", say.senderChanged());
        words.put("sender.removed", say.senderRemoved());
        words.put("closed-day.decided", say.closedDayDecided());
        words.put("closed-day.removed", say.closedDayRemoved());
        words.put("webhook-endpoint.added", say.webhookEndpointAdded());
        words.put("webhook-endpoint.changed", say.webhookEndpointChanged());
        words.put("webhook-endpoint.removed", say.webhookEndpointRemoved());
        words.put("webhook-endpoint.secret-replaced", say.webhookEndpointSecretReplaced());
        words.put("webhook-delivery.replayed", say.webhookDeliveryReplayed());
        words.put("job.started", say.jobStarted());
        words.put("staff.handed-over", say.staffHandedOver());
        words.put("notice.read", say.noticeRead());
        words.put("access-log.read", say.accessLogRead());
    }
}
