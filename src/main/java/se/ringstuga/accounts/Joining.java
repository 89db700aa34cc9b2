package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.organizations.NewOrganization;
import se.ringstuga.organizations.Organization;
import se.ringstuga.organizations.Organizations;

/** What happens when somebody completes the form behind a link: all of it in one transaction, or nothing. */
@ApplicationScoped
class Joining {

    private static final int LONGEST_NAME = 200;

    private final Organizations organizations;
    private final StaffMembers members;
    private final StaffRoles roles;
    private final Links links;
    private final Notices notices;
    private final Enrolment enrolment;
    private final Words words;
    private final PageContext page;

    Joining(
            Organizations organizations,
            StaffMembers members,
            StaffRoles roles,
            Links links,
            Notices notices,
            Enrolment enrolment,
            Words words,
            PageContext page) {
        this.organizations = organizations;
        this.members = members;
        this.roles = roles;
        this.links = links;
        this.notices = notices;
        this.enrolment = enrolment;
        this.words = words;
        this.page = page;
    }

    /** Whether the invited one has an account already: then they prove it by signing in, not by the link. */
    Optional<Staff> known(Links.Link link) {
        return link.kind() == Links.Kind.INVITATION ? members.findByEmail(link.email()) : Optional.empty();
    }

    /** Whether the set-up has to make the first organization too. */
    boolean makesOrganization(Links.Link link) {
        return link.kind() == Links.Kind.SETUP && organizations.isEmpty();
    }

    /** What is wrong with a form, by field and in the reader's language; empty when it can be completed. */
    Map<String, String> faults(Links.Link link, LinkForm form, OptionalLong proof) {
        var faults = new HashMap<String, String>();
        var email = link.kind() == Links.Kind.SETUP ? form.email() : link.email();
        if (link.kind() != Links.Kind.RESET && !isName(form.name())) {
            faults.put("name", words.say().required());
        }
        if (!StaffMembers.isAddress(email)) {
            faults.put("email", words.say().wrongEmail());
        }
        if (makesOrganization(link)) {
            if (!isName(form.organization())) {
                faults.put("organization", words.say().required());
            }
            if (!form.slug().strip().matches(NewOrganization.SLUG)) {
                faults.put("slug", words.say().wrongSlug());
            }
        }
        PasswordFlaw.of(form.password(), email).ifPresent(flaw -> faults.put("password", words.flaw(flaw)));
        if (proof.isEmpty()) {
            faults.put("code", words.say().wrongCode());
        }
        return faults;
    }

    private static boolean isName(String typed) {
        return !typed.isBlank() && typed.length() <= LONGEST_NAME;
    }

    /**
     * Uses the link up and lets its bearer in.
     *
     * @throws NotFound when another request used it meanwhile
     */
    @Transactional
    Enrolment.Done complete(Links.Link link, Secret secret, LinkForm form, Proven proven) {
        if (!links.use(link.id())) {
            throw new NotFound();
        }
        var staffId = switch (link.kind()) {
            case SETUP -> setUp(form);
            case INVITATION -> invited(link, form);
            case RESET -> reset(link);
        };
        return enrolment.complete(staffId, proven.passwordHash(), secret, proven.step());
    }

    /** Gives an existing account the role it was invited to. */
    @Transactional
    void accept(Links.Link link, long staffId) {
        if (!links.use(link.id())) {
            throw new NotFound();
        }
        welcome(link, members.findActive(staffId).orElseThrow(NotFound::new));
    }

    private long setUp(LinkForm form) {
        roles.lockFirstAdministrator();
        if (roles.administratorExists()) {
            throw new NotFound();
        }
        var organization = organizations.isEmpty()
                ? organizations.create(
                        NewOrganization.named(
                                Organization.Kind.ASSOCIATION,
                                form.organization().strip(),
                                form.slug().strip()),
                        null)
                : organizations.oldestRoot();
        var staff = members.join(form.email(), form.name(), page.language().tag());
        roles.give(staff.id, organization.id, Role.ADMINISTRATOR, Actor.SYSTEM.toString());
        return staff.id;
    }

    private long invited(Links.Link link, LinkForm form) {
        var staff = members.join(link.email(), form.name(), page.language().tag());
        welcome(link, staff);
        return staff.id;
    }

    private void welcome(Links.Link link, Staff staff) {
        long organization = Objects.requireNonNull(link.organizationId());
        roles.give(staff.id, organization, link.role(), link.createdBy());
        notices.tellAdministrators(
                organization,
                new Notice(
                        Notice.Kind.STAFF_JOINED,
                        "staff:" + staff.id,
                        Map.of("name", staff.name, "organization", link.organization())));
    }

    private long reset(Links.Link link) {
        var staff = members.findActive(Objects.requireNonNull(link.staffId())).orElseThrow(NotFound::new);
        links.revokeOfStaff(staff.id);
        roles.organizationsOf(staff.id)
                .forEach(organization -> notices.tellAdministrators(
                        organization,
                        new Notice(Notice.Kind.STAFF_RESET_DONE, "staff:" + staff.id, Map.of("name", staff.name))));
        return staff.id;
    }

    /** What the form proved: the hash of the chosen password, and the step of the code. */
    record Proven(String passwordHash, long step) {}
}
