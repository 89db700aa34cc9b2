package se.ringstuga.accounts;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Language;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.organizations.Organizations;

/**
 * What administrators do with the staff of the organization of the request: invite, reset, change, remove. All
 * administrators are told each time (rule 39); nobody gives or touches rights that they lack themselves.
 */
@ApplicationScoped
class StaffAdministration {

    private final EntityManager entities;
    private final Access access;
    private final Organizations organizations;
    private final StaffMembers members;
    private final StaffRoles roles;
    private final Sessions sessions;
    private final Links links;
    private final ApiTokens tokens;
    private final TokenMakers makers;
    private final Notices notices;
    private final StaffMail mail;
    private final PublicUrl url;
    private final Clock clock;

    StaffAdministration(
            EntityManager entities,
            Access access,
            Organizations organizations,
            StaffMembers members,
            StaffRoles roles,
            Sessions sessions,
            Links links,
            ApiTokens tokens,
            TokenMakers makers,
            Notices notices,
            StaffMail mail,
            PublicUrl url,
            Clock clock) {
        this.entities = entities;
        this.access = access;
        this.organizations = organizations;
        this.members = members;
        this.roles = roles;
        this.sessions = sessions;
        this.links = links;
        this.tokens = tokens;
        this.makers = makers;
        this.notices = notices;
        this.mail = mail;
        this.url = url;
        this.clock = clock;
    }

    StaffLinkView invite(NewInvitation wanted) {
        mayGive(wanted.role());
        var email = StaffMembers.address(wanted.email());
        if (members.findByEmail(email)
                .flatMap(known -> roles.role(known.id, organization()))
                .isPresent()) {
            throw new InvalidInput("email", "already belongs to the staff here; change the role instead");
        }
        links.revokeInvitations(email, organization());
        var details = Map.of(
                "email",
                email,
                "name",
                wanted.name().strip(),
                "role",
                wanted.role().name());
        var made = links.make(new Links.NewLink(Links.Kind.INVITATION, organization(), null, details), access.actor());
        var told = new HashMap<>(details);
        told.put("organization", organizationName());
        tell(Notice.Kind.STAFF_INVITED, "link:" + made.id(), told);
        return handOver(made, email, say -> say.invitationTitle(organizationName()));
    }

    /** An administrator whose rights reach further than this organization is reset where all of them are in sight. */
    StaffLinkView resetLink(long staffId) {
        var staff = changeable(staffId);
        if (access.actor().equals(actor(staffId))) {
            throw new StaffConflict(
                    "not-yourself",
                    "Another administrator makes your reset link; change your password on your own page.");
        }
        if (roles.hasRoleOutside(staffId, organization())) {
            throw new StaffConflict(
                    "staff-elsewhere",
                    "They are also staff of another organization; an administrator above both resets them.");
        }
        links.revokeOfStaff(staffId);
        var made = links.make(new Links.NewLink(Links.Kind.RESET, organization(), staffId, Map.of()), access.actor());
        tell(Notice.Kind.STAFF_RESET, "staff:" + staffId, Map.of("name", staff.name));
        return handOver(made, staff.email, AccountsMessages::resetTitle);
    }

    void changeRole(long staffId, Role role) {
        var staff = changeable(staffId);
        mayGive(role);
        if (role != Role.ADMINISTRATOR) {
            keepLastAdministrator(staffId);
        }
        revokeInvitations(staff);
        roles.change(staffId, organization(), role, access.actor().toString());
        tell(
                Notice.Kind.STAFF_ROLE,
                "staff:" + staffId,
                Map.of("name", staff.name, "role", role.name(), "organization", organizationName()));
    }

    /**
     * Ends their rights here at once, with every session of theirs, the tokens they made here and the links that would let them or
     * somebody they invited in again (rule 40); without a role left anywhere the account too.
     */
    void remove(long staffId) {
        var staff = changeable(staffId);
        keepLastAdministrator(staffId);
        revokeInvitations(staff);
        roles.take(staffId, organization());
        sessions.revokeAllOfStaff(staffId);
        links.revokeOfStaff(staffId);
        tokens.revokeOf(staffId, organization());
        if (!roles.hasAny(staffId)) {
            staff.disabledAt = clock.instant();
        }
        tell(
                Notice.Kind.STAFF_REMOVED,
                "staff:" + staffId,
                Map.of("name", staff.name, "organization", organizationName()));
    }

    /**
     * Lets their access go on until its next usual end; nobody renews their own (rule 40).
     *
     * @return the last day
     */
    LocalDate renew(long staffId) {
        var staff = changeable(staffId);
        if (makers.behind(access.actor().toString()).equals(actor(staffId).toString())) {
            throw new StaffConflict("not-yourself", "Another administrator renews your access.");
        }
        var lastDay = StaffTerm.lastDay(
                roles.renew(staffId, organization(), access.actor().toString()), access.zone());
        tell(
                Notice.Kind.STAFF_RENEWED,
                "staff:" + staffId,
                Map.of("name", staff.name, "organization", organizationName(), "until", lastDay.toString()));
        return lastDay;
    }

    private static Actor actor(long staffId) {
        return new Actor(Actor.Kind.STAFF, staffId);
    }

    /** A link made here before, without its secret; for requests that are repeated. */
    StaffLinkView linkAgain(long linkId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select coalesce(s.email, l.details ->> 'email') as email, l.expires_at
                        from link_token l left join staff s on s.id = l.staff_id
                        where l.id = :id and l.organization_id = :organization""", Tuple.class)
                .setParameter("id", linkId)
                .setParameter("organization", organization())
                .getResultList();
        var row = rows.stream().findFirst().orElseThrow(NotFound::new);
        return new StaffLinkView(
                linkId, row.get("email", String.class), row.get("expires_at", Instant.class), null, null, true);
    }

    /** What they were invited to, and the links that they have made: neither outlives the role that it came with. */
    private void revokeInvitations(Staff staff) {
        links.revokeInvitations(staff.email, organization());
        links.revokeMadeBy(staff.id, organization());
    }

    /** Of the staff of exactly this organization, whose role the one who asks may give. */
    Staff changeable(long staffId) {
        var role = roles.role(staffId, organization()).orElseThrow(NotFound::new);
        mayGive(role);
        return members.findActive(staffId).orElseThrow(NotFound::new);
    }

    private void mayGive(Role role) {
        if (!access.mayGive(role.permissions())) {
            throw new Forbidden(Optional.empty());
        }
    }

    private void keepLastAdministrator(long staffId) {
        if (roles.isLastAtTop(staffId, organization())) {
            throw new StaffConflict(
                    "last-administrator", "They are the last administrator here; make somebody else one first.");
        }
    }

    /** In both languages: which of them somebody reads who has not been here yet is not known. */
    private StaffLinkView handOver(Links.Made made, String email, Function<AccountsMessages, String> title) {
        var link = url.of(made.path());
        var text = Stream.of(Language.values())
                .map(language -> "%s\n\n%s\n%s\n"
                        .formatted(
                                title.apply(Words.in(language)),
                                Words.ofNotices(language).openWithinADay(),
                                link))
                .collect(joining("\n"));
        var mailed = mail.send(List.of(email), title.apply(Words.in(Language.SWEDISH)), text);
        return new StaffLinkView(made.id(), email, made.expiresAt(), link, mailed, null);
    }

    private void tell(Notice.Kind kind, String subject, Map<String, String> details) {
        notices.tellAdministrators(organization(), new Notice(kind, subject, details));
    }

    private String organizationName() {
        return organizations.view(organization()).name();
    }

    private long organization() {
        return access.organizationId();
    }
}
