package se.ringstuga.accounts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do in an organization and those below it; also the scopes of API tokens ({@code people:read}). */
public enum Permission {
    ORGANIZATION_READ,
    ORGANIZATION_WRITE,
    PEOPLE_READ,
    PEOPLE_WRITE,
    PEOPLE_IMPORT,
    TAGS_WRITE,
    SEGMENTS_READ,
    SEGMENTS_WRITE,
    SURVEYS_READ,
    SURVEYS_WRITE,
    CALLS_READ,
    CALLS_MANAGE,
    CALLS_CALL,
    MESSAGES_READ,
    MESSAGES_SEND,
    MESSAGES_CONFIGURE,
    EVENTS_READ,
    EVENTS_WRITE,
    AUTOMATIONS_READ,
    AUTOMATIONS_MANAGE,
    WEBHOOKS_MANAGE,
    JOBS_RUN,
    STAFF_MANAGE,
    TOKENS_MANAGE;

    /** The scope's name in the API, such as {@code people:read}. */
    public String scope() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    public static Optional<Permission> ofScope(String scope) {
        return Arrays.stream(values()).filter(p -> p.scope().equals(scope)).findFirst();
    }

    /** All scopes' names, for whoever misspelt one. */
    static String scopes() {
        return Arrays.stream(values()).map(Permission::scope).collect(Collectors.joining(", "));
    }

    static Set<Permission> all() {
        return EnumSet.allOf(Permission.class);
    }
}
