package se.ringstuga.calling;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import se.ringstuga.http.Language;

/** Says outcomes and facts in the reader's language. */
final class OutcomeWords {

    private final OutcomeMessages say;

    OutcomeWords(Language language) {
        say = MessageBundles.get(OutcomeMessages.class, Localized.Literal.of(language.tag()));
    }

    String of(Outcome outcome) {
        return switch (outcome) {
            case REACHED -> say.reached();
            case NO_ANSWER -> say.noAnswer();
            case BUSY -> say.busy();
            case LEFT_MESSAGE -> say.leftMessage();
            case CALL_BACK -> say.callBack();
            case NOT_AVAILABLE -> say.notAvailable();
            case WRONG_NUMBER -> say.wrongNumber();
            case DECLINED -> say.declined();
            case DO_NOT_CALL -> say.doNotCall();
        };
    }

    /** Of a call that was dialled and never told about. */
    String unreported() {
        return say.unreported();
    }

    /** Of a call in which somebody was on the line until it broke off. */
    String interrupted() {
        return say.interrupted();
    }

    String of(PersonFact fact) {
        return switch (fact) {
            case DECEASED -> say.deceased();
            case LEFT -> say.left();
            case WANTS_TO_LEAVE -> say.wantsToLeave();
            case NOT_A_MEMBER -> say.notAMember();
            case OTHER_LANGUAGE -> say.otherLanguage();
            case THREAT -> say.threat();
            case WANTS_THEIR_DATA -> say.wantsTheirData();
        };
    }
}
