package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import se.ringstuga.accounts.AccessLog;
import se.ringstuga.accounts.Actor;
import se.ringstuga.organizations.Organization;
import se.ringstuga.organizations.Organizations;

/**
 * Imports a register: read outside any transaction, then matched, decided and written in one, with nobody else importing
 * into the organization meanwhile. A dry run does the same work and rolls back.
 */
@ApplicationScoped
public class RegisterImport {

    private static final int PROBLEMS_SHOWN = 20_000;

    private final Organizations organizations;
    private final RegisteredPeople registered;
    private final ImportedPeople imported;
    private final PeopleImports imports;
    private final ImportImages images;
    private final AccessLog accessLog;
    private final Event<PeopleImported> peopleImported;
    private final Event<MembershipsEnded> membershipsEnded;
    private final Instance<ImportOutlook> outlooks;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    RegisterImport(
            Organizations organizations,
            RegisteredPeople registered,
            ImportedPeople imported,
            PeopleImports imports,
            ImportImages images,
            AccessLog accessLog,
            Event<PeopleImported> peopleImported,
            Event<MembershipsEnded> membershipsEnded,
            @Any Instance<ImportOutlook> outlooks,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.organizations = organizations;
        this.registered = registered;
        this.imported = imported;
        this.imports = imports;
        this.images = images;
        this.accessLog = accessLog;
        this.peopleImported = peopleImported;
        this.membershipsEnded = membershipsEnded;
        this.outlooks = outlooks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Who imports what.
     *
     * @param complete whether the file is the whole register
     */
    public record Order(long organizationId, Actor actor, ZoneId zone, boolean dryRun, boolean complete) {}

    /** A whole file in one go, with encoding, separator and columns detected. */
    @Transactional
    public ImportResult importFile(byte[] file, Order order, Locale language) {
        return apply(read(file, RegisterOptions.DETECT, order), file, order, language);
    }

    RegisterContent read(byte[] file, RegisterOptions options, Order order) {
        return read(file, options, order, _ -> {});
    }

    /** @param read is told after each row how many that were */
    RegisterContent read(byte[] file, RegisterOptions options, Order order, IntConsumer read) {
        Map<String, Long> names = new HashMap<>();
        for (Organization organization : organizations.below(order.organizationId())) {
            names.putIfAbsent(Folding.fold(organization.name), organization.id);
            names.putIfAbsent(Folding.fold(organization.slug), organization.id);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), order.zone());
        return RegisterContent.read(
                file,
                options,
                new RegisterContent.Context(today, name -> Optional.ofNullable(names.get(Folding.fold(name))), read));
    }

    /** Reads nothing more from the file: matches, decides, writes. */
    @Transactional
    ImportResult apply(RegisterContent content, byte[] file, Order order, Locale language) {
        registered.lock(order.organizationId());
        RegisterPlan plan = RegisterPlan.of(content, registered.candidates(order.organizationId(), content.entries()));
        List<Long> missing = order.complete()
                ? registered.missing(order.organizationId(), content.numbers(), plan.found())
                : List.of();
        PeopleImport done = record(content, plan, file, order);
        done.missing = missing.size();
        imports.keep(done);
        if (!order.dryRun()) {
            images.keep(done, plan.touched());
        }
        write(plan, done);
        if (done.complete) {
            imported.settleLeavers(content.numbers(), plan.found(), written(done));
        }
        imports.keepMissing(done, missing);
        accessLog.record(
                order.organizationId(), order.actor(), new AccessLog.Entry("people.import", subject(done), List.of()));
        if (order.dryRun()) {
            transaction.setRollbackOnly();
        } else {
            images.keepAfter(done);
            peopleImported.fire(new PeopleImported(done.organizationId, done.id, done.importedAt));
        }
        return result(plan, content, done, language).dry(order.dryRun());
    }

    /** A dry run leaves nothing behind but the trace that somebody looked. */
    @Transactional
    void logDryRun(Order order) {
        accessLog.record(
                order.organizationId(), order.actor(), new AccessLog.Entry("people.import-dry-run", null, List.of()));
    }

    /**
     * Ends the membership of everybody a complete import did not find (rule 3).
     *
     * @param count how many the one who confirms believes they are; must be how many the import found missing
     */
    @Transactional
    public EndedMemberships endMemberships(Order order, long importId, int count) {
        registered.lock(order.organizationId());
        PeopleImport done = imports.confirmable(order.organizationId(), importId);
        if (count != done.missing) {
            throw new MembershipsNotEnded(
                    "were not ended: " + done.missing + " are missing, not " + count, done.missing);
        }
        done.end(clock.instant(), order.actor().toString());
        List<Long> people = imports.endMemberships(done, LocalDate.ofInstant(clock.instant(), order.zone()));
        imports.dropCorrectedLeaving(done, people);
        imports.recordEnded(done, people);
        accessLog.record(
                order.organizationId(),
                order.actor(),
                new AccessLog.Entry("people.memberships-ended", subject(done), people));
        membershipsEnded.fire(new MembershipsEnded(order.organizationId(), people));
        return new EndedMemberships(people.size());
    }

    /** How many memberships ended: those of the missing who had not come back meanwhile. */
    public record EndedMemberships(int ended) {}

    private void write(RegisterPlan plan, PeopleImport done) {
        RegisteredPersonRow.Import written = written(done);
        imported.create(plan.created(), written);
        imported.change(plan.changed(), written);
        imported.settleCorrections(plan.corrected(), written);
    }

    private static RegisteredPersonRow.Import written(PeopleImport done) {
        return new RegisteredPersonRow.Import(done.organizationId, subject(done), done.importedAt);
    }

    private PeopleImport record(RegisterContent content, RegisterPlan plan, byte[] file, Order order) {
        PeopleImport done = new PeopleImport();
        done.organizationId = order.organizationId();
        done.importedAt = clock.instant();
        done.importedBy = order.actor().toString();
        done.complete = order.complete();
        done.rowCount = content.rows();
        done.created = plan.created().size();
        done.updated = plan.changed().size();
        done.rejected = content.rejected();
        done.unchanged = done.rowCount - done.created - done.updated - done.rejected;
        done.problems = plan.findings().size();
        done.fileHash = hash(file);
        return done;
    }

    private ImportResult result(RegisterPlan plan, RegisterContent content, PeopleImport done, Locale language) {
        List<RowProblem> problems = plan.findings().stream()
                .limit(PROBLEMS_SHOWN)
                .map(finding -> finding.in(language))
                .toList();
        return new ImportResult(
                done.id,
                false,
                done.complete,
                done.rowCount,
                done.created,
                done.updated,
                done.unchanged,
                done.rejected,
                done.missing,
                problems,
                plan.findings().size() - problems.size(),
                content.header().mapping(),
                outlooks.stream()
                        .flatMap(outlook -> outlook.of(done.organizationId, done.importedAt, language))
                        .toList());
    }

    private static String subject(PeopleImport done) {
        return "import:" + done.id;
    }

    private static byte[] hash(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
