package se.ringstuga.phonebanks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.calling.AssignmentEditing;
import se.ringstuga.http.EntityVersion;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.NotFound;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;
import se.ringstuga.http.PublicUrl;
import se.ringstuga.surveys.PlainText;

/** Opens, changes, pauses and closes evenings; everything here happens in the caller's transaction. */
@ApplicationScoped
class Rooms {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int DRAWS = 5;

    private final PhoneBanks banks;
    private final Closing closing;
    private final RoomSecrets secrets;
    private final AssignmentEditing assignments;
    private final PublicUrl publicUrl;
    private final Clock clock;

    Rooms(
            PhoneBanks banks,
            Closing closing,
            RoomSecrets secrets,
            AssignmentEditing assignments,
            PublicUrl publicUrl,
            Clock clock) {
        this.banks = banks;
        this.closing = closing;
        this.secrets = secrets;
        this.assignments = assignments;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** One that begins now is open at once, a later one opens by itself. */
    PhoneBankView create(RoomScope scope, NewPhoneBank wanted) {
        var now = clock.instant();
        var assignment = banks.assignment(scope.organizationId(), wanted.assignmentId())
                .orElseThrow(() ->
                        new InvalidInput("assignmentId", "there is no assignment " + wanted.assignmentId() + " here"));
        var opens = wanted.opensAt() == null || wanted.opensAt().isBefore(now) ? now : wanted.opensAt();
        requireTimes(opens, wanted.closesAt());
        if (assignment.over() || !opens.isBefore(assignment.expiresAt())) {
            throw PhoneBankConflict.assignmentOver();
        }
        if (banks.overlaps(assignment.id(), 0, opens, wanted.closesAt())) {
            throw PhoneBankConflict.overlaps();
        }
        var title = PlainText.clean(wanted.title());
        var planned = new PhoneBanks.Planned(
                assignment.id(), title.isEmpty() ? assignment.title() : title, wanted.goal(), opens, wanted.closesAt());
        var id = inserted(scope, planned);
        if (!opens.isAfter(now)) {
            banks.open(id, scope.actor().toString());
        }
        return get(scope, id);
    }

    private long inserted(RoomScope scope, PhoneBanks.Planned planned) {
        Optional<Long> id = Optional.empty();
        for (int draw = 0; id.isEmpty() && draw < DRAWS; draw++) {
            var link = secrets.nonce();
            var wall = secrets.nonce();
            id = banks.insert(
                    scope,
                    planned,
                    new PhoneBanks.Keys(RoomCode.draw(), link, secrets.of(link), wall, secrets.of(wall)));
        }
        return id.orElseThrow(() -> new IllegalStateException("every code that was drawn is taken"));
    }

    Page<PhoneBankView> list(RoomScope scope, PageRequest page) {
        var found = banks.list(scope.organizationId(), page);
        return new Page<>(found.items().stream().map(this::view).toList(), found.next());
    }

    PhoneBankView get(RoomScope scope, long bankId) {
        return view(find(scope, bankId));
    }

    PhoneBank find(RoomScope scope, long bankId) {
        return banks.find(scope.organizationId(), bankId).orElseThrow(NotFound::new);
    }

    /**
     * Changes what is named.
     *
     * @param ifMatch the tag of the version that was read; null changes whatever is there
     */
    PhoneBankView change(RoomScope scope, long bankId, PhoneBankChanges changes, @Nullable String ifMatch) {
        var bank = lock(scope, bankId);
        EntityVersion.require(ifMatch, bank.version());
        var closes = changes.closesAt() == null ? bank.closesAt() : changes.closesAt();
        if (changes.closesAt() != null) {
            requireTimes(bank.since(), closes);
            if (banks.overlaps(bank.assignmentId(), bank.id(), bank.opensAt(), closes)) {
                throw PhoneBankConflict.overlaps();
            }
        }
        var title = PlainText.clean(changes.title());
        banks.update(
                bank,
                title.isEmpty() ? bank.title() : title,
                changes.goal() == null ? bank.goal() : changes.goal(),
                closes);
        return get(scope, bankId);
    }

    /** "Förläng": so much longer than it would have been. */
    void extend(RoomScope scope, long bankId, Duration by) {
        var bank = lock(scope, bankId);
        change(scope, bankId, new PhoneBankChanges(null, null, bank.closesAt().plus(by)), null);
    }

    /** Before its time. */
    PhoneBankView open(RoomScope scope, long bankId) {
        var bank = lock(scope, bankId);
        if (bank.openedAt() == null) {
            if (banks.overlaps(bank.assignmentId(), bank.id(), clock.instant(), bank.closesAt())) {
                throw PhoneBankConflict.overlaps();
            }
            banks.open(bankId, scope.actor().toString());
        }
        return get(scope, bankId);
    }

    /** New claims are refused, undialled ones return, and whoever is on the line goes on (rule 35). */
    PhoneBankView pause(RoomScope scope, long bankId) {
        assignments.pause(scope.calls(), running(scope, bankId).assignmentId());
        return get(scope, bankId);
    }

    PhoneBankView resume(RoomScope scope, long bankId) {
        assignments.resume(scope.calls(), running(scope, bankId).assignmentId());
        return get(scope, bankId);
    }

    /** For good; done twice it is done once. */
    PhoneBankView close(RoomScope scope, long bankId) {
        var bank = banks.lock(scope.organizationId(), bankId).orElseThrow(NotFound::new);
        if (bank.closedAt() == null) {
            closing.close(bank, scope.actor());
        }
        return get(scope, bankId);
    }

    /** The old one is dead; whoever waits or is inside is not disturbed (rule 36). */
    PhoneBankView replaceCode(RoomScope scope, long bankId) {
        lock(scope, bankId);
        for (int draw = 0; draw < DRAWS; draw++) {
            if (banks.setCode(bankId, RoomCode.draw())) {
                return get(scope, bankId);
            }
        }
        throw new IllegalStateException("every code that was drawn is taken");
    }

    PhoneBankView replaceLink(RoomScope scope, long bankId) {
        lock(scope, bankId);
        var nonce = secrets.nonce();
        banks.setLink(bankId, nonce, secrets.of(nonce));
        return get(scope, bankId);
    }

    /** A new link of the wall; walls on the old one go dark. */
    PhoneBankView replaceWall(RoomScope scope, long bankId) {
        find(scope, bankId);
        var nonce = secrets.nonce();
        banks.setWall(bankId, nonce, secrets.of(nonce));
        return get(scope, bankId);
    }

    void revokeWall(RoomScope scope, long bankId) {
        find(scope, bankId);
        banks.setWall(bankId, null, null);
    }

    /** What all callers read on their pages from now on; null takes it away. */
    void message(RoomScope scope, long bankId, @Nullable String text) {
        running(scope, bankId);
        var said = PlainText.clean(text);
        banks.setMessage(bankId, said.isEmpty() ? null : said, scope.actor().toString());
    }

    private PhoneBank lock(RoomScope scope, long bankId) {
        var bank = banks.lock(scope.organizationId(), bankId).orElseThrow(NotFound::new);
        if (bank.closedAt() != null) {
            throw PhoneBankConflict.closed();
        }
        return bank;
    }

    private PhoneBank running(RoomScope scope, long bankId) {
        var bank = lock(scope, bankId);
        if (!bank.running()) {
            throw PhoneBankConflict.notOpen();
        }
        return bank;
    }

    private void requireTimes(Instant opens, Instant closes) {
        if (!closes.isAfter(opens) || !closes.isAfter(clock.instant()) || closes.isAfter(opens.plus(LONGEST))) {
            throw new InvalidInput(
                    "closesAt", "must lie ahead, at most " + LONGEST.toHours() + " hours after it opens");
        }
    }

    PhoneBankView view(PhoneBank bank) {
        var open = bank.closedAt() == null;
        var wall = bank.wallNonce();
        return new PhoneBankView(
                bank.id(),
                bank.assignmentId(),
                bank.title(),
                bank.state(),
                bank.goal(),
                bank.opensAt(),
                bank.closesAt(),
                bank.openedAt(),
                bank.closedAt(),
                bank.code(),
                open ? publicUrl.of("/j/" + secrets.of(bank.linkNonce()).value()) : null,
                wall == null ? null : publicUrl.of("/wall/" + secrets.of(wall).value()),
                bank.message(),
                bank.version());
    }
}
