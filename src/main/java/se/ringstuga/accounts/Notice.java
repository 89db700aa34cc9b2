package se.ringstuga.accounts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What staff should know without having asked. Only what happened is stored; the sentence is made for each reader.
 *
 * @param subject what it is about, such as {@code staff:7}
 * @param details the names in the sentence
 */
public record Notice(Kind kind, String subject, Map<String, String> details) {

    /** What happened. */
    public enum Kind {
        STAFF_INVITED,
        STAFF_JOINED,
        STAFF_RESET,
        STAFF_RESET_BY_SERVER,
        STAFF_RESET_DONE,
        STAFF_ROLE,
        STAFF_REMOVED,
        STAFF_RENEWED,
        STAFF_HANDED_OVER,
        PEOPLE_EXPORTED,
        PEOPLE_OPENED,
        CALLER_LIMIT,
        INBOX_WAITING,
        THREAT,
        SMS_BUDGET,
        BROADCAST_WAITS,
        BROADCAST_PLANNED,
        BROADCAST_MISSED,
        ANSWER_TOO_LATE,
        SENDING_STOPPED,
        SENDING_STARTED,
        AUTOMATION_TELLS,
        AUTOMATION_NO_EVENT,
        AUTOMATION_NEW_LIST,
        AUTOMATION_SURVEY_CLOSED,
        AUTOMATION_FAILED,
        AUTOMATION_WAITS,
        WEBHOOK_OFF,
        DIGEST;

        String stored() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The sentence in the language of these words. */
    String said(NoticeMessages say) {
        return switch (kind) {
            case STAFF_INVITED -> say.invited(name(), detail("email"), role(say), detail("organization"));
            case STAFF_JOINED -> say.joined(name(), detail("organization"));
            case STAFF_RESET -> say.reset(name());
            case STAFF_RESET_BY_SERVER -> say.resetByServer(name());
            case STAFF_RESET_DONE -> say.resetDone(name());
            case STAFF_ROLE -> say.role(name(), role(say), detail("organization"));
            case STAFF_REMOVED -> say.removed(name(), detail("organization"));
            case STAFF_RENEWED -> say.renewed(name(), detail("organization"), detail("until"));
            case STAFF_HANDED_OVER -> say.handedOver(name(), detail("taker"), detail("organization"), detail("count"));
            case PEOPLE_EXPORTED -> say.peopleExported(name(), detail("organization"), detail("why"));
            case PEOPLE_OPENED -> say.peopleOpened(name(), detail("organization"), detail("count"));
            case CALLER_LIMIT -> limit(say);
            case INBOX_WAITING -> say.inboxWaiting(detail("organization"), detail("count"));
            case THREAT -> say.threat();
            case SMS_BUDGET -> budget(say);
            case BROADCAST_WAITS -> say.broadcastWaits(detail("title"), detail("when"));
            case BROADCAST_PLANNED -> say.broadcastPlanned(detail("title"), detail("when"));
            case BROADCAST_MISSED -> say.broadcastMissed(detail("title"), detail("when"));
            case ANSWER_TOO_LATE -> say.answerTooLate(detail("title"));
            case SENDING_STOPPED -> stopped(say);
            case SENDING_STARTED -> say.sendingStarted(name(), detail("organization"));
            case AUTOMATION_TELLS ->
                detail("count").equals("1")
                        ? say.automationTellsOfOne(detail("title"), detail("text"))
                        : say.automationTells(detail("title"), detail("count"), detail("text"));
            case AUTOMATION_NO_EVENT -> say.automationNoEvent(detail("title"), detail("count"), detail("days"));
            case AUTOMATION_NEW_LIST -> say.automationNewList(detail("title"), detail("list"));
            case AUTOMATION_SURVEY_CLOSED -> say.automationSurveyClosed(detail("title"));
            case AUTOMATION_FAILED ->
                detail("count").equals("1")
                        ? say.automationFailedForOne(detail("title"))
                        : say.automationFailed(detail("title"), detail("count"));
            case AUTOMATION_WAITS -> say.automationWaits(detail("title"));
            case WEBHOOK_OFF -> say.webhookOff(detail("title"));
            case DIGEST -> digest(say);
        };
    }

    /** What whoever reads it by mail does now. */
    String whatToDo(NoticeMessages say) {
        return switch (kind) {
            case INBOX_WAITING -> say.answerThem();
            case DIGEST -> say.digestWhere();
            default -> say.doubt();
        };
    }

    /** Of an hour it ends by itself; the others wait for an organizer. */
    private String limit(NoticeMessages say) {
        return switch (detail("limit")) {
            case "CLAIMS_AN_HOUR" -> say.limitOfAnHour(name());
            case "SKIPS_IN_A_ROW" -> say.limitInARow(name());
            default -> say.limitOfAnEvening(name());
        };
    }

    private String stopped(NoticeMessages say) {
        return detail("why").isEmpty()
                ? say.sendingStopped(name(), detail("organization"))
                : say.sendingStoppedBecause(name(), detail("organization"), detail("why"));
    }

    private String budget(NoticeMessages say) {
        return detail("period").equals("DAY")
                ? say.smsBudgetOfDay(detail("used"), detail("limit"))
                : say.smsBudgetOfMonth(detail("used"), detail("limit"));
    }

    /** Only what there is something of. */
    private String digest(NoticeMessages say) {
        var words = new LinkedHashMap<String, Counted>();
        words.put("conversations", new Counted(say::digestConversation, say::digestConversations));
        words.put("followUps", new Counted(say::digestFollowUp, say::digestFollowUps));
        words.put("approvals", new Counted(say::digestApproval, say::digestApprovals));
        words.put("failed", new Counted(say::digestFailedOne, say::digestFailed));
        words.put("automations", new Counted(say::digestAutomation, say::digestAutomations));
        words.put("events", new Counted(say::digestEvent, say::digestEvents));
        words.put("newMembers", new Counted(say::digestNewMember, say::digestNewMembers));
        var said = words.entrySet().stream()
                .filter(word -> details.containsKey(word.getKey()))
                .map(word -> word.getValue().of(detail(word.getKey())))
                .collect(Collectors.joining("; "));
        return say.digest(detail("organization"), said);
    }

    private record Counted(Supplier<String> one, UnaryOperator<String> many) {

        String of(String count) {
            return count.equals("1") ? one.get() : many.apply(count);
        }
    }

    private String name() {
        return detail("name");
    }

    private String role(NoticeMessages say) {
        return switch (Role.valueOf(detail("role"))) {
            case ADMINISTRATOR -> say.asAdministrator();
            case ORGANIZER -> say.asOrganizer();
        };
    }

    private String detail(String key) {
        return details.getOrDefault(key, "");
    }
}
