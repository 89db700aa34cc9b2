package se.ringstuga.segments;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.segments.BuilderScreen.UseLine;

/** What several pages of segments say alike. */
@ApplicationScoped
class SegmentScreens {

    private final SegmentUses uses;
    private final Access access;
    private final PageContext page;

    SegmentScreens(SegmentUses uses, Access access, PageContext page) {
        this.uses = uses;
        this.access = access;
        this.page = page;
    }

    SegmentMessages say() {
        return MessageBundles.get(
                SegmentMessages.class, Localized.Literal.of(page.language().tag()));
    }

    BuilderMessages build() {
        return MessageBundles.get(
                BuilderMessages.class, Localized.Literal.of(page.language().tag()));
    }

    ConditionMessages conditions() {
        return MessageBundles.get(
                ConditionMessages.class, Localized.Literal.of(page.language().tag()));
    }

    /** The whole sentence about a filter's people. */
    String those(Filter filter, String words) {
        var everybody = filter instanceof Filter.All all && all.filters().isEmpty();
        var nobody = filter instanceof Filter.Any any && any.filters().isEmpty();
        return everybody || nobody ? (everybody ? say().everybody() : say().nobody()) : say().those(words);
    }

    String counted(long count) {
        return count == 1 ? say().countOne() : say().count(count);
    }

    /** Where a segment is in use, each with the page where that is changed. */
    List<UseLine> uses(long segmentId) {
        return uses.of(access.organizationId(), segmentId).stream()
                .map(use -> new UseLine(words(use), address(use)))
                .toList();
    }

    /** What was made of a segment and keeps its people. */
    List<UseLine> madeOf(long segmentId) {
        return uses.madeOf(access.organizationId(), segmentId).stream()
                .map(use -> new UseLine(words(use), address(use)))
                .toList();
    }

    private String words(SegmentUse use) {
        return switch (use.kind()) {
            case EVENT -> say().useEvent(use.title());
            case SERIES -> say().useSeries(use.title());
            case REMINDER -> say().useReminder(use.title());
            case RECURRING -> say().useRecurring(use.title());
            case CALL_LIST -> say().madeCallList(use.title());
            case BROADCAST -> say().madeBroadcast(use.title());
        };
    }

    private static String address(SegmentUse use) {
        var base = "/o/" + use.organization();
        return switch (use.kind()) {
            case EVENT -> base + "/events/" + use.id();
            case SERIES -> base + "/events/series/" + use.id();
            case REMINDER -> base + "/reminder-rules/" + use.id() + "/edit";
            case RECURRING -> base + "/recurring/" + use.id();
            case CALL_LIST -> base + "/call-assignments/" + use.id();
            case BROADCAST -> base + "/broadcasts/" + use.id();
        };
    }
}
