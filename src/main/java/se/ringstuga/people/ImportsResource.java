package se.ringstuga.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.ringstuga.accounts.Access;
import se.ringstuga.accounts.Permission;
import se.ringstuga.accounts.Requires;
import se.ringstuga.http.InvalidInput;
import se.ringstuga.http.Language;
import se.ringstuga.http.Page;
import se.ringstuga.http.PageRequest;

@Path("/api/organizations/{slug}/people/imports")
@Tag(name = "Imports")
@RunOnVirtualThread
class ImportsResource {

    private static final String NO_KEY = """
            Takes no Idempotency-Key. The same file again changes nobody but is an import of its own: after a complete one \
            only the latest can be confirmed. Whoever lost the answer finds the import and its figures in the list of imports.""";

    private final RegisterImport register;
    private final PeopleImports imports;
    private final ImportUndo undo;
    private final Access access;

    ImportsResource(RegisterImport register, PeopleImports imports, ImportUndo undo, Access access) {
        this.register = register;
        this.imports = imports;
        this.undo = undo;
        this.access = access;
    }

    /**
     * How to read the file.
     *
     * @param dryRun the same answer, but nothing is kept
     * @param complete the file is the whole register
     * @param encoding utf-8, windows-1252 or utf-16; detected unless given
     * @param separator semicolon, comma, tab or pipe; detected unless given
     * @param columns {@code field:header} for headers that are not recognised; without header the column is left out
     */
    record ImportRequest(
            @QueryParam("dryRun")
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
            @Nullable
            String dryRun,

            @QueryParam("complete")
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
            @Nullable
            String complete,

            @QueryParam("encoding") @Nullable String encoding,
            @QueryParam("separator") @Nullable String separator,
            @QueryParam("column") List<String> columns,

            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable
            String acceptLanguage) {

        RegisterImport.Order order(Access access) {
            return new RegisterImport.Order(
                    access.organizationId(),
                    access.actor(),
                    access.zone(),
                    flag("dryRun", dryRun),
                    flag("complete", complete));
        }

        /** Anything but true and false is refused: who mistypes dryRun must not have imported. */
        private static boolean flag(String name, @Nullable String value) {
            return switch (value) {
                case "true" -> true;
                case "false", "" -> false;
                case null -> false;
                default -> throw InvalidInput.query(name, "must be true or false");
            };
        }
    }

    /** The second confirmation after a complete import: how many memberships shall end. */
    record Confirmation(@Nullable Integer count) {}

    @POST
    @Consumes({"text/csv", "text/plain", "application/octet-stream"})
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(summary = "Import a member register, or see what it would do", description = NO_KEY)
    public ImportResult importRegister(byte[] file, @BeanParam ImportRequest request) {
        var order = request.order(access);
        var options = RegisterOptions.of(request.encoding(), request.separator(), request.columns());
        var content = register.read(file, options, order);
        var language = Language.preferred(null, request.acceptLanguage()).locale();
        var result = register.apply(content, file, order, language);
        if (order.dryRun()) {
            register.logDryRun(order);
        }
        return result;
    }

    @GET
    @Requires(Permission.PEOPLE_READ)
    @Operation(summary = "List the imports here and below, newest first")
    public Page<PeopleImports.Summary> list(@BeanParam PageRequest request) {
        return imports.page(access.organizationId(), request);
    }

    @POST
    @Path("/{id}/ended-memberships")
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(summary = "Confirm that those a complete import did not find have left")
    public RegisterImport.EndedMemberships endMemberships(
            @jakarta.ws.rs.PathParam("id") long id, @NotNull Confirmation confirmation) {
        Integer count = confirmation.count();
        if (count == null) {
            throw new InvalidInput(
                    "count", "is required: how many memberships shall end, as the import said in `missing`");
        }
        return register.endMemberships(
                new RegisterImport.Order(access.organizationId(), access.actor(), access.zone(), false, true),
                id,
                count);
    }

    @POST
    @Path("/{id}/reversal")
    @Requires(Permission.PEOPLE_IMPORT)
    @Operation(
            summary = "Undo the latest import while nothing has been built on it",
            description =
                    "Refused with 409 and a `reason` once somebody whom it created has been called, written to, tagged or"
                            + " changed, somebody whom it changed was changed again, a later file was imported, the missing were"
                            + " confirmed, or 30 days have passed.")
    public ImportUndo.Undone undo(@jakarta.ws.rs.PathParam("id") long id) {
        return undo.undo(
                new RegisterImport.Order(access.organizationId(), access.actor(), access.zone(), false, false), id);
    }
}
