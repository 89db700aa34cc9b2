package se.ringstuga.accounts;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import se.ringstuga.http.PageContext;

/** Puts together what somebody of the staff has under way, for the page that hands it over and the one that removes them. */
@ApplicationScoped
class HeldScreens {

    static final String REMOVAL = "removal";

    private final StaffHandover handover;
    private final Access access;
    private final PageContext page;

    HeldScreens(StaffHandover handover, Access access, PageContext page) {
        this.handover = handover;
        this.access = access;
        this.page = page;
    }

    /**
     * @param then {@link #REMOVAL}, or empty
     * @param handed how many things were just handed over; null for none
     */
    HeldScreen of(long staffId, String then, @Nullable Long handed, @Nullable String wrong) {
        var holder = handover.holder(staffId);
        var held = handover.held(holder);
        return new HeldScreen(
                base(),
                holder.id(),
                holder.name(),
                then,
                held.stream().map(each -> line(each, then)).toList(),
                held.stream().anyMatch(each -> each.kind().passesOn()),
                handover.takers(staffId).stream()
                        .map(staff -> new HeldScreen.Taker(staff.id(), staff.name()))
                        .distinct()
                        .toList(),
                handed == null ? null : say().handed(handed),
                wrong);
    }

    String base() {
        return "/o/" + access.slug() + "/staff";
    }

    StaffTermMessages say() {
        return MessageBundles.get(
                StaffTermMessages.class, Localized.Literal.of(page.language().tag()));
    }

    private HeldScreen.Line line(StaffHoldings.Held held, String then) {
        return new HeldScreen.Line(
                kind(held.kind(), then.equals(REMOVAL)),
                held.title(),
                held.organization(),
                held.kind() == HeldKind.TOKEN ? "/o/" + held.organization() + "/tokens" : null);
    }

    private String kind(HeldKind kind, boolean removed) {
        return switch (kind) {
            case TOKEN -> removed ? say().token() : say().tokenStays();
            case ASSIGNMENT -> say().assignment();
            case ASSIGNMENT_DRAFT -> say().assignmentDraft();
            case FOLLOW_UP -> say().followUp();
            case RINGSTUGA -> say().ringstuga();
            case BROADCAST_DRAFT -> say().broadcastDraft();
            case BROADCAST -> say().broadcast();
            case RECURRING -> say().recurring();
            case EVENT -> say().event();
            case SERIES -> say().series();
            case AUTOMATION -> say().automation();
            case AUTOMATION_DRAFT -> say().automationDraft();
            case WEBHOOK -> say().webhook();
            case SURVEY -> say().survey();
        };
    }
}
