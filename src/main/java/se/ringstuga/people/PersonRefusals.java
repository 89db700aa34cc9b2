package se.ringstuga.people;

import se.ringstuga.http.Conflict;
import se.ringstuga.http.Problem;

/** Why a person was not created or changed. */
final class PersonRefusals {

    private PersonRefusals() {}

    /** 409: another person of the register has the member number. */
    static final class ExternalIdTaken extends Conflict {
        ExternalIdTaken() {
            super(
                    "external-id-taken",
                    "The member number is taken",
                    "Another person in this register has the member number; change that person instead.");
        }
    }

    /** 412: somebody else changed the person since it was read. */
    static final class ChangedMeanwhile extends Problem {
        ChangedMeanwhile(PersonView current) {
            super(
                    412,
                    "changed-meanwhile",
                    "The person was changed meanwhile",
                    "Somebody changed the person after you read it. Read it again and repeat your change.");
            with("current", current);
        }
    }

    /** 403: the person stands in a register above; who is only connected here is seen, not changed. */
    static final class OtherRegister extends Problem {
        OtherRegister() {
            super(
                    403,
                    "other-register",
                    "The person stands in another register",
                    "The person is connected here but stands in the register of an organization above, which may change it.");
        }
    }

    /** 403: protected people are administrators' business. */
    static final class OnlyAdministrators extends Problem {
        OnlyAdministrators() {
            super(403, "only-administrators", "Only administrators may do this", "Ask an administrator to do this.");
        }
    }
}
