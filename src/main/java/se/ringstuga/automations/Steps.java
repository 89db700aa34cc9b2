package se.ringstuga.automations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Does a step for those whose turn it is; one answer for each of them, in their order. */
@ApplicationScoped
class Steps {

    private final WaitingSteps waiting;
    private final SendingSteps sending;
    private final CallLists lists;
    private final Invitations invitations;
    private final OtherSteps others;

    Steps(WaitingSteps waiting, SendingSteps sending, CallLists lists, Invitations invitations, OtherSteps others) {
        this.waiting = waiting;
        this.sending = sending;
        this.lists = lists;
        this.invitations = invitations;
        this.others = others;
    }

    List<Turnout> perform(Batch batch, Step step) {
        return switch (step) {
            case Step.Wait wait -> waiting.wait(batch, wait);
            case Step.WaitUntil until -> waiting.waitUntil(batch, until);
            case Step.WaitFor something -> waiting.waitFor(batch, something);
            case Step.Branch branch -> waiting.branch(batch, branch);
            case Step.Send send -> sending.send(batch, send);
            case Step.Call call -> lists.call(batch, call);
            case Step.Tag tag -> others.tag(batch, tag);
            case Step.Invite invite -> invitations.invite(batch, invite);
            case Step.Tell tell -> others.tell(batch, tell);
            case Step.Hook _ -> others.hook(batch);
        };
    }
}
