package se.ringstuga.automations;

import se.ringstuga.http.Conflict;

/** 409: what is wanted does not fit where the automation's switch stands, or what has happened in it. */
final class AutomationConflict extends Conflict {

    AutomationConflict(Automation.State state, String detail) {
        super("automation-state", "That does not go now", detail);
        with("state", state.name());
    }
}
