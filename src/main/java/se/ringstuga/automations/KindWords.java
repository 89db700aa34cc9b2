package se.ringstuga.automations;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of steps as somebody chooses among them. */
record KindWords(StepFormMessages say) {

    /** @param type as the address of its form says it */
    record Offered(String type, String words, String hint) {}

    /** Some kinds under what they have in common. */
    record Group(String title, List<Offered> kinds) {}

    List<Group> groups(FlowEditMessages edit) {
        return List.of(
                group(edit.tell(), StepKind.SMS, StepKind.EMAIL, StepKind.MESSAGE, StepKind.INVITE),
                group(edit.act(), StepKind.CALL, StepKind.TAG, StepKind.UNTAG, StepKind.TELL, StepKind.WEBHOOK),
                group(edit.waitAndChoose(), StepKind.WAIT, StepKind.WAIT_UNTIL, StepKind.WAIT_FOR, StepKind.BRANCH));
    }

    private Group group(String title, StepKind... kinds) {
        return new Group(title, Stream.of(kinds).map(this::offered).toList());
    }

    private Offered offered(StepKind kind) {
        return new Offered(kind.type(), of(kind), hint(kind));
    }

    String of(StepKind kind) {
        return switch (kind) {
            case SMS -> say.sms();
            case EMAIL -> say.email();
            case MESSAGE -> say.either();
            case CALL -> say.call();
            case INVITE -> say.invite();
            case WAIT -> say.waitTime();
            case WAIT_UNTIL -> say.waitUntil();
            case WAIT_FOR -> say.waitFor();
            case BRANCH -> say.branch();
            case TAG -> say.tag();
            case UNTAG -> say.untag();
            case TELL -> say.tellUs();
            case WEBHOOK -> say.webhook();
        };
    }

    private String hint(StepKind kind) {
        return switch (kind) {
            case SMS -> say.smsHint();
            case EMAIL -> say.emailHint();
            case MESSAGE -> say.eitherHint();
            case CALL -> say.callHint();
            case INVITE -> say.inviteHint();
            case WAIT -> say.waitTimeHint();
            case WAIT_UNTIL -> say.waitUntilHint();
            case WAIT_FOR -> say.waitForHint();
            case BRANCH -> say.branchHint();
            case TAG -> say.tagHint();
            case UNTAG -> say.untagHint();
            case TELL -> say.tellUsHint();
            case WEBHOOK -> say.webhookHint();
        };
    }
}
