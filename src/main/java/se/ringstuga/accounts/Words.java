package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import se.ringstuga.http.Language;
import se.ringstuga.http.PageContext;

/** The words in the reader's language, for what Java decides to say. */
@ApplicationScoped
class Words {

    private final PageContext page;

    Words(PageContext page) {
        this.page = page;
    }

    AccountsMessages say() {
        return in(page.language());
    }

    static AccountsMessages in(Language language) {
        return MessageBundles.get(AccountsMessages.class, Localized.Literal.of(language.tag()));
    }

    static NoticeMessages ofNotices(Language language) {
        return MessageBundles.get(NoticeMessages.class, Localized.Literal.of(language.tag()));
    }

    ScopeMessages ofScopes() {
        return MessageBundles.get(
                ScopeMessages.class, Localized.Literal.of(page.language().tag()));
    }

    String flaw(PasswordFlaw flaw) {
        return switch (flaw) {
            case TOO_SHORT -> say().passwordTooShort();
            case TOO_LONG -> say().passwordTooLong();
            case TOO_COMMON -> say().passwordTooCommon();
        };
    }

    String permission(Permission permission) {
        var say = ofScopes();
        return switch (permission) {
            case ORGANIZATION_READ -> say.organizationRead();
            case ORGANIZATION_WRITE -> say.organizationWrite();
            case PEOPLE_READ -> say.peopleRead();
            case PEOPLE_WRITE -> say.peopleWrite();
            case PEOPLE_IMPORT -> say.peopleImport();
            case TAGS_WRITE -> say.tagsWrite();
            case SEGMENTS_READ -> say.segmentsRead();
            case SEGMENTS_WRITE -> say.segmentsWrite();
            case SURVEYS_READ -> say.surveysRead();
            case SURVEYS_WRITE -> say.surveysWrite();
            case CALLS_READ -> say.callsRead();
            case CALLS_MANAGE -> say.callsManage();
            case CALLS_CALL -> say.callsCall();
            case MESSAGES_READ -> say.messagesRead();
            case MESSAGES_SEND -> say.messagesSend();
            case MESSAGES_CONFIGURE -> say.messagesConfigure();
            case EVENTS_READ -> say.eventsRead();
            case EVENTS_WRITE -> say.eventsWrite();
            case AUTOMATIONS_READ -> say.automationsRead();
            case AUTOMATIONS_MANAGE -> say.automationsManage();
            case WEBHOOKS_MANAGE -> say.webhooksManage();
            case JOBS_RUN -> say.jobsRun();
            case STAFF_MANAGE -> say.staffManage();
            case TOKENS_MANAGE -> say.tokensManage();
        };
    }

    String role(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> say().administrator();
            case ORGANIZER -> say().organizer();
        };
    }
}
