package se.ringstuga.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.http.PageRequest;
import se.ringstuga.organizations.Organizations;

/** Puts together the pages about imports that were made. */
@ApplicationScoped
class ImportScreens {

    /** Above this share of the members the count has to be typed (rule 3). */
    private static final int ONE_OF = 5;

    private final PeopleImports imports;
    private final ImportUndo undo;
    private final Uploads uploads;
    private final UploadScreens files;
    private final Organizations organizations;
    private final Access access;
    private final PageContext page;

    ImportScreens(
            PeopleImports imports,
            ImportUndo undo,
            Uploads uploads,
            UploadScreens files,
            Organizations organizations,
            Access access,
            PageContext page) {
        this.imports = imports;
        this.undo = undo;
        this.uploads = uploads;
        this.files = files;
        this.organizations = organizations;
        this.access = access;
        this.page = page;
    }

    ImportMessages say() {
        return files.say();
    }

    @Transactional
    ImportScreen.Start start(PageRequest request, @Nullable String wrong) {
        var made = imports.page(access.organizationId(), request);
        var waiting = uploads.unfinished(access.organizationId(), access.actor())
                .map(upload -> new ImportScreen.Waiting(
                        files.base(upload), say().sent(page.time(access.zone()).moment(upload.uploadedAt()))))
                .orElse(null);
        return new ImportScreen.Start(
                access.slug(),
                organization(),
                base(),
                wrong,
                waiting,
                made.items().stream().map(this::line).toList(),
                made.next() == null ? null : base() + "?cursor=" + made.next());
    }

    private ImportScreen.Line line(PeopleImports.Summary made) {
        boolean here = made.organization().equals(access.slug());
        var at = page.time(access.zone()).moment(made.importedAt());
        return new ImportScreen.Line(
                here ? at : at + " · " + made.organization(),
                say().line(made.rows(), made.created(), made.updated()),
                made.complete(),
                made.undoneAt() != null,
                here ? base() + "/" + made.id() : null);
    }

    /** @param typed the count that did not fit; null where nothing was typed */
    @Transactional
    ImportScreen.Done done(long id, @Nullable String typed) {
        var made = imports.of(access.organizationId(), id);
        var time = page.time(access.zone());
        var obstacle = undo.obstacle(made);
        return new ImportScreen.Done(
                access.slug(),
                organization(),
                base(),
                id,
                say().importTitle(time.moment(made.importedAt)),
                files.sum(new UploadScreens.Figures(
                        made.rowCount, made.created, made.updated, made.unchanged, made.rejected)),
                said(made),
                obstacle.map(this::words).orElse(null),
                missing(made, typed));
    }

    private @Nullable String said(PeopleImport made) {
        var time = page.time(access.zone());
        if (made.undoneAt != null) {
            return say().undoneWhen(time.moment(made.undoneAt));
        }
        return made.endedAt == null ? null : say().ended(time.moment(made.endedAt));
    }

    private String words(ImportNotUndone.Obstacle obstacle) {
        return switch (obstacle.reason()) {
            case UNDONE_ALREADY -> say().undone();
            case LATER_IMPORT -> say().notUndoneLater();
            case TOO_OLD -> say().notUndoneOld();
            case MEMBERSHIPS_ENDED -> say().notUndoneEnded();
            case PEOPLE_CHANGED -> say().notUndoneChanged(obstacle.people());
            case PEOPLE_USED -> say().notUndoneUsed(obstacle.people());
        };
    }

    private ImportScreen.@Nullable Missing missing(PeopleImport made, @Nullable String typed) {
        if (made.missing == 0 || made.endedAt != null || made.undoneAt != null || !imports.isConfirmable(made)) {
            return null;
        }
        int count = made.missing;
        return new ImportScreen.Missing(
                count,
                count == 1 ? say().missingTextOne() : say().missingText(count),
                say().endMemberships(count),
                (long) count * ONE_OF > imports.members(made),
                typed == null ? null : say().missingWrong(count));
    }

    private String organization() {
        return organizations.view(access.organizationId()).name();
    }

    private String base() {
        return "/o/" + access.slug() + "/imports";
    }
}
