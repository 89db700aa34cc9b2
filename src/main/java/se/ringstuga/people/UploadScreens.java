package se.ringstuga.people;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.http.PageContext;
import se.ringstuga.organizations.Organizations;

/** Puts together the page of a file on its way in. */
@ApplicationScoped
class UploadScreens {

    private static final int SHOWN = 50;

    private final Organizations organizations;
    private final UploadDesk desk;
    private final Access access;
    private final PageContext page;

    UploadScreens(Organizations organizations, UploadDesk desk, Access access, PageContext page) {
        this.organizations = organizations;
        this.desk = desk;
        this.access = access;
        this.page = page;
    }

    /**
     * Which part of the problems is looked at, and what is wrong with the columns as they were chosen.
     *
     * @param kind the code of a problem; empty: all
     * @param from the first one that is shown
     * @param errors by the place of the header
     */
    record Looking(String kind, int from, Map<Integer, String> errors) {

        static final Looking AT_ALL = new Looking("", 0, Map.of());
    }

    ImportMessages say() {
        return MessageBundles.get(
                ImportMessages.class, Localized.Literal.of(page.language().tag()));
    }

    String base(Uploads.Upload upload) {
        return "/o/" + access.slug() + "/imports/files/" + upload.id();
    }

    /** @param report null where this browser does not have the file's key */
    ImportScreen.File of(Uploads.Upload upload, @Nullable UploadReport report, Looking looking) {
        boolean stopped = desk.stopped(upload);
        boolean working = upload.state().working() && !stopped;
        var result = report == null ? null : report.result();
        return new ImportScreen.File(
                access.slug(),
                organizations.view(access.organizationId()).name(),
                base(upload),
                mark(upload),
                working,
                said(upload),
                new ImportScreen.Rows(upload.rowsRead(), upload.rowsTotal(), read(upload)),
                report == null ? say().elsewhere() : trouble(upload, report, stopped),
                report != null && (stopped || upload.state() == Uploads.State.FAILED),
                working || result == null ? null : found(upload, result, looking),
                working || report == null || upload.state() == Uploads.State.IMPORTED
                        ? List.of()
                        : columns(report, looking.errors()),
                fields(),
                report == null ? null : report.choices(),
                upload.importId());
    }

    static String mark(Uploads.Upload upload) {
        return upload.state() + "." + upload.run();
    }

    private String read(Uploads.Upload upload) {
        int read = upload.rowsRead();
        int total = upload.rowsTotal();
        if (total == 0) {
            return "";
        } else if (read < total) {
            return say().rowsRead(read, total);
        }
        return upload.state() == Uploads.State.IMPORTING ? say().rowsSaving(read) : say().rowsComparing(read);
    }

    private String said(Uploads.Upload upload) {
        return switch (upload.state()) {
            case CHECKING -> say().checking();
            case IMPORTING -> say().importing();
            case IMPORTED -> say().done();
            case CHECKED, REFUSED, FAILED -> say().outcome();
        };
    }

    private @Nullable String trouble(Uploads.Upload upload, UploadReport report, boolean stopped) {
        if (stopped) {
            return say().stopped();
        }
        var refused = report.refused();
        return switch (upload.state()) {
            case FAILED -> say().failed();
            case REFUSED -> refused == null ? say().refused() : say().refused() + " " + why(refused);
            case CHECKING, CHECKED, IMPORTING, IMPORTED -> null;
        };
    }

    private String why(UnreadableRegister.Reason reason) {
        return switch (reason) {
            case EMPTY -> say().refusedEmpty();
            case BINARY -> say().refusedBinary();
            case NO_KNOWN_COLUMN, NO_SUCH_HEADER -> say().refusedColumns();
            case TOO_LARGE -> say().refusedLarge();
            case OPEN_QUOTE -> say().refusedQuote();
        };
    }

