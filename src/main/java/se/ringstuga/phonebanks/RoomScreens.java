package se.ringstuga.phonebanks;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.QrPicture;
import se.ringstuga.calling.AssignmentEditing;
import se.ringstuga.http.Language;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.http.SpokenTime;

/** Says what an evening's pages show in the reader's language. */
@RequestScoped
class RoomScreens {

    private final Rooms rooms;
    private final Snapshots snapshots;
    private final Boards boards;
    private final Leaders leaders;
    private final AssignmentEditing assignments;
    private final PublicUrl publicUrl;
    private final PageContext page;

    RoomScreens(
            Rooms rooms,
            Snapshots snapshots,
            Boards boards,
            Leaders leaders,
            AssignmentEditing assignments,
            PublicUrl publicUrl,
            PageContext page) {
        this.rooms = rooms;
        this.snapshots = snapshots;
        this.boards = boards;
        this.leaders = leaders;
        this.assignments = assignments;
        this.publicUrl = publicUrl;
        this.page = page;
    }

    static RoomPageMessages say(Language language) {
        return MessageBundles.get(RoomPageMessages.class, Localized.Literal.of(language.tag()));
    }

    /** @param told what happened just now */
    RoomScreen ofStaff(RoomScope scope, long bankId, Told told) {
        var evening = evening(scope, bankId);
        var base = "/o/" + evening.bank().slug() + "/ringstugor/" + bankId;
        return screen(evening, scope, new Place(evening.bank().slug(), base, null), told);
    }

    RoomScreen ofLeader(Leaders.Leader leader, Told told) {
        var evening = evening(leader.scope(), leader.bankId());
        return screen(evening, leader.scope(), new Place(null, LeaderPages.ADDRESS, leader.name()), told);
    }

    Evening evening(RoomScope scope, long bankId) {
        rooms.find(scope, bankId);
        return snapshots.of(bankId).orElseThrow(NotFound::new);
    }

    private RoomScreen screen(Evening evening, RoomScope scope, Place place, Told told) {
        var bank = evening.bank();
        var view = rooms.view(bank);
        var closed = bank.closedAt() != null;
        var link = view.joinLink();
        var code = bank.code();
        var hours = assignments.get(scope.calls(), bank.assignmentId()).callingHours();
        var say = Boards.say(page.language());
        return new RoomScreen(
                place.slug(),
                place.base(),
                place.leader(),
                view,
                Boards.state(view.state(), say),
                Boards.colour(view.state()),
                lead(bank, say),
                closed ? null : boards.html(evening, new Look(Look.Kind.LEAD, place.base(), page.language())),
                code == null ? null : RoomCode.shown(code),
                publicUrl.of("/r").replaceFirst("^https?://", ""),
                link == null ? null : qr(link),
                place.slug() == null ? List.of() : leaders.list(scope, bank.id()),
                told.newLeader(),
                hours == null ? "" : String.valueOf(hours.from()),
                hours == null ? "" : String.valueOf(hours.to()),
                closed ? result(evening) : null,
                told.wrong());
    }

    static String qr(String link) {
        return QrPicture.of(link);
    }

    EveningResult result(Evening evening) {
        var bank = evening.bank();
        return EveningResult.of(evening, time(bank).day(bank.since()), say(page.language()));
    }

    String lead(PhoneBank bank, RoomMessages say) {
        return switch (bank.state()) {
            case SCHEDULED -> say.opensAt(time(bank).moment(bank.opensAt()));
            case OPEN, PAUSED -> say.until(time(bank).clock(bank.closesAt()));
            case CLOSED -> time(bank).day(bank.since());
        };
    }

    private SpokenTime time(PhoneBank bank) {
        return page.time(bank.zone());
    }

    private record Place(
            @Nullable String slug, String base, @Nullable String leader) {}

    /** What a page says of what was just done. */
    record Told(@Nullable String wrong, @Nullable LeaderView newLeader) {

        static final Told NOTHING = new Told(null, null);

        static Told wrong(String why) {
            return new Told(why, null);
        }
    }
}
