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
}
