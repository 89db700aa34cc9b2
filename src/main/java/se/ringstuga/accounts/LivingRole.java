package se.ringstuga.accounts;

/** Whether a role of staff still holds (rule 40), as a condition of any statement; the only place that says it. */
public final class LivingRole {

    private LivingRole() {}

    /**
     * Until its end date; of an administrator also afterwards while nobody else is left, here or above, who could renew it.
     *
     * @param role the statement's name for a row of {@code staff_role}
     * @return a condition with the parameter {@code :now}
     */
    public static String of(String role) {
        return """
                (%1$s.ends_at > :now or %1$s.role = 'ADMINISTRATOR' and not exists (
                  select from organization_closure term_c
                  join staff_role term_r on term_r.organization_id = term_c.ancestor_id and term_r.role = 'ADMINISTRATOR'
                  join staff term_s on term_s.id = term_r.staff_id and term_s.disabled_at is null
                  where term_c.descendant_id = %1$s.organization_id and term_r.staff_id <> %1$s.staff_id
                    and term_r.ends_at > :now))""".formatted(role);
    }

    /**
     * Whether a token's maker still has a role where the token holds: it rests while they have none, and works again when that is
     * renewed. What came with the installation has nobody behind it.
     *
     * @param token the statement's name for a row of {@code api_token}
     * @return a condition with the parameter {@code :now}
     */
    static String behind(String token) {
        return behind(token, "true");
    }

    /** Whether they are an administrator: of anybody else a token has no more rights than they have. */
    static String administratorBehind(String token) {
        return behind(token, "made_r.role = 'ADMINISTRATOR'");
    }

    private static String behind(String token, String role) {
        return """
                (%1$s.staff_id is null or exists (
                  select from staff_role made_r join staff made_s on made_s.id = made_r.staff_id and made_s.disabled_at is null
                  join organization_closure made_c on made_c.ancestor_id = made_r.organization_id
                  where made_r.staff_id = %1$s.staff_id and made_c.descendant_id = %1$s.organization_id and %2$s
                    and %3$s))""".formatted(token, role, of("made_r"));
    }
}