    private ImportScreen.Found found(Uploads.Upload upload, ImportResult result, Looking looking) {
        var chosen = chosen(result, looking.kind());
        int from = Math.clamp(looking.from(), 0, chosen.size());
        int to = Math.min(from + SHOWN, chosen.size());
        int missing = result.missing();
        return new ImportScreen.Found(
                sum(result),
                result.consequences().stream()
                        .map(ImportOutlook.Consequence::text)
                        .toList(),
                missing == 0 ? null : missing == 1 ? say().missingOne() : say().missing(missing),
                kinds(result, looking.kind()),
                chosen.subList(from, to).stream().map(this::problem).toList(),
                looking.kind(),
                result.problemsLeftOut() == 0 ? null : say().leftOut(result.problemsLeftOut()),
                to == chosen.size() ? null : base(upload) + "?kind=" + looking.kind() + "&from=" + to + "#problems");
    }

    List<RowProblem> chosen(ImportResult result, String kind) {
        return kind.isEmpty()
                ? result.problems()
                : result.problems().stream()
                        .filter(problem -> problem.code().equals(kind))
                        .toList();
    }

    private List<ImportScreen.Term> sum(ImportResult result) {
        return sum(
                new Figures(result.rows(), result.created(), result.updated(), result.unchanged(), result.rejected()));
    }

    /** The rows of a file by what became of them. */
    record Figures(int rows, int created, int updated, int unchanged, int rejected) {}

    List<ImportScreen.Term> sum(Figures figures) {
        return List.of(
                new ImportScreen.Term(figures.created(), say().created(), ""),
                new ImportScreen.Term(figures.updated(), say().updated(), "+"),
                new ImportScreen.Term(figures.unchanged(), say().unchanged(), "+"),
                new ImportScreen.Term(figures.rejected(), say().rejected(), "+"),
                new ImportScreen.Term(figures.rows(), say().rows(), "="));
    }

    private List<ImportScreen.Kind> kinds(ImportResult result, String chosen) {
        var counts = new LinkedHashMap<String, Long>();
        result.problems().forEach(problem -> counts.merge(problem.code(), 1L, Long::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(kind -> new ImportScreen.Kind(
                        kind.getKey(),
                        words(kind.getKey()),
                        kind.getValue(),
                        kind.getKey().equals(chosen)))
                .toList();
    }

    private ImportScreen.Problem problem(RowProblem problem) {
        return new ImportScreen.Problem(problem.row(), problem.column(), words(problem.code()));
    }

    /** The sentence in the language of who reads it now. */
    String words(String code) {
        return ProblemCode.of(code)
                .map(problem -> problem.message(page.language().locale()))
                .orElse(code);
    }

    private List<ImportScreen.Column> columns(UploadReport report, Map<Integer, String> errors) {
        var columns = report.columns();
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new ImportScreen.Column(
                        i,
                        columns.get(i).name(),
                        columns.get(i).field(),
                        columns.get(i).usable(),
                        errors.get(i)))
                .toList();
    }

    private List<ImportScreen.Choice> fields() {
        var fields = new ArrayList<ImportScreen.Choice>();
        fields.add(new ImportScreen.Choice("", say().notRead()));
        Arrays.stream(RegisterColumn.values())
                .map(column -> new ImportScreen.Choice(column.field(), words(column)))
                .forEach(fields::add);
        return fields;
    }

    private String words(RegisterColumn column) {
        return switch (column) {
            case EXTERNAL_ID -> say().externalId();
            case GIVEN_NAME -> say().givenName();
            case FAMILY_NAME -> say().familyName();
            case NAME -> say().name();
            case BIRTH_YEAR -> say().birthYear();
            case STREET -> say().street();
            case POSTAL_CODE -> say().postalCode();
            case CITY -> say().city();
            case MOBILE -> say().mobile();
            case LANDLINE -> say().landline();
            case PHONE -> say().phone();
            case EMAIL -> say().email();
            case JOINED_ON -> say().joinedOn();
            case ORGANIZATION -> say().organization();
            case PAID_UNTIL -> say().paidUntil();
        };
    }
}
