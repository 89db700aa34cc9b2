package se.ringstuga.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Language;
import se.ringstuga.http.NotFound;
import se.ringstuga.organizations.Organizations;

/** One of the staff takes over what another has under way in the organization of the request and below it (rule 40). */
@ApplicationScoped
class StaffHandover {

    private final Access access;
    private final AccessLog accessLog;
    private final Organizations organizations;
    private final StaffMembers members;
    private final StaffRoles roles;
    private final StaffAdministration administration;
    private final StaffHoldings holdings;
    private final Notices notices;
    private final StaffMail mail;

    StaffHandover(
            Access access,
            AccessLog accessLog,
            Organizations organizations,
            StaffMembers members,
            StaffRoles roles,
            StaffAdministration administration,
            StaffHoldings holdings,
            Notices notices,
            StaffMail mail) {
        this.access = access;
        this.accessLog = accessLog;
        this.organizations = organizations;
        this.members = members;
        this.roles = roles;
        this.administration = administration;
        this.holdings = holdings;
        this.notices = notices;
        this.mail = mail;
    }

    /**
     * Whose things they are.
     *
     * @param here whether they have a role in the organization itself; otherwise only what no role of theirs reaches is meant
     */
    record Holder(long id, String name, boolean here) {}

    /** Of the staff here, or of those who were and have left something behind. */
    Holder holder(long staffId) {
        if (roles.role(staffId, organization()).isPresent()) {
            return new Holder(staffId, administration.changeable(staffId).name, true);
        }
        return holdings.leftBehind(organization()).stream()
                .filter(leaver -> leaver.id() == staffId)
                .findFirst()
                .map(leaver -> new Holder(staffId, leaver.name(), false))
                .orElseThrow(NotFound::new);
    }

    List<StaffHoldings.Held> held(Holder holder) {
        return holdings.of(whose(holder));
    }

    /** Who can take over: whoever has access here, themselves excluded. */
    List<StaffView> takers(long staffId) {
        return roles.of(organization()).stream()
                .filter(staff -> !staff.ended() && staff.id() != staffId)
                .toList();
    }

    /**
     * Gives all of it to one person; the administrators and the taker are told.
     *
     * @return how many things that were
     */
    long handOver(long staffId, long takerId) {
        var holder = holder(staffId);
        var taker = takers(staffId).stream()
                .filter(staff -> staff.id() == takerId)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("to", "must be somebody else of the staff here who has access"));
        var things = holdings.handOver(whose(holder), takerId, access.actor());
        if (things > 0) {
            accessLog.record("staff.handed-over", "staff:" + staffId, List.of());
            tell(holder, taker, things);
        }
        return things;
    }

    private void tell(Holder holder, StaffView taker, long things) {
        var notice = new Notice(
                Notice.Kind.STAFF_HANDED_OVER,
                "staff:" + taker.id(),
                Map.of(
                        "name", holder.name(),
                        "taker", taker.name(),
                        "organization", organizations.view(organization()).name(),
                        "count", Long.toString(things)));
        notices.tellAdministrators(organization(), notice);
        if (taker.role() != Role.ADMINISTRATOR) {
            var language = members.findActive(taker.id())
                    .flatMap(staff -> Language.ofTag(staff.language))
                    .orElse(Language.SWEDISH);
            var text = notice.said(Words.ofNotices(language));
            mail.send(List.of(taker.email()), "Ringstuga: " + text, text + "\n");
        }
    }

    private StaffHoldings.Whose whose(Holder holder) {
        return new StaffHoldings.Whose(holder.id(), organization(), holder.here());
    }

    private long organization() {
        return access.organizationId();
    }
}
