package se.ringstuga.accounts;

import java.util.EnumSet;
import java.util.Set;

/** What a member of staff is in an organization; inherited by those below it, never upwards or sideways. */
public enum Role {
    ADMINISTRATOR,
    ORGANIZER;

    Set<Permission> permissions() {
        return switch (this) {
            case ADMINISTRATOR -> Permission.all();
            case ORGANIZER ->
                EnumSet.complementOf(EnumSet.of(
                        Permission.ORGANIZATION_WRITE,
                        Permission.PEOPLE_IMPORT,
                        Permission.WEBHOOKS_MANAGE,
                        Permission.JOBS_RUN,
                        Permission.STAFF_MANAGE,
                        Permission.TOKENS_MANAGE));
        };
    }
}
