package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import se.ringstuga.http.PageContext;

/** The words in the reader's language, for what Java decides to say. */
@ApplicationScoped
class Words {

    private final PageContext page;

    Words(PageContext page) {
        this.page = page;
    }

    AccountsMessages say() {
        return MessageBundles.get(
                AccountsMessages.class, Localized.Literal.of(page.language().tag()));
    }

    String flaw(PasswordFlaw flaw) {
        return switch (flaw) {
            case TOO_SHORT -> say().passwordTooShort();
            case TOO_LONG -> say().passwordTooLong();
            case TOO_COMMON -> say().passwordTooCommon();
        };
    }

    String role(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> say().administrator();
            case ORGANIZER -> say().organizer();
        };
    }
}
